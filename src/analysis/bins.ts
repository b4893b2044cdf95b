/** Records in hexagons of one stated area on the ground. */
import { isPlaced } from '../domain/point-set.ts';
import { recordsOf } from './counted-set.ts';
import type { Source } from './cross-table.ts';
import { type EqualArea, equalArea } from './equal-area.ts';
import { type Group, together } from './group-measures.ts';
import { radiusAt } from './spatial-index.ts';

export interface Bin {
  /** Place in the hexagon grid (axial coordinates). */
  readonly q: number;
  readonly r: number;
  /** Records whose point lies in it. */
  readonly count: number;
  /** Of those the ones whose whole circle of error does, and all records whose circle reaches into it. */
  readonly certain: number;
  readonly possible: number;
  /** The numbers of its records, where a column was asked for. */
  readonly group: Group;
  /** Of those the numbers of the certain ones. */
  readonly sure: Group;
  /** Numbers of the records that may lie in it and may not, the coarse ones apart. */
  readonly open: Group;
  /** What the coarse ones may add. */
  readonly coarse: CoarseNumbers;
}

/** Numbers of records of which a hexagon may hold any or none. */
export interface CoarseNumbers {
  /** Records with a number, and without. */
  readonly known: number;
  readonly missing: number;
  /** Sum of the numbers below 0, and of those above. */
  readonly below: number;
  readonly above: number;
}

const NO_NUMBERS: CoarseNumbers = { known: 0, missing: 0, below: 0, above: 0 };

const added = (a: CoarseNumbers, b: CoarseNumbers): CoarseNumbers => ({
  known: a.known + b.known,
  missing: a.missing + b.missing,
  below: a.below + b.below,
  above: a.above + b.above,
});

const ofOne = (value: number): CoarseNumbers =>
  Number.isFinite(value)
    ? { known: 1, missing: 0, below: Math.min(0, value), above: Math.max(0, value) }
    : { ...NO_NUMBERS, missing: 1 };
export interface Bins {
  /** Width of a hexagon from side to side, metres. */
  readonly acrossM: number;
  /** Area of every hexagon, m². */
  readonly areaM2: number;
  /** Most records first; those in which no point lies are left out. */
  readonly bins: readonly Bin[];
  readonly counted: number;
  /** Hexagons in which no point lies, but which the circle of a counted one reaches. */
  readonly reached: number;
  /** Records known less closely than a hexagon is wide: a hexagon would claim more than is known. */
  readonly tooCoarse: number;
  /** Whether those are among the possible ones; not where there are too many places of them. */
  readonly coarseArePossible: boolean;
  readonly unplaced: number;
}

/** The grid stands on the ground and not on the data, so that a hexagon keeps its place when the filter changes. */
const CENTRE = [113, 23] as const;
const PLANE: EqualArea = equalArea(CENTRE);
/** The plane stretches no length by more: a circle of error on the ground is held by one so much wider. */
const STRETCH = 1.005;
/** Pairs of a coarse place and a hexagon that are looked at. */
const MOST_PAIRS = 20_000_000;

/** One number for a place in the grid: a million hexagons are no strings. */
const SPAN = 2 ** 22;
const keyOf = (q: number, r: number): number => (q + SPAN / 2) * SPAN + r + SPAN / 2;

/** Grid place of a point; pointy-top hexagons, side to side `across` metres. */
function hexagonOf(x: number, y: number, across: number): readonly [q: number, r: number] {
  const r = (2 / Math.sqrt(3)) * (y / across);
  const q = x / across - r / 2;
  const rounded = [Math.round(q), Math.round(r), Math.round(-q - r)] as const;
  const [dq, dr, ds] = [Math.abs(rounded[0] - q), Math.abs(rounded[1] - r), Math.abs(rounded[2] + q + r)];
  if (dq > dr && dq > ds) return [-rounded[1] - rounded[2], rounded[1]];
  return dr > ds ? [rounded[0], -rounded[0] - rounded[2]] : [rounded[0], rounded[1]];
}

