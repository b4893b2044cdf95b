/** A set some rows of which stand elsewhere than they were read: every other row keeps its number and its place. */
import type { Geometries } from '../domain/geometries.ts';
import type { PointSet, SetSites } from '../domain/point-set.ts';
import type { RowPlaces } from '../domain/set-changes.ts';

interface Numeric<T> {
  slice(): T;
  set(part: ArrayLike<number>, at: number): void;
}

/** The array with each row's entries in the place of those that were read; `of` gives them, `width` a row. */
function over<T extends Numeric<T> & ArrayLike<number>>(
  array: T,
  places: RowPlaces,
  of: (row: PointSet) => ArrayLike<number> | undefined,
  width = 1,
): T {
  const next = array.slice();
  for (const [at, { row }] of places) next.set(of(row) ?? [], width * at);
  return next;
}

/** Everything of a set that says where its rows are. */
type Whereabouts = Omit<Required<PointSet>, 'id' | 'name' | 'origin' | 'count' | 'label' | 'columns' | 'isCut'>;
type Makers = { readonly [K in keyof Whereabouts]: (set: PointSet, places: RowPlaces) => PointSet[K] };

/** One row for each part of a set: a new one does not compile without. */
const MAKERS: Makers = {
  positions: (set, places) => over(set.positions, places, (row) => row.positions, 2),
  radiusM: (set, places) => over(set.radiusM, places, (row) => row.radiusM),
  precision: (set, places) => over(set.precision, places, (row) => row.precision),
  cluster: (set, places) => over(set.cluster, places, (row) => row.cluster),
  district: (set, places) => over(set.district, places, (row) => row.district),
  town: (set, places) => over(set.town, places, (row) => row.town),
  siteKind: ({ siteKind }) => siteKind,
  status: ({ status }) => status,
  datum: ({ datum }, places) =>
    datum && {
      ...datum,
      byCoordinates: over(datum.byCoordinates, places, (row) => row.datum?.byCoordinates),
      ownRadiusM: over(datum.ownRadiusM, places, (row) => row.datum?.ownRadiusM),
      ownPrecision: over(datum.ownPrecision, places, (row) => row.datum?.ownPrecision),
    },
  located({ located }, places) {
    if (located === undefined) return undefined;
    const elsewhere = [...places].flatMap(([at, { row }]) => ((row.located?.disagreeing.length ?? 0) > 0 ? [at] : []));
    const others = located.disagreeing.filter((at) => !places.has(at));
    return {
      ...located,
      codes: over(located.codes, places, (row) => row.located?.codes),
      disagreeing: Uint32Array.from([...others, ...elsewhere]).sort(),
    };
  },
  geometries: (set, places) => movedShapes(set, places),
  sites: (set, places) => movedSites(set, places),
};

const last = new WeakMap<PointSet, { readonly places: RowPlaces; readonly set: PointSet }>();

/** The set itself where no row has moved. */
export function withPlaces(set: PointSet, places: RowPlaces | undefined): PointSet {
  if (places === undefined || places.size === 0) return set;
  const known = last.get(set);
  if (known?.places === places) return known.set;
  const made: PointSet = {
    ...set,
    positions: MAKERS.positions(set, places),
    radiusM: MAKERS.radiusM(set, places),
    precision: MAKERS.precision(set, places),
    cluster: MAKERS.cluster(set, places),
    district: MAKERS.district(set, places),
    town: MAKERS.town(set, places),
    siteKind: MAKERS.siteKind(set, places),
    status: MAKERS.status(set, places),
    datum: MAKERS.datum(set, places),
    located: MAKERS.located(set, places),
    geometries: MAKERS.geometries(set, places),
    sites: MAKERS.sites(set, places),
  };
  last.set(set, { places, set: made });
  return made;
}

function movedSites({ sites, count }: PointSet, places: RowPlaces): SetSites | undefined {
  if (sites === undefined && ![...places.values()].some(({ row }) => row.sites !== undefined)) return undefined;
  const ids = [...(sites?.ids ?? [])];
  const codes = sites?.codes.slice() ?? new Uint32Array(count);
  for (const [at, { row }] of places) {
    const id = row.sites?.ids[(row.sites.codes[0] ?? 0) - 1];
    if (id !== undefined && !ids.includes(id)) ids.push(id);
    codes[at] = id === undefined ? 0 : ids.indexOf(id) + 1;
  }
  return { ids, codes };
}

