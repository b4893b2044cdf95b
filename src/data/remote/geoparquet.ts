/** GeoParquet on a server: the row groups whose stated bounds meet the view. */
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import type { Bbox } from '../../domain/position.ts';
import { ImportError } from '../import/guards/notes.ts';
import { partsRow } from '../import/readers/geojson.ts';
import { readMetadata, rowsBetween } from '../import/readers/geoparquet.ts';
import { takeParquet } from '../import/readers/parquet-geometry.ts';
import { ColumnNames, type SourceRow } from '../import/readers/source.ts';
import type { Ranges } from './http.ts';
import { MOST_REMOTE_ROWS, type RemoteReader } from './types.ts';

interface Group {
  readonly from: number;
  readonly rows: number;
  /** Null where the file states none: such a group meets every view. */
  readonly bbox: Bbox | null;
}

/**
 * Bounds of each row group, from the statistics of the columns that hold the bounds of each row.
 * @param covering paths of west, south, east, north
 */
export function groupsOf(metadata: FileMetaData, covering: readonly string[] | null): Group[] {
  const [west, south, east, north] = covering ?? [];
  let from = 0;
  return metadata.row_groups.map((group) => {
    const edge = (path: string | undefined, side: 'min_value' | 'max_value'): number => {
      const column = group.columns.find(({ meta_data }) => meta_data?.path_in_schema.join('.') === path);
      const value = column?.meta_data?.statistics?.[side];
      return typeof value === 'number' ? value : Number.NaN;
    };
    const bbox: Bbox = [
      edge(west, 'min_value'),
      edge(south, 'min_value'),
      edge(east, 'max_value'),
      edge(north, 'max_value'),
    ];
    const rows = Number(group.num_rows);
    const at = from;
    from += rows;
    return { from: at, rows, bbox: bbox.some(Number.isNaN) ? null : bbox };
  });
}

const meets = ([w1, s1, e1, n1]: Bbox, [w2, s2, e2, n2]: Bbox): boolean => w1 <= e2 && e1 >= w2 && s1 <= n2 && n1 >= s2;

/** @throws ImportError */
export async function openRemoteGeoParquet(file: Ranges): Promise<RemoteReader> {
  const byteLength = await file.size();
  const buffer: AsyncBuffer = {
    byteLength,
    slice: (from, to = byteLength) => file.range(from, to - from),
  };
  const { metadata, names, geometry } = await readMetadata(buffer);
  if (geometry === null) throw new ImportError('parquet-no-geometry');
  const { column, crs, covering, encoding } = geometry;
  if (crs !== null && crs.datum !== 'wgs84') throw new ImportError('remote-not-wgs84', { name: crs.name });
  const at = names.indexOf(column);
  const groups = groupsOf(metadata, covering);
  // The bounds serve the reading; they are no facts about a row.
  const hidden = new Set([column, ...(covering ?? []).map((path) => path.split('.')[0] ?? '')]);
  const total = Number(metadata.num_rows);
  if (total > MOST_REMOTE_ROWS && groups.every(({ bbox }) => bbox === null)) throw new ImportError('remote-no-index');
  const columns = new ColumnNames();
  for (const name of names) if (!hidden.has(name)) columns.of(name);

  return {
    total,
    crs,
    thinned: () => false,
    columns: () => columns.names,
    async read({ bbox }) {
      const wanted = groups.filter((group) => group.bbox === null || meets(group.bbox, bbox));
      const about = wanted.reduce((sum, { rows }) => sum + rows, 0);
      if (about > MOST_REMOTE_ROWS) return { kind: 'too-many', about };
      const rows: SourceRow[] = [];
      for (const { from, rows: n } of wanted) {
        const read = await rowsBetween(buffer, metadata, from, from + n);
        read.forEach((values, i) => {
          const cells: readonly unknown[] = Array.isArray(values) ? values : [];
          const properties = names.flatMap((name, index) => (hidden.has(name) ? [] : [[name, cells[index]] as const]));
          const row = partsRow(from + i + 1, properties, columns, (into) => takeParquet(cells[at], encoding, into));
          const { shape } = row;
          if (shape === null || meets([shape.x, shape.y, shape.x, shape.y], bbox)) rows.push(row);
        });
      }
      return { kind: 'rows', rows };
    },
  };
}