/** Metres from a point to the rim of a hexagon of the grid; below 0 inside. */
function metresTo(x: number, y: number, q: number, r: number, across: number): number {
  let [u, v] = [Math.abs(x - across * (q + r / 2)), Math.abs(y - (across * r * Math.sqrt(3)) / 2)];
  // A hexagon is six times the same: the side that the point looks at is turned to the right.
  if (v * Math.sqrt(3) > u) [u, v] = [u / 2 + (v * Math.sqrt(3)) / 2, Math.abs((u * Math.sqrt(3)) / 2 - v / 2)];
  const beyond = u - across / 2;
  return beyond <= 0 ? beyond : Math.hypot(beyond, Math.max(0, v - across / (2 * Math.sqrt(3))));
}

/** Counts of one hexagon as they grow. */
interface Growing {
  q: number;
  r: number;
  count: number;
  certain: number;
  /** Numbers of the certain ones, and of the others whose point lies in it. */
  readonly sure: Group;
  readonly unsure: Group;
}

/** What may lie in a hexagon without having its point there. */
interface Reaching {
  count: number;
  readonly group: Group;
}

const newGroup = (): Group => ({ missing: 0, numbers: [] });

/**
 * Counts records by hexagon. Throws a RangeError for a width that is not above 0.
 *
 * @param values a number a row of every source, whose numbers the bins then hold; NaN where there is none
 */
export function hexagonBins(sources: readonly Source[], acrossM: number, values?: Float64Array): Bins {
  if (!(acrossM > 0)) throw new RangeError('a hexagon needs a width above 0');
  const bins = new Map<number, Growing>();
  const reached = new Map<number, Reaching>();
  const coarse = new CoarsePlaces();
  const note = (group: Group, value: number | undefined) => {
    if (value !== undefined) addTo(group, value);
  };
  let [counted, unplaced] = [0, 0];
  for (const source of sources) {
    const { set } = source.counted;
    for (const row of recordsOf(source.counted, source.rows)) {
      const radius = radiusAt(set, row) * STRETCH;
      if (!isPlaced(set, row)) {
        unplaced++;
        continue;
      }
      const value = values === undefined ? undefined : (values[row] ?? Number.NaN);
      const [x, y] = PLANE.project(set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN);
      if (radius > acrossM * STRETCH) {
        coarse.add(x, y, radius, value);
        continue;
      }
      const [q, r] = hexagonOf(x, y, acrossM);
      const key = keyOf(q, r);
      const bin = bins.get(key) ?? { q, r, count: 0, certain: 0, sure: newGroup(), unsure: newGroup() };
      if (bin.count++ === 0) bins.set(key, bin);
      if (radius <= -metresTo(x, y, q, r, acrossM)) {
        bin.certain++;
        note(bin.sure, value);
      } else {
        note(bin.unsure, value);
        for (const other of othersReached({ x, y, radius }, { q, r }, acrossM)) {
          const found = reached.get(other) ?? { count: 0, group: newGroup() };
          if (found.count++ === 0) reached.set(other, found);
          note(found.group, value);
        }
      }
      counted++;
    }
  }
  const coarseArePossible = coarse.places * bins.size <= MOST_PAIRS;
  const sorted = [...bins]
    .map(([key, { q, r, count, certain, sure, unsure }]): Bin => {
      const beside = reached.get(key);
      const far = coarseArePossible ? coarse.reaching(q, r, acrossM) : { records: 0, numbers: NO_NUMBERS };
      return {
        ...{ q, r, count, certain, sure },
        group: together([sure, unsure]),
        possible: count + (beside?.count ?? 0) + far.records,
        open: together([unsure, beside?.group ?? newGroup()]),
        coarse: far.numbers,
      };
    })
    .sort((a, b) => b.count - a.count || a.q - b.q || a.r - b.r);
  const empty = [...reached.keys()].filter((key) => !bins.has(key)).length;
  return {
    acrossM,
    areaM2: (Math.sqrt(3) / 2) * acrossM ** 2,
    bins: sorted,
    counted,
    reached: empty,
    tooCoarse: coarse.records,
    coarseArePossible,
    unplaced,
  };
}