const NO_SHAPES = (count: number): Geometries => ({
  kind: new Uint8Array(count),
  partOffsets: new Uint32Array(count + 1),
  ringOffsets: Uint32Array.of(0),
  vertexOffsets: Uint32Array.of(0),
  positions: new Float64Array(),
  triangles: new Uint32Array(),
});

/** Lines and areas with those of the rows that moved in their place. */
function movedShapes({ geometries, count }: PointSet, places: RowPlaces): Geometries | undefined {
  const rows = [...places].sort(([a], [b]) => a - b);
  if (geometries === undefined && !rows.some(([, { row }]) => row.geometries !== undefined)) return undefined;
  const joined = new Joined();
  const read = geometries ?? NO_SHAPES(count);
  let from = 0;
  for (const [at, { row }] of rows) {
    joined.add(read, from, at);
    joined.add(row.geometries ?? NO_SHAPES(1), 0, 1);
    from = at + 1;
  }
  joined.add(read, from, count);
  return joined.finish();
}

/** Runs of rows of several sets, one after the other. */
class Joined {
  private readonly runs: { readonly of: Geometries; readonly from: number; readonly to: number }[] = [];

  add(of: Geometries, from: number, to: number): void {
    if (to > from) this.runs.push({ of, from, to });
  }

  finish(): Geometries {
    const parts = this.sliced((of) => of.partOffsets, this.runs);
    const rings = this.sliced((of) => of.ringOffsets, parts.runs);
    const vertices = this.sliced((of) => of.vertexOffsets, rings.runs);
    const kind = new Uint8Array(parts.offsets.length - 1);
    const positions = new Float64Array(2 * vertices.total);
    let [row, at] = [0, 0];
    for (const { of, from, to } of this.runs) {
      kind.set(of.kind.subarray(from, to), row);
      row += to - from;
    }
    for (const { of, from, to } of vertices.runs) {
      positions.set(of.positions.subarray(2 * from, 2 * to), 2 * at);
      at += to - from;
    }
    return {
      kind,
      partOffsets: parts.offsets,
      ringOffsets: rings.offsets,
      vertexOffsets: vertices.offsets,
      positions,
      triangles: trianglesOf(vertices.runs),
    };
  }

  /** Offsets of the slices of the runs, and the runs of what they stand for. */
  private sliced(starts: (of: Geometries) => Uint32Array, runs: Joined['runs']) {
    const offsets: number[] = [0];
    const next: { of: Geometries; from: number; to: number }[] = [];
    let total = 0;
    for (const { of, from, to } of runs) {
      const at = starts(of);
      const first = at[from] ?? 0;
      for (let each = from; each < to; each++) offsets.push(total + (at[each + 1] ?? 0) - first);
      total = offsets.at(-1) ?? 0;
      next.push({ of, from: first, to: at[to] ?? 0 });
    }
    return { offsets: Uint32Array.from(offsets), total, runs: next };
  }
}

/** The triangles of all runs, by the vertices as they are numbered now. */
function trianglesOf(
  runs: readonly { readonly of: Geometries; readonly from: number; readonly to: number }[],
): Uint32Array {
  const GONE = 0xffffffff;
  const moved = new Map<Geometries, Uint32Array>();
  let next = 0;
  for (const { of, from, to } of runs) {
    const own = moved.get(of) ?? new Uint32Array(of.positions.length / 2).fill(GONE);
    moved.set(of, own);
    for (let vertex = from; vertex < to; vertex++) own[vertex] = next++;
  }
  const kept = [...moved].map(([{ triangles }, own]) =>
    triangles.map((vertex) => own[vertex] ?? GONE).filter((vertex) => vertex !== GONE),
  );
  const all = new Uint32Array(kept.reduce((sum, { length }) => sum + length, 0));
  kept.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}
