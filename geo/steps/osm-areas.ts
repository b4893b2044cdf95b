/** Areas of OpenStreetMap, assembled from a closed way or from the outlines of a relation. */
import { area, bboxClip, booleanPointInPolygon, feature, polygon } from '@turf/turf';
import type { Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import type { OsmElement } from './overpass.ts';
import { ringM2, roundTo } from './planar.ts';
import { joinRings } from './rings.ts';
import { rewind } from './topology.ts';

/** Rings of one outline: the outer first, then its holes. */
export type Rings = Position[][];

export interface Assembled {
  readonly polygons: readonly Rings[];
  /** Ways that close to no ring: an outline that is broken, or that leaves the data. */
  readonly open: number;
}

const position = ({ lon, lat }: { lon: number; lat: number }): Position => [roundTo(lon, 5), roundTo(lat, 5)];

/** Throws where the way has no geometry. */
export function wayLine({ geometry }: OsmElement): Position[] {
  if (geometry === undefined) throw new Error('the way has no geometry: ask the server with "out geom"');
  return geometry.map(position);
}

/** Each outer ring with the holes that lie in it and in no smaller one. Members without a role count as outer. */
export function assembled(element: OsmElement): Assembled {
  const outer = joinRings(element.type === 'way' ? [wayLine(element)] : memberLines(element, ['outer', '']));
  const inner = joinRings(element.type === 'way' ? [] : memberLines(element, ['inner']));
  const areas = outer.rings.map((ring): Rings => [ring]);
  const fromSmall = areas.map((rings) => ({ rings, m2: Math.abs(ringM2(rings[0] ?? [])) })).sort((a, b) => a.m2 - b.m2);
  for (const hole of inner.rings) fromSmall.find(({ rings }) => isWithin(hole, rings[0] ?? []))?.rings.push(hole);
  return {
    polygons: areas.map(rewind),
    open: outer.open + inner.open,
  };
}

function memberLines({ members = [] }: OsmElement, roles: readonly string[]): Position[][] {
  return members.flatMap((member) =>
    member.type === 'way' && roles.includes(member.role) ? [(member.geometry ?? []).map(position)] : [],
  );
}

/** Whether a ring lies in another; they may touch in points, so most of its corners decide. */
function isWithin(hole: readonly Position[], ring: readonly Position[]): boolean {
  const outline = polygon([[...ring]]);
  const inside = hole.filter((corner) => booleanPointInPolygon(corner, outline, { ignoreBoundary: true }));
  const outside = hole.filter((corner) => !booleanPointInPolygon(corner, outline));
  return inside.length > outside.length;
}

/** What of an outline lies in a box; null where nothing does. */
export function clippedRings(rings: Rings, [west, south, east, north]: Bbox): Rings | null {
  const cut = bboxClip(feature({ type: 'Polygon' as const, coordinates: rings }), [west, south, east, north]).geometry;
  if (cut.type !== 'Polygon' || cut.coordinates.length === 0) return null;
  return cut.coordinates.map((ring) => ring.map(([lng = 0, lat = 0]) => [roundTo(lng, 5), roundTo(lat, 5)]));
}

export const ringsM2 = (rings: Rings): number => area({ type: 'Polygon', coordinates: rings });
