/** From a file to its rows, whatever its format. */

import { detectFormat } from '../guess/detect.ts';
import type { Reading } from '../types.ts';
import { openCsv } from './csv.ts';
import { openFlatGeobuf } from './flatgeobuf.ts';
import { openGeoJson } from './geojson.ts';
import { openGeoJsonLines } from './geojson-lines.ts';
import { openGeoParquet } from './geoparquet.ts';
import { openKmz, openXml } from './kml.ts';
import { openShapefile } from './shapefile.ts';
import type { RowSource } from './source.ts';
import { openXlsx } from './xlsx.ts';

/** @throws ImportError */
export async function openSource(file: Blob, name: string, wanted: Reading): Promise<RowSource> {
  const { format, members } = await detectFormat(file, name);
  switch (format) {
    case 'csv':
      return openCsv(file, wanted);
    case 'xlsx':
      return openXlsx(members, wanted);
    case 'geojson':
      return (await openGeoJsonLines(file, name, wanted)) ?? openGeoJson(file, wanted);
    case 'kml':
    case 'gpx':
      return openXml(file, format, wanted);
    case 'kmz':
      return openKmz(members, wanted);
    case 'shapefile':
      return openShapefile(members, wanted);
    case 'flatgeobuf':
      return openFlatGeobuf(file);
    case 'geoparquet':
      return openGeoParquet(file);
  }
}
