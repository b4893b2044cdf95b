/**
 * A set without some of its rows: what is taken out is in no count, map or export, because it is not there. Arrays are
 * made once for one list of rows, so that a cell that is edited later costs its own column alone.
 */
import type { Geometries } from '../domain/geometries.ts';
import type { Column, PointSet } from '../domain/point-set.ts';
import { leftRow } from '../domain/set-changes.ts';

/** Rows that are left, as runs of neighbours: from, and past the last. */
type Runs = readonly (readonly [from: number, to: number])[];

function runsLeft(count: number, deleted: Uint32Array): Runs {
  const runs: [number, number][] = [];
  let from = 0;
  for (const row of deleted) {
    if (row > from) runs.push([from, row]);
    from = row + 1;
  }
  if (from < count) runs.push([from, count]);
  return runs;
}

type Numeric = Float64Array | Float32Array | Uint8Array | Uint16Array | Uint32Array;

/** Copies the entries of the runs into `target`, `width` a row. */
function into<T extends { set(part: ArrayLike<number>, at: number): void }>(
  target: T,
  source: Numeric,
  runs: Runs,
  width = 1,
): T {
  let at = 0;
  for (const [from, to] of runs) {
    target.set(source.subarray(width * from, width * to), at);
    at += width * (to - from);
  }
  return target;
}

/** Everything of a set that has an entry a row, but for its columns and label. */
type PerRow = Omit<Required<PointSet>, 'id' | 'name' | 'origin' | 'label' | 'columns' | 'count'>;
type Makers = { readonly [K in keyof PerRow]: (set: PointSet, left: Left) => PointSet[K] };

interface Left {
  readonly runs: Runs;
  readonly count: number;
  readonly deleted: Uint32Array;
}

/** One row for each part of a set: a new one does not compile without. */
const MAKERS: Makers = {
  positions: (set, { runs, count }) => into(new Float64Array(2 * count), set.positions, runs, 2),
  radiusM: (set, { runs, count }) => into(new Float32Array(count), set.radiusM, runs),
  precision: (set, { runs, count }) => into(new Uint8Array(count), set.precision, runs),
  cluster: (set, { runs, count }) => into(new Uint8Array(count), set.cluster, runs),
  district: (set, { runs, count }) => into(new Uint8Array(count), set.district, runs),
  town: (set, { runs, count }) => into(new Uint32Array(count), set.town, runs),
  siteKind: (set, { runs, count }) => into(new Uint8Array(count), set.siteKind, runs),
  status: (set, { runs, count }) => into(new Uint8Array(count), set.status, runs),
  datum: ({ datum }, { runs, count }) =>
    datum && {
      ...datum,
      byCoordinates: into(new Uint8Array(count), datum.byCoordinates, runs),
      ownRadiusM: into(new Float32Array(count), datum.ownRadiusM, runs),
      ownPrecision: into(new Uint8Array(count), datum.ownPrecision, runs),
    },
  located: ({ located }, { runs, count, deleted }) =>
    located && {
      codes: into(new Uint16Array(count), located.codes, runs),
      disagreeing: Uint32Array.from(rowsThatAreLeft(located.disagreeing, deleted), ([row]) => row),
    },
  geometries: ({ geometries }, { runs, count }) => geometries && geometriesLeft(geometries, runs, count),
  isCut: ({ isCut }) => isCut,

  sites: ({ sites }, { runs, count }) => sites && { ...sites, codes: into(new Uint32Array(count), sites.codes, runs) },
};

/** Of a list of rows those that are left, as they are numbered now, each with its place in the list. */
export function rowsThatAreLeft(rows: Uint32Array, deleted: Uint32Array): [row: number, at: number][] {
  return Array.from(rows).flatMap((row, at): [number, number][] => {
    const left = leftRow(deleted, row);
    return left === null ? [] : [[left, at]];
  });
}

const rowParts = new WeakMap<PointSet, { readonly deleted: Uint32Array; readonly set: PointSet }>();

/** The set without the rows; its label and columns are still those of all rows. */
export function rowsLeft(set: PointSet, deleted: Uint32Array): PointSet {
  const known = rowParts.get(set);
  if (known?.deleted === deleted) return known.set;
  const count = set.count - deleted.length;
  const made = partsLeft(set, { runs: runsLeft(set.count, deleted), count, deleted });
  rowParts.set(set, { deleted, set: made });
  return made;
}

