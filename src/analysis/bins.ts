/** Records in hexagons of one stated area on the ground. */
import { isPlaced } from '../domain/point-set.ts';
import { recordsOf } from './counted-set.ts';
import type { Source } from './cross-table.ts';
import { type EqualArea, equalArea } from './equal-area.ts';
import type { Group } from './group-measures.ts';
import { radiusAt } from './spatial-index.ts';

export interface Bin {
  /** Place in the hexagon grid (axial coordinates). */
  readonly q: number;
  readonly r: number;
  readonly count: number;
  /** The numbers of its records, where a column was asked for. */
  readonly group: Group;
}
export interface Bins {
  /** Width of a hexagon from side to side, metres. */
  readonly acrossM: number;
  /** Area of every hexagon, m². */
  readonly areaM2: number;
  /** Most records first. */
  readonly bins: readonly Bin[];
  readonly counted: number;
  /** Records known less closely than a hexagon is wide: a hexagon would claim more than is known. */
  readonly tooCoarse: number;
  readonly unplaced: number;
}

/** The grid stands on the ground and not on the data, so that a hexagon keeps its place when the filter changes. */
const CENTRE = [113, 23] as const;
const PLANE: EqualArea = equalArea(CENTRE);

/** Grid place of a point; pointy-top hexagons, side to side `across` metres. */
function hexagonOf(x: number, y: number, across: number): readonly [q: number, r: number] {
  const r = (2 / Math.sqrt(3)) * (y / across);
  const q = x / across - r / 2;
  const rounded = [Math.round(q), Math.round(r), Math.round(-q - r)] as const;
  const [dq, dr, ds] = [Math.abs(rounded[0] - q), Math.abs(rounded[1] - r), Math.abs(rounded[2] + q + r)];
  if (dq > dr && dq > ds) return [-rounded[1] - rounded[2], rounded[1]];
  return dr > ds ? [rounded[0], -rounded[0] - rounded[2]] : [rounded[0], rounded[1]];
}

/**
 * Counts records by hexagon. Throws a RangeError for a width that is not above 0.
 *
 * @param values a number a row of every source, whose numbers the bins then hold; NaN where there is none
 */
export function hexagonBins(sources: readonly Source[], acrossM: number, values?: Float64Array): Bins {
  if (!(acrossM > 0)) throw new RangeError('a hexagon needs a width above 0');
  const bins = new Map<string, { q: number; r: number; count: number; group: Group }>();
  let [counted, tooCoarse, unplaced] = [0, 0, 0];
  for (const source of sources) {
    const { set } = source.counted;
    for (const row of recordsOf(source.counted, source.rows)) {
      if (!isPlaced(set, row)) unplaced++;
      else if (radiusAt(set, row) > acrossM) tooCoarse++;
      else {
        const [x, y] = PLANE.project(set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN);
        const [q, r] = hexagonOf(x, y, acrossM);
        const key = `${q},${r}`;
        const bin = bins.get(key) ?? { q, r, count: 0, group: { missing: 0, numbers: [] } };
        bins.set(key, bin);
        bin.count++;
        if (values !== undefined) addTo(bin.group, values[row] ?? Number.NaN);
        counted++;
      }
    }
  }
  const sorted = [...bins.values()].sort((a, b) => b.count - a.count || a.q - b.q || a.r - b.r);
  return { acrossM, areaM2: (Math.sqrt(3) / 2) * acrossM ** 2, bins: sorted, counted, tooCoarse, unplaced };
}

function addTo(group: Group, value: number): void {
  if (Number.isFinite(value)) group.numbers.push(value);
  else group.missing++;
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
