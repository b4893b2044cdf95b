/** Rivers and lakes: the better, partial file, and a coarse one only where the better one has nothing. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, MultiLineString, Polygon, Position } from 'geojson';
import type { InferOutput } from 'valibot';
import type { Bbox } from '../../src/domain/position.ts';
import { apart, lineOf, resampled } from './ground/curve.ts';
import { FADES, fadedLines, nearestWithin, toEdgeM } from './ground/ends.ts';
import {
  emptyMask,
  type Grid,
  gridOf,
  indexOf,
  type Mask,
  type Point,
  pointsOf,
  positionsOf,
  stamp,
} from './ground/grid.ts';
import { type NetworkRules, smoothed, strokesOfLines, tied, withoutScraps } from './ground/network.ts';
import { type River, type RiverRules, riverAreas, riversOf } from './ground/rivers.ts';
import { lengthOf } from './ground/strokes.ts';
import { clipLine, distanceM, distanceToLineM } from './planar.ts';
import type { Problem } from './problem.ts';
import type { RiverRecords } from './records.ts';
import { type RiverName, riverNames } from './river-names.ts';
import type { SourceCollection } from './source.ts';
import { rewind } from './topology.ts';

interface WaterProperties {
  kind: 'water-polygon' | 'centre-line';
  /** Opacity; below 1 only in the last stretches, which lie on top of each other. */
  fade: number;
  source: string;
}
export type Waterway = Feature<Polygon | MultiLineString, WaterProperties> | RiverName;
export type Waterways = FeatureCollection<Polygon | MultiLineString, Waterway['properties']>;
export type CoarseRiver = Feature<MultiLineString, { kind: 'shore' | 'river'; fade: number; maxzoom: number }>;

/** The box at which the source's tiles were cut. */
const SOURCE_BOX: Bbox = [112.35, 22.55, 113.49, 23.6];
const CELL_M = 30;
const AREAS: RiverRules = {
  ...{ mergeM: 120, holeM2: 900_000, spurM: 2500, pieceM: 4500, smoothM: 180 },
  ...{ leastM2: 400_000, leastHalfM: 75 },
};
/** Shorelines keep closer to the cells than the middle of a river to its source. */
const SHORE_M = 45;
const LINES: NetworkRules = { mergeM: 150, holeM2: 600_000, spurM: 800, pieceM: 2000, smoothM: 60 };
/** Straight pieces longer than this lie over a gap of the chain: vertices are 1 to 2 km apart, 3.1 km at most. */
const CONNECTOR_M = 3500;
/** An area and a centre line this near are one river. */
const JOIN_M = 900;
const BESIDE_M = 300;
const FADE_M = 2400;
const EDGE_FADE_M = 3500;

/** Coarse rivers are good to this zoom and must not be drawn beyond it. */
const COARSE_MAXZOOM = 9;
/** A coarse line nearer to a waterway than this may show the same river, wrongly: the source is up to 4 km off. */
const SAME_RIVER_M = 4000;
/** What is left of a coarse line must be this long to be worth drawing. */
const MIN_RUN_M = 12_000;
/** Spacing at which the coarse lines' segments are tested, in degrees (about 300 m). */
const SAMPLE_DEG = 0.003;
const COARSE_FADE_M = 5000;

const cut = (end: Point): boolean => toEdgeM(SOURCE_BOX, end) < 900;
const fadeM = (end: Point): number => (cut(end) ? EDGE_FADE_M : FADE_M);

/**
 * Waterways of the source inside `bbox`, joined and smoothed: areas, centre lines outside of them, and the lines along
 * which the rivers of `named` are written; anything but an area or a line is a problem. Positions have 4 decimals (11 m).
 */