/** One row alone, as a set of one without columns; whether its place and statement disagree is left out. */
export function rowAlone(set: PointSet, row: number): PointSet {
  const alone = partsLeft(
    { ...set, columns: [], located: undefined },
    { runs: [[row, row + 1]], count: 1, deleted: new Uint32Array() },
  );
  return { ...alone, label: { kind: 'coded', name: 'label', codes: Uint32Array.of(0), values: [''] } };
}

function partsLeft(set: PointSet, left: Left): PointSet {
  return {
    ...set,
    count: left.count,
    positions: MAKERS.positions(set, left),
    radiusM: MAKERS.radiusM(set, left),
    precision: MAKERS.precision(set, left),
    cluster: MAKERS.cluster(set, left),
    district: MAKERS.district(set, left),
    town: MAKERS.town(set, left),
    siteKind: MAKERS.siteKind(set, left),
    status: MAKERS.status(set, left),
    datum: MAKERS.datum(set, left),
    located: MAKERS.located(set, left),
    geometries: MAKERS.geometries(set, left),
    isCut: MAKERS.isCut(set, left),
    sites: MAKERS.sites(set, left),
  };
}

const columns = new WeakMap<Column, { readonly deleted: Uint32Array; readonly column: Column }>();

export function columnLeft<C extends Column>(column: C, count: number, deleted: Uint32Array): Column {
  const known = columns.get(column);
  if (known?.deleted === deleted) return known.column;
  const runs = runsLeft(count, deleted);
  const made = copied(column, runs, count - deleted.length);
  const edited =
    column.edited && new Set(rowsThatAreLeft(Uint32Array.from(column.edited), deleted).map(([row]) => row));
  const left = edited === undefined || edited.size === 0 ? { ...made, edited: undefined } : { ...made, edited };
  columns.set(column, { deleted, column: left });
  return left;
}

function copied(column: Column, runs: Runs, count: number): Column {
  switch (column.kind) {
    case 'number':
      return { ...column, values: into(new Float64Array(count), column.values, runs) };
    case 'coded':
      return { ...column, codes: into(new Uint32Array(count), column.codes, runs) };
    case 'text': {
      const slices = sliced(column.offsets, runs, count);
      return {
        ...column,
        offsets: slices.offsets,
        bytes: into(new Uint8Array(slices.total), column.bytes, slices.runs),
      };
    }
  }
}

/** Slices of an array of parts: the offsets of those that are left, and the runs of what they stand for. */
function sliced(starts: Uint32Array, runs: Runs, count: number) {
  const offsets = new Uint32Array(count + 1);
  const parts: [number, number][] = [];
  let [at, total] = [0, 0];
  for (const [from, to] of runs) {
    const first = starts[from] ?? 0;
    for (let row = from; row < to; row++) offsets[++at] = total + (starts[row + 1] ?? 0) - first;
    total = offsets[at] ?? 0;
    parts.push([first, starts[to] ?? 0]);
  }
  return { offsets, total, runs: parts };
}

function geometriesLeft(geometries: Geometries, runs: Runs, count: number): Geometries {
  const parts = sliced(geometries.partOffsets, runs, count);
  const rings = sliced(geometries.ringOffsets, parts.runs, parts.total);
  const vertices = sliced(geometries.vertexOffsets, rings.runs, rings.total);
  return {
    kind: into(new Uint8Array(count), geometries.kind, runs),
    partOffsets: parts.offsets,
    ringOffsets: rings.offsets,
    vertexOffsets: vertices.offsets,
    positions: into(new Float64Array(2 * vertices.total), geometries.positions, vertices.runs, 2),
    triangles: trianglesLeft(geometries, vertices.runs),
  };
}

/** The triangles of what is left, by the vertices as they are numbered now. */
function trianglesLeft({ triangles, positions }: Geometries, runs: Runs): Uint32Array {
  const GONE = 0xffffffff;
  const moved = new Uint32Array(positions.length / 2).fill(GONE);
  let next = 0;
  for (const [from, to] of runs) for (let vertex = from; vertex < to; vertex++) moved[vertex] = next++;
  return triangles.map((vertex) => moved[vertex] ?? GONE).filter((vertex) => vertex !== GONE);
}
