/** Main roads, generalised for the scales at which they are drawn: one MultiLineString a class, state and strength. */
import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import { lineOf } from './ground/curve.ts';
import { FADES, fadedLines, toEdgeM } from './ground/ends.ts';
import { gridOf, type Point, pointsOf } from './ground/grid.ts';
import { type NetworkRules, smoothed, strokesOfLines, tied, withoutScraps } from './ground/network.ts';
import { clipLine } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';

const ROAD_CLASSES = ['motorway', 'trunk', 'primary'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];
export type Roads = FeatureCollection<MultiLineString, { class: RoadClass; underConstruction: boolean; fade: number }>;

/** The box at which the source's tiles were cut: ends there are no ends of roads. */
const SOURCE_BOX: Bbox = [112.35, 22.55, 113.49, 23.6];
const CELL_M = 25;
/** Carriageways, each thinned by itself in the source, run up to 200 m apart; lone scraps would be specks at zoom 9. */
const RULES: NetworkRules = { mergeM: 100, holeM2: 350_000, spurM: 350, pieceM: 1200, smoothM: 40 };
/** The source's grid and its missing ramps leave this between roads that meet. */
const TIE_M = 320;
const FADE_M = 1300;
const EDGE_FADE_M = 3000;

interface Group {
  class: RoadClass;
  underConstruction: boolean;
}

/**
 * Roads inside `bbox`. Both carriageways are one line, ends meet what they nearly met, bends are curves; coordinates have
 * 4 decimals (11 m), the source's own grid is about 70 m. The last stretch towards an end that meets nothing comes in
 * pieces of their own, `fade` below 1.
 */
export function roadCollection(
  source: SourceCollection,
  bbox: Bbox,
  file: string,
): { roads: Roads; problems: Problem[] } {
  const { lines, problems } = linesByGroup(source, bbox, file);
  const grid = gridOf(bbox, CELL_M);
  const groups = ROAD_CLASSES.flatMap((roadClass): Group[] =>
    [false, true].map((underConstruction) => ({ class: roadClass, underConstruction })),
  );
  const raw = groups.flatMap((group) =>
    strokesOfLines(grid, lines.get(keyOf(group)) ?? [], RULES).map((stroke) => ({ ...stroke, group: keyOf(group) })),
  );
  const cut = (end: Point): boolean => toEdgeM(SOURCE_BOX, end) < 500;
  const strokes = smoothed(
    withoutScraps(
      tied(raw, TIE_M, (end) => !cut(end)),
      RULES,
    ),
    RULES,
  );
  const fadeM = (end: Point): number => (cut(end) ? EDGE_FADE_M : FADE_M);
  const features = groups.flatMap((group) => {
    const own = strokes
      .filter((stroke) => stroke.group === keyOf(group))
      .flatMap((stroke) => fadedLines(stroke, fadeM));
    return [1, ...FADES].flatMap((fade) =>
      featureOf(
        { ...group, fade },
        own.filter((line) => line.fade === fade),
      ),
    );
  });
  return { roads: { type: 'FeatureCollection', features }, problems };
}

function featureOf(
  properties: Roads['features'][number]['properties'],
  lines: readonly { points: readonly Point[] }[],
): Feature<MultiLineString, typeof properties>[] {
  const coordinates: Position[][] = lines.map(({ points }) => lineOf(points)).filter((line) => line.length > 1);
  return coordinates.length === 0
    ? []
    : [{ type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties }];
}

function linesByGroup(source: SourceCollection, bbox: Bbox, file: string) {
  const lines = new Map<string, Point[][]>();
  const problems: Problem[] = [];
  for (const [index, { geometry, properties }] of source.features.entries()) {
    const roadClass = ROAD_CLASSES.find((known) => known === properties?.class);
    if (roadClass === undefined || geometry?.type !== 'LineString') {
      problems.push({ file, record: `feature ${index}`, reason: 'not a line of a known road class' });
      continue;
    }
    const key = keyOf({ class: roadClass, underConstruction: properties?.underConstruction === true });
    lines.set(key, [...(lines.get(key) ?? []), ...clipLine(geometry.coordinates, bbox).map(pointsOf)]);
  }
  return { lines, problems };
}

const keyOf = ({ class: roadClass, underConstruction }: Group): string => `${roadClass} ${underConstruction}`;