/** Each other hexagon that a record's circle reaches; none is farther than two from its own. */
function* othersReached(
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  own: { readonly q: number; readonly r: number },
  across: number,
): Generator<number> {
  for (let dq = -2; dq <= 2; dq++) {
    for (let dr = Math.max(-2, -2 - dq); dr <= Math.min(2, 2 - dq); dr++) {
      if (dq === 0 && dr === 0) continue;
      if (metresTo(x, y, own.q + dq, own.r + dr, across) <= radius) yield keyOf(own.q + dq, own.r + dr);
    }
  }
}

/** Places of records that are known less closely than a hexagon is wide: many share that of their town. */
class CoarsePlaces {
  private readonly byX = new Map<
    number,
    { readonly y: number; readonly radius: number; count: number; numbers: CoarseNumbers }[]
  >();
  places = 0;
  records = 0;

  /** @param value its number, NaN where it has none; undefined where none was asked for */
  add(x: number, y: number, radius: number, value: number | undefined): void {
    this.records++;
    const here = this.byX.get(x) ?? [];
    if (here.length === 0) this.byX.set(x, here);
    const numbers = value === undefined ? NO_NUMBERS : ofOne(value);
    const known = here.find((each) => each.y === y && each.radius === radius);
    if (known === undefined) {
      here.push({ y, radius, count: 1, numbers });
      this.places++;
      return;
    }
    known.count++;
    known.numbers = added(known.numbers, numbers);
  }

  /** Records whose circle reaches into a hexagon, and their numbers. */
  reaching(q: number, r: number, across: number): { records: number; numbers: CoarseNumbers } {
    const found = { records: 0, numbers: NO_NUMBERS };
    for (const [x, here] of this.byX) {
      for (const { y, radius, count, numbers } of here) {
        if (metresTo(x, y, q, r, across) > radius) continue;
        found.records += count;
        found.numbers = added(found.numbers, numbers);
      }
    }
    return found;
  }
}

/** Place in the grid of the hexagon in which a point lies, as one number; the same for the same hexagon. */
export function hexagonKeyAt(lng: number, lat: number, acrossM: number): number {
  return keyOf(...hexagonOf(...PLANE.project(lng, lat), acrossM));
}

export const hexagonKey = ({ q, r }: Pick<Bin, 'q' | 'r'>): number => keyOf(q, r);

function addTo(group: Group, value: number): void {
  if (Number.isFinite(value)) group.numbers.push(value);
  else group.missing++;
}

/** Middle of a hexagon, `[lng, lat]`. */
export function hexagonMiddle(
  { acrossM }: Pick<Bins, 'acrossM'>,
  { q, r }: Pick<Bin, 'q' | 'r'>,
): readonly [number, number] {
  return PLANE.unproject(acrossM * (q + r / 2), (acrossM * r * Math.sqrt(3)) / 2);
}

/** Corners of a hexagon, `[lng, lat]`, closed, counter-clockwise. */
export function hexagonRing(
  { acrossM }: Pick<Bins, 'acrossM'>,
  { q, r }: Pick<Bin, 'q' | 'r'>,
): (readonly [number, number])[] {
  const x = acrossM * (q + r / 2);
  const y = (acrossM * r * Math.sqrt(3)) / 2;
  return [0, 1, 2, 3, 4, 5, 0].map((corner) => {
    const angle = (Math.PI / 3) * corner + Math.PI / 6;
    return PLANE.unproject(
      x + (acrossM / Math.sqrt(3)) * Math.cos(angle),
      y + (acrossM / Math.sqrt(3)) * Math.sin(angle),
    );
  });
}
