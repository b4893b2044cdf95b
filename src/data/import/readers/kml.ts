/** KML, KMZ and GPX: always WGS-84 by their own definitions. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import { crsOfEpsg } from '../guess/crs.ts';
import type { Format, Reading } from '../types.ts';
import { GpxRows } from './gpx-rows.ts';
import { KmlRows } from './kml-rows.ts';
import { type Batch, ColumnNames, type RowSource } from './source.ts';
import { fileChunks } from './text-encoding.ts';
import { xmlEncoding, xmlText } from './xml-decode.ts';
import { XmlStream } from './xml-stream.ts';
import { memberChunks, type ZipMember } from './zip.ts';

const REPLACEMENT = '\uFFFD';

async function xmlSource(
  format: Format,
  bytes: () => AsyncIterable<Uint8Array>,
  bytesTotal: number,
  wanted: Reading,
  layers: { readonly parts: readonly string[]; readonly part?: string },
): Promise<RowSource> {
  const { label, encoding, claimed } = await xmlEncoding(bytes, wanted.encoding ?? null);
  const columns = new ColumnNames();
  const kml = format === 'gpx' ? null : new KmlRows(columns);
  const handler = kml ?? new GpxRows(columns);
  let undecodable = 0;
  let features = 0;

  async function* batches(): AsyncGenerator<Batch> {
    const stream = new XmlStream(handler);
    let read = 0;
    for await (const text of xmlText(bytes(), label)) {
      read += text.length;
      if (text.includes(REPLACEMENT)) undecodable += text.split(REPLACEMENT).length - 1;
      stream.push(text);
      features += handler.out.length;
      yield { rows: handler.out, bytesRead: Math.min(read, bytesTotal) };
      handler.out = [];
    }
    stream.end();
    features += handler.out.length;
    if (features === 0 && kml !== null && kml.links > 0) {
      throw new ImportError('kml-links-only', { count: kml.links, address: kml.firstLink });
    }
    yield { rows: handler.out, bytesRead: bytesTotal };
  }
  return {
    format,
    reading: {
      ...(layers.part === undefined ? {} : { part: layers.part }),
      ...(encoding === null ? {} : { encoding }),
    },
    parts: layers.parts,
    bytesTotal,
    hasShapes: true,
    crs: crsOfEpsg(4326, format === 'gpx' ? 'GPX' : 'KML'),
    columns: () => columns.names,
    batches,
    warnings: () => [
      ...(claimed === null || claimed === encoding || encoding === null || wanted.encoding !== undefined
        ? []
        : [note('encoding-doubt', { stated: claimed, encoding })]),
      ...(undecodable > 0 ? [note('undecodable', { count: undecodable, encoding: encoding ?? label })] : []),
      ...(kml !== null && kml.links > 0 ? [note('network-link', { count: kml.links })] : []),
      ...(kml !== null && kml.styles > 0 ? [note('styles-left')] : []),
      ...columns.warnings(),
    ],
  };
}

export function openXml(file: Blob, format: 'kml' | 'gpx', wanted: Reading): Promise<RowSource> {
  return xmlSource(format, () => fileChunks(file), file.size, wanted, { parts: [] });
}

/** @throws ImportError where the archive holds no such document. */
export async function openKmz(members: readonly ZipMember[], wanted: Reading): Promise<RowSource> {
  const documents = members.filter(({ name }) => /\.kml$/i.test(name));
  // Of several the largest: the first is often but a list of links to the others.
  const [largest] = [...documents].sort((a, b) => b.size - a.size);
  const chosen = wanted.part === undefined ? largest : documents.find(({ name }) => name === wanted.part);
  if (chosen === undefined) throw new ImportError('no-sheet', { name: wanted.part ?? '' });
  const chunks = () => memberChunks(chosen, LIMITS.streamedMemberBytes);
  const parts = documents.length > 1 ? documents.map(({ name }) => name) : [];
  const source = await xmlSource('kmz', chunks, chosen.size, wanted, { parts, part: chosen.name });
  if (parts.length === 0) return source;
  const more = note('more-files', { count: parts.length, used: chosen.name });
  return { ...source, warnings: () => [more, ...source.warnings()] };
}