export function waterwayCollection(
  source: SourceCollection,
  named: InferOutput<typeof RiverRecords>,
  bbox: Bbox,
  file: string,
): { waterways: Waterways; problems: Problem[] } {
  const { areas, lines, sources, problems } = piecesOf(source, bbox, file);
  const grid = gridOf(bbox, CELL_M);
  const chain = lines.map((points) => ({ points, of: null }));
  const rivers = riversOf(grid, areas, AREAS).map((river) => ({ ...river, loose: looseOf(river, chain) }));
  const drawn = riverAreas(grid, rivers, { ...AREAS, smoothM: SHORE_M }, fadeM);
  const features: Waterway[] = drawn.flatMap(({ fade, outlines }) =>
    outlines.map((rings): Waterway => {
      const coordinates = rewind(rings.map((ring) => positionsOf(ring, 4)));
      return {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates },
        properties: { kind: 'water-polygon', fade, source: sources.area },
      };
    }),
  );
  const centres = centreLines(
    grid,
    lines,
    drawn.map(({ mask }) => mask),
    rivers,
  );
  for (const fade of [1, ...FADES]) {
    const coordinates = centres.filter((line) => line.fade === fade).map(({ points }) => lineOf(points));
    if (coordinates.length > 0)
      features.push({
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates },
        properties: { kind: 'centre-line', fade, source: sources.line },
      });
  }
  const middles = [...rivers, ...centres].map(({ points }) => points);
  const { names, problems: unnamed } = riverNames(named, middles);
  features.push(...names);
  return { waterways: { type: 'FeatureCollection', features }, problems: [...problems, ...unnamed] };
}

interface Pieces {
  areas: Point[][][];
  lines: Point[][];
  sources: { area: string; line: string };
  problems: Problem[];
}

/** Areas and lines in metres; straight pieces over gaps are taken out of the lines. */
function piecesOf(source: SourceCollection, bbox: Bbox, file: string): Pieces {
  const pieces: Pieces = { areas: [], lines: [], sources: { area: '', line: '' }, problems: [] };
  for (const [index, { geometry, properties }] of source.features.entries()) {
    if (geometry?.type === 'Polygon') {
      pieces.areas.push(geometry.coordinates.map(pointsOf));
      pieces.sources.area = String(properties?.source);
    } else if (geometry?.type === 'LineString') {
      pieces.lines.push(...clipLine(geometry.coordinates, bbox).map(pointsOf));
      pieces.sources.line = String(properties?.source);
    } else {
      pieces.problems.push({ file, record: `feature ${index}`, reason: `the geometry is ${geometry?.type ?? 'null'}` });
    }
  }
  return pieces;
}

/** An end of an area is none where a centre line goes on from it. */
function looseOf({ points, loose }: River, chain: readonly { points: Point[]; of: null }[]): River['loose'] {
  const goesOn = (end: Point | undefined): boolean =>
    end !== undefined && !cut(end) && nearestWithin(end, chain, JOIN_M, () => true) !== undefined;
  return [loose[0] && !goesOn(points[0]), loose[1] && !goesOn(points.at(-1))];
}

/** The lines outside of the areas, tied to these where they go on from them, without straight pieces over gaps. */
function centreLines(grid: Grid, lines: readonly Point[][], water: readonly Mask[], rivers: readonly River[]) {
  const inWater = (point: Point): boolean => water.some((mask) => mask[indexOf(grid, point)] === 1);
  // Along the bank of an area runs the same river; where the area ends the line goes on from its very end.
  const near = emptyMask(grid);
  for (const { points, halves } of rivers)
    points.forEach((point, i) => {
      stamp(grid, near, points[i - 1] ?? point, point, (halves[i] ?? 0) + BESIDE_M);
    });
  const beside = (point: Point): boolean => near[indexOf(grid, point)] === 1;
  const dry = lines.flatMap((line) => withoutConnectors(line, inWater)).flatMap((line) => runsOf(line, beside));
  // What is short between two areas stays; short of one and of nothing it goes, once it is known what it meets.
  const strokes = strokesOfLines(grid, dry, { ...LINES, spurM: 300, pieceM: 300 });
  const together = [
    ...strokes.map((stroke) => ({ ...stroke, group: 'line' })),
    ...rivers.map((river) => ({ ...river, group: 'area' })),
  ];
  const met = withoutScraps(
    tied(together, JOIN_M, (end) => !cut(end)),
    LINES,
  );
  return smoothed(met, LINES)
    .filter(({ group }) => group === 'line')
    .flatMap((stroke) => fadedLines(stroke, fadeM));
}

