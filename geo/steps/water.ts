/** Rivers and lakes: the better, partial file, and a coarse one only where the better one has nothing. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, MultiLineString, Polygon, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import { clipLine, distanceM, distanceToLineM, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';
import { rewind } from './topology.ts';

export type Waterway = Feature<Polygon | LineString, { kind: 'water-polygon' | 'centre-line'; source: string }>;
export type CoarseRiver = Feature<MultiLineString, { kind: 'shore' | 'river'; maxzoom: number }>;

/** Coarse rivers are good to this zoom and must not be drawn beyond it. */
const COARSE_MAXZOOM = 9;
/** A coarse line nearer to a waterway than this may show the same river, wrongly: the source is up to 4 km off. */
const SAME_RIVER_M = 4000;
/** What is left of a coarse line must be this long to be worth drawing. */
const MIN_RUN_M = 5000;
/** Spacing at which the coarse lines' segments are tested, in degrees (about 300 m). */
const SAMPLE_DEG = 0.003;

/** Waterways of the source with 5 decimals; anything but an area or a line is a problem. */
export function waterwayCollection(
  source: SourceCollection,
  file: string,
): { waterways: FeatureCollection<Polygon | LineString, Waterway['properties']>; problems: Problem[] } {
  const features: Waterway[] = [];
  const problems: Problem[] = [];
  for (const [index, { geometry, properties }] of source.features.entries()) {
    const origin = String(properties?.source);
    if (geometry?.type === 'Polygon') {
      const coordinates = rewind(geometry.coordinates.map((ring) => ring.map(fine)));
      features.push({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates },
        properties: { kind: 'water-polygon', source: origin },
      });
    } else if (geometry?.type === 'LineString') {
      const coordinates = geometry.coordinates.map(fine);
      features.push({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties: { kind: 'centre-line', source: origin },
      });
    } else {
      problems.push({ file, record: `feature ${index}`, reason: `the geometry is ${geometry?.type ?? 'null'}` });
    }
  }
  return { waterways: { type: 'FeatureCollection', features }, problems };
}

/**
 * The coarse rivers inside `bbox`, without the parts within SAME_RIVER_M of a waterway and without short rests,
 * one feature a kind.
 * The rest has the source's own error: hundreds of metres.
 */
export function coarseRivers(
  source: SourceCollection,
  waterways: readonly Waterway[],
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
  const features = (['shore', 'river'] as const).map(
    (kind): CoarseRiver => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: parts[kind].map((line) => line.map(rough)) },
      properties: { kind, maxzoom: COARSE_MAXZOOM },
    }),
  );
  return { type: 'FeatureCollection', features };
}

/** The runs of segments that stay away from every waterway along their whole length. */
function awayFrom(line: readonly Position[], waterways: readonly Waterway[]): Position[][] {
  const runs: Position[][] = [];
  let open: Position[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a = [], b = []] = [line[i - 1], line[i]];
    if (samples(a, b).some((position) => waterways.some((waterway) => isNear(position, waterway)))) open = null;
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

function isNear(position: Position, { geometry }: Waterway): boolean {
  if (geometry.type === 'LineString') return distanceToLineM(position, geometry.coordinates) < SAME_RIVER_M;
  if (booleanPointInPolygon(position, geometry)) return true;
  return geometry.coordinates.some((ring) => distanceToLineM(position, ring) < SAME_RIVER_M);
}

const fine = ([lng = Number.NaN, lat = Number.NaN]: Position): Position => [roundTo(lng, 5), roundTo(lat, 5)];
const rough = ([lng = Number.NaN, lat = Number.NaN]: Position): Position => [roundTo(lng, 3), roundTo(lat, 3)];
