/** FlatGeobuf on a server: its index says where the rows of a view lie in the file. */
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import { HttpReader } from 'flatgeobuf/lib/mjs/http-reader.js';
import { generateLevelBounds, NODE_ITEM_BYTE_LEN } from 'flatgeobuf/lib/mjs/packedrtree.js';
import type { Bbox } from '../../domain/position.ts';
import { ImportError } from '../import/guards/notes.ts';
import { crsOfHeader } from '../import/readers/flatgeobuf.ts';
import { featureRow } from '../import/readers/geojson.ts';
import { ColumnNames, type SourceRow } from '../import/readers/source.ts';
import type { Ranges } from './http.ts';
import { MOST_REMOTE_ROWS, type RemoteReader } from './types.ts';

/** So many nodes of one level of the index say well enough how many rows there are below them. */
const NODES_LOOKED_AT = 512;

/** @throws ImportError */
export async function openRemoteFlatGeobuf(file: Ranges): Promise<RemoteReader> {
  let reader: HttpReader;
  try {
    reader = await HttpReader.openSource({ getRange: (from, length) => file.range(from, length) });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(/index/i.test(String(error)) ? 'remote-no-index' : 'fgb-damaged');
  }
  const { header } = reader;
  const crs = crsOfHeader(header);
  if (crs !== null && crs.datum !== 'wgs84') throw new ImportError('remote-not-wgs84', { name: crs.name });
  const columns = new ColumnNames();
  for (const { name } of header.columns ?? []) columns.of(name);
  const read = (offset: number, length: number) => file.range(reader.lengthBeforeTree() + offset, length);

  return {
    total: header.featuresCount,
    crs,
    thinned: () => false,
    columns: () => columns.names,
    async read({ bbox }) {
      const about = await rowsAbout(header.featuresCount, header.indexNodeSize, bbox, read);
      if (about > MOST_REMOTE_ROWS) return { kind: 'too-many', about };
      const [minX, minY, maxX, maxY] = bbox;
      const rows: SourceRow[] = [];
      for await (const { id, feature } of reader.selectBbox({ minX, minY, maxX, maxY })) {
        const { properties, geometry } = fromFeature(id, feature, header);
        rows.push(featureRow(id + 1, properties, geometry, columns));
      }
      return { kind: 'rows', rows };
    },
  };
}

/** Rows in a box, about: from the index, a level at a time, until the nodes are many enough to judge by. */
export async function rowsAbout(
  count: number,
  nodeSize: number,
  [west, south, east, north]: Bbox,
  read: (offset: number, length: number) => Promise<ArrayBuffer>,
): Promise<number> {
  if (count === 0) return 0;
  const bounds = generateLevelBounds(count, nodeSize);
  let nodes: number[] = [0];
  for (let level = bounds.length - 1; level >= 0; level--) {
    const end = bounds[level]?.[1] ?? 0;
    const inside: number[] = [];
    const children: number[] = [];
    for (const first of nodes) {
      const n = Math.min(level === bounds.length - 1 ? 1 : nodeSize, end - first);
      const view = new DataView(await read(first * NODE_ITEM_BYTE_LEN, n * NODE_ITEM_BYTE_LEN));
      for (let i = 0; i < n; i++) {
        const at = i * NODE_ITEM_BYTE_LEN;
        const outside =
          east < view.getFloat64(at, true) ||
          north < view.getFloat64(at + 8, true) ||
          west > view.getFloat64(at + 16, true) ||
          south > view.getFloat64(at + 24, true);
        if (outside) continue;
        inside.push(first + i);
        children.push(Number(view.getBigUint64(at + 32, true)));
      }
    }
    if (level === 0 || inside.length > NODES_LOOKED_AT) return Math.min(count, inside.length * nodeSize ** level);
    // One more level would be read in as many requests as there are nodes: enough when few rows are below them.
    if (inside.length * nodeSize ** level <= MOST_REMOTE_ROWS) return inside.length * nodeSize ** level;
    nodes = children;
  }
  return 0;
}
