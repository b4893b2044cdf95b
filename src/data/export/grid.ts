/** The datums and grids that files can be written in, what each is called, and the way there from WGS-84. */
import type { Wgs84 } from '../../domain/position.ts';
import { addColumns, type ExportTable } from './table.ts';

export const GRID_IDS = ['wgs84', 'gcj02', 'bd09', 'epsg:4547', 'epsg:4526', 'epsg:3857'] as const;
export type GridId = (typeof GRID_IDS)[number];

/** As it stands in every file; the same in all languages. */
export const GRID_NAMES: Record<GridId, string> = {
  wgs84: 'WGS-84 (EPSG:4326; CGCS2000 = EPSG:4490)',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
  'epsg:4547': 'CGCS2000 / 3-degree Gauss-Kruger CM 114E (EPSG:4547)',
  'epsg:4526': 'CGCS2000 / 3-degree Gauss-Kruger zone 38 (EPSG:4526)',
  'epsg:3857': 'WGS 84 / Pseudo-Mercator (EPSG:3857)',
};

export interface Grid {
  readonly id: GridId;
  /** True for eastings and northings in metres; else degrees. */
  readonly projected: boolean;
  /** Longitude or easting first; degrees to 1e-7, metres to 1 mm. */
  from(position: Wgs84): readonly [x: number, y: number];
}

/** Loads the conversion; the libraries behind it come only when one is needed. */
export async function gridOf(id: GridId): Promise<Grid> {
  if (id === 'wgs84') return { id, projected: false, from: ([lng, lat]) => [lng, lat] };
  const { converterOf } = await import('../import/place/convert.ts');
  const converter = converterOf(id, null);
  if (converter === null) throw new Error(`no conversion to ${id}`);
  const scale = converter.projected ? 1e3 : 1e7;
  const rounded = (value: number) => Math.round(value * scale) / scale;
  return {
    id,
    projected: converter.projected,
    from([lng, lat]) {
      const [x, y] = converter.inverse(lng, lat);
      return [rounded(x), rounded(y)];
    },
  };
}

/** Words for the two coordinate columns; `grid` is appended to each. */
export interface CoordinateWords {
  readonly lng: string;
  readonly lat: string;
  readonly easting: string;
  readonly northing: string;
}

/** What a heading of coordinates says of their datum: `WGS-84`, `GCJ-02`, `m, EPSG:4547`. */
export function gridHeading({ id, projected }: Grid): string {
  if (id === 'wgs84') return 'WGS-84';
  return projected ? `m, ${id.toUpperCase()}` : GRID_NAMES[id];
}

/** The table with its coordinates as two columns whose headings name the datum. */
export function withCoordinates(table: ExportTable, grid: Grid, words: CoordinateWords): ExportTable {
  const [x, y] = grid.projected ? (['easting', 'northing'] as const) : (['lng', 'lat'] as const);
  const heading = gridHeading(grid);
  return addColumns(
    table,
    [
      { key: x, label: `${words[x]} (${heading})` },
      { key: y, label: `${words[y]} (${heading})` },
    ],
    (index) => {
      const position = table.position(index);
      return position === null ? [null, null] : grid.from(position);
    },
  );
}
