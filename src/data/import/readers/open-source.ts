/** From a file to its rows, whatever its format. */

import { ImportError } from '../guards/notes.ts';
import { detectFormat } from '../guess/detect.ts';
import type { Reading } from '../types.ts';
import { openCsv } from './csv.ts';
import { openFlatGeobuf } from './flatgeobuf.ts';
import { openGeoJson } from './geojson.ts';
import { openGeoJsonLines } from './geojson-lines.ts';
import { openGeoPackage } from './geopackage.ts';
import { openGeoParquet } from './geoparquet.ts';
import { openHtml } from './html.ts';
import { openKmz, openXml } from './kml.ts';
import { openOds } from './ods.ts';
import { openShapefile } from './shapefile.ts';
import type { RowSource } from './source.ts';
import { openXlsx } from './xlsx.ts';
import { openXmlss } from './xmlss.ts';
import { openZipped } from './zipped-tables.ts';

/**
 * @param beside files that belong to it: .dbf, .prj and .cpg of a .shp
 * @throws ImportError
 */
export function openSource(
  file: Blob,
  name: string,
  wanted: Reading,
  beside: readonly File[] = [],
): Promise<RowSource> {
  return opened(file, name, wanted, beside, false);
}

async function opened(
  file: Blob,
  name: string,
  wanted: Reading,
  beside: readonly File[],
  packed: boolean,
): Promise<RowSource> {
  const { format, members } = await detectFormat(file, name);
  switch (format) {
    case 'csv':
      return openCsv(file, wanted);
    case 'xlsx':
      return openXlsx(members, wanted);
    case 'html':
      return openHtml(file, wanted);
    case 'xmlss':
      return openXmlss(file, wanted);
    case 'geojson':
      return (await openGeoJsonLines(file, name, wanted)) ?? openGeoJson(file, wanted);
    case 'kml':
    case 'gpx':
      return openXml(file, format, wanted);
    case 'kmz':
      return openKmz(members, wanted);
    case 'shapefile': {
      const loose = [{ name, blob: file }, ...beside.map((each) => ({ name: each.name, blob: each }))];
      const parts = members.length > 0 ? members : loose.map((each) => ({ ...each, size: each.blob.size }));
      return openShapefile(parts, wanted);
    }
    case 'flatgeobuf':
      return openFlatGeobuf(file);
    case 'geoparquet':
      return openGeoParquet(file);
    case 'geopackage':
      return openGeoPackage(file, wanted);
    case 'ods':
      return openOds(members, wanted);
    case 'zip':
      // Archives in archives could go on without end.
      if (packed) throw new ImportError('packed-otherwise', { kind: 'ZIP' });
      return openZipped(members, wanted, (inner, own, reading) => opened(inner, own, reading, [], true));
  }
}
