/** Main roads: many short lines as one MultiLineString a class, on the grid that the source holds to. */
import type { Feature, FeatureCollection, MultiLineString, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import { clipLine, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';

const ROAD_CLASSES = ['motorway', 'trunk', 'primary'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];
export type Roads = FeatureCollection<MultiLineString, { class: RoadClass; underConstruction: boolean }>;

/**
 * Roads inside `bbox`, one feature for each class and state, lines joined where exactly two ends meet.
 * Coordinates have 4 decimals (11 m); the source's own grid is about 70 m.
 */
export function roadCollection(
  source: SourceCollection,
  bbox: Bbox,
  file: string,
): { roads: Roads; problems: Problem[] } {
  const lines = new Map<string, Position[][]>();
  const problems: Problem[] = [];
  for (const [index, { geometry, properties }] of source.features.entries()) {
    const roadClass = ROAD_CLASSES.find((known) => known === properties?.class);
    if (roadClass === undefined || geometry?.type !== 'LineString') {
      problems.push({ file, record: `feature ${index}`, reason: 'not a line of a known road class' });
      continue;
    }
    const key = keyOf(roadClass, properties?.underConstruction === true);
    const parts = clipLine(geometry.coordinates, bbox)
      .map(onGrid)
      .filter((part) => part.length > 1);
    lines.set(key, [...(lines.get(key) ?? []), ...parts]);
  }
  const features: Feature<MultiLineString, Roads['features'][number]['properties']>[] = [];
  for (const roadClass of ROAD_CLASSES) {
    for (const underConstruction of [false, true]) {
      const coordinates = joinLines(lines.get(keyOf(roadClass, underConstruction)) ?? []);
      if (coordinates.length === 0) continue;
      features.push({
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates },
        properties: { class: roadClass, underConstruction },
      });
    }
  }
  return { roads: { type: 'FeatureCollection', features }, problems };
}

const keyOf = (roadClass: RoadClass, underConstruction: boolean): string => `${roadClass} ${underConstruction}`;

function onGrid(line: readonly Position[]): Position[] {
  const rounded = line.map(([lng = Number.NaN, lat = Number.NaN]) => [roundTo(lng, 4), roundTo(lat, 4)]);
  return rounded.filter((p, i) => i === 0 || String(p) !== String(rounded[i - 1]));
}

/** Lines joined end to start where no third line meets; the set of segments stays the same. */
export function joinLines(lines: readonly Position[][]): Position[][] {
  const starting = new Map<string, number[]>();
  const meeting = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const [start, end] = [String(line[0]), String(line[line.length - 1])];
    starting.set(start, [...(starting.get(start) ?? []), index]);
    for (const key of [start, end]) meeting.set(key, (meeting.get(key) ?? 0) + 1);
  }
  const follower = (line: readonly Position[]): number | undefined => {
    const end = String(line[line.length - 1]);
    return meeting.get(end) === 2 ? starting.get(end)?.[0] : undefined;
  };
  const followers = new Set(lines.map(follower));
  const used = new Set<number>();
  const joined: Position[][] = [];
  const follow = (first: number): void => {
    const whole: Position[] = [];
    for (let next: number | undefined = first; next !== undefined && !used.has(next); ) {
      used.add(next);
      const line: readonly Position[] = lines[next] ?? [];
      whole.push(...(whole.length === 0 ? line : line.slice(1)));
      next = follower(line);
    }
    if (whole.length > 0) joined.push(whole);
  };
  for (const index of lines.keys()) if (!followers.has(index)) follow(index);
  for (const index of lines.keys()) follow(index); // what is left are closed loops
  return joined;
}