/** A line cut where it runs straight for longer than the source's vertices are apart, unless water lies beneath. */
function withoutConnectors(line: readonly Point[], inWater: (point: Point) => boolean): Point[][] {
  const parts: Point[][] = [[]];
  line.forEach((point, i) => {
    const previous = line[i - 1];
    const connector =
      previous !== undefined &&
      apart(previous, point) > CONNECTOR_M &&
      resampled([previous, point], 200).filter((each) => !inWater(each)).length * 200 > CONNECTOR_M / 2;
    if (connector) parts.push([]);
    parts.at(-1)?.push(point);
  });
  return parts.filter((part) => part.length > 1);
}

/** The stretches of a line that lie outside of the areas. */
function runsOf(line: readonly Point[], inWater: (point: Point) => boolean): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of resampled(line, 50)) {
    if (!inWater(point)) runs.at(-1)?.push(point);
    else if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1 && lengthOf(run) > 300);
}

/**
 * The coarse rivers inside `bbox`, without the parts within SAME_RIVER_M of a waterway of the source and without short
 * rests, one feature a kind and strength. The rest has the source's own error: hundreds of metres.
 */
export function coarseRivers(
  source: SourceCollection,
  waterways: SourceCollection,
  bbox: Bbox,
): FeatureCollection<MultiLineString, CoarseRiver['properties']> {
  const parts: Record<CoarseRiver['properties']['kind'], Position[][]> = { shore: [], river: [] };
  for (const { geometry, properties } of source.features) {
    if (geometry?.type !== 'LineString') continue;
    const kind = properties?.kind === 'river' ? 'river' : 'shore';
    for (const part of clipLine(geometry.coordinates, bbox)) {
      parts[kind].push(...awayFrom(part, waterways).filter((run) => lengthM(run) >= MIN_RUN_M));
    }
  }
  const features = (['shore', 'river'] as const).flatMap((kind) => {
    const pieces = parts[kind].flatMap((line) => fadedCoarse(line, parts[kind]));
    return [1, ...FADES].flatMap((fade): CoarseRiver[] => {
      const coordinates = pieces.filter((piece) => piece.fade === fade).map(({ points }) => positionsOf(points, 3));
      const lines = coordinates.filter((line) => line.length > 1);
      const properties = { kind, fade, maxzoom: COARSE_MAXZOOM };
      return lines.length === 0
        ? []
        : [{ type: 'Feature', geometry: { type: 'MultiLineString', coordinates: lines }, properties }];
    });
  });
  return { type: 'FeatureCollection', features };
}

/** Ends fade unless another line begins there; a closed line has none. */
function fadedCoarse(line: Position[], all: readonly Position[][]) {
  const meets = (end: Position | undefined): boolean =>
    all.filter((other) => [other[0], other.at(-1)].some((each) => String(each) === String(end))).length > 1;
  const closed = String(line[0]) === String(line.at(-1));
  const loose: [boolean, boolean] = [!closed && !meets(line[0]), !closed && !meets(line.at(-1))];
  return fadedLines({ points: pointsOf(line), loose }, () => COARSE_FADE_M);
}

/** The runs of segments that stay away from every waterway along their whole length. */
function awayFrom(line: readonly Position[], waterways: SourceCollection): Position[][] {
  const runs: Position[][] = [];
  let open: Position[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a = [], b = []] = [line[i - 1], line[i]];
    if (samples(a, b).some((position) => waterways.features.some((waterway) => isNear(position, waterway))))
      open = null;
    else if (open !== null) open.push(b);
    else {
      open = [a, b];
      runs.push(open);
    }
  }
  return runs;
}

function lengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, position, i) => sum + distanceM(position, line[i] ?? position), 0);
}

function samples([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): Position[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / SAMPLE_DEG));
  return Array.from({ length: steps + 1 }, (_, i) => [ax + ((bx - ax) * i) / steps, ay + ((by - ay) * i) / steps]);
}

function isNear(position: Position, { geometry }: SourceCollection['features'][number]): boolean {
  if (geometry?.type === 'LineString') return distanceToLineM(position, geometry.coordinates) < SAME_RIVER_M;
  if (geometry?.type !== 'Polygon') return false;
  if (booleanPointInPolygon(position, geometry)) return true;
  return geometry.coordinates.some((ring) => distanceToLineM(position, ring) < SAME_RIVER_M);
}
