/** KML, KMZ and GPX: always WGS-84 by their own definitions. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import { crsOfEpsg } from '../guess/crs.ts';
import type { Format, Reading } from '../types.ts';
import { GpxRows, KmlRows } from './kml-rows.ts';
import { type Batch, ColumnNames, type RowSource } from './source.ts';
import { fileChunks, xmlText } from './xml-decode.ts';
import { XmlStream } from './xml-stream.ts';
import { memberChunks, type ZipMember } from './zip.ts';

function xmlSource(
  format: Format,
  bytes: () => AsyncIterable<Uint8Array>,
  bytesTotal: number,
  layers: { readonly parts: readonly string[]; readonly part?: string },
): RowSource {
  const columns = new ColumnNames();
  const kml = format === 'gpx' ? null : new KmlRows(columns);
  const handler = kml ?? new GpxRows(columns);
  async function* batches(): AsyncGenerator<Batch> {
    const stream = new XmlStream(handler);
    let read = 0;
    for await (const text of xmlText(bytes())) {
      read += text.length;
      stream.push(text);
      yield { rows: handler.out, bytesRead: Math.min(read, bytesTotal) };
      handler.out = [];
    }
    stream.end();
    yield { rows: handler.out, bytesRead: bytesTotal };
  }
  return {
    format,
    reading: layers.part === undefined ? {} : { part: layers.part },
    parts: layers.parts,
    bytesTotal,
    hasShapes: true,
    crs: crsOfEpsg(4326, format === 'gpx' ? 'GPX' : 'KML'),
    columns: () => columns.names,
    batches,
    warnings: () => [
      ...(kml !== null && kml.links > 0 ? [note('network-link', { count: kml.links })] : []),
      ...columns.warnings(),
    ],
  };
}

export function openXml(file: Blob, format: 'kml' | 'gpx'): RowSource {
  return xmlSource(format, () => fileChunks(file), file.size, { parts: [] });
}

/** @throws ImportError where the archive holds no such document. */
export function openKmz(members: readonly ZipMember[], wanted: Reading): RowSource {
  const documents = members.filter(({ name }) => /\.kml$/i.test(name));
  // Of several the largest: the first is often but a list of links to the others.
  const [largest] = documents.toSorted((a, b) => b.size - a.size);
  const chosen = wanted.part === undefined ? largest : documents.find(({ name }) => name === wanted.part);
  if (chosen === undefined) throw new ImportError('no-sheet', { name: wanted.part ?? '' });
  const chunks = () => memberChunks(chosen, LIMITS.streamedMemberBytes);
  const parts = documents.length > 1 ? documents.map(({ name }) => name) : [];
  return xmlSource('kmz', chunks, chosen.size, { parts, part: chosen.name });
}
