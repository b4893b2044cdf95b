/**
 * The coordinate grid that stands in where the ground ends: meridians and parallels in degrees of CGCS2000, which is
 * WGS-84 to some centimetres. A function of the view alone, made when the map rests. Pure.
 */
import type { Feature, FeatureCollection } from 'geojson';
import { gridLabel, multiples } from '../domain/graticule.ts';
import { wgs84 } from '../domain/position.ts';
import { EMPTY } from './context-features.ts';
import { GRID_FROM } from './layers/grid.ts';
import { type WorldPoint, worldSize } from './mercator.ts';
import type { Padding } from './scene.ts';
import { type MapPart, type Screen, screenOf } from './screen.ts';

/** Distances of lines, seconds of arc: whole, and few digits to read. */
const STEPS_S = [1, 2, 5, 10, 15, 30, 60] as const;
/** Lines are no closer than this, px. */
const LEAST_PX = 90;
/** Labels keep this distance from the edge, px. */
const EDGE_PX = 4;
/** Of the live map's edges, what scale, credits and the words above them leave to labels, px. */
const TAKEN = {
  left: 124,
  right: 200,
  rightWide: 430,
  wideFrom: 900,
  top: 62,
  bottom: 165,
  bottomPhone: 80,
  phone: 600,
} as const;

/** What the ruler of a picture takes of its lower left, px. */
const RULER = { width: 190, height: 60 } as const;

/** Seconds of arc from line to line. */
export function gridStepS(zoom: number, scale = 1): number {
  const secondsPerPx = (360 * 3600) / worldSize(zoom);
  return STEPS_S.find((step) => step >= LEAST_PX * scale * secondsPerPx) ?? 60;
}

/** Lines (`kind` is `line`) and what is written at their ends (`label`, `anchor`); nothing from farther than `GRID_FROM`. */
export function gridOf(view: MapPart | null, scale = 1): FeatureCollection {
  if (view === null || view.zoom < GRID_FROM) return EMPTY;
  const screen = screenOf(view);
  const stepS = gridStepS(view.zoom, scale);
  const [west, south, east, north] = around(view, screen);
  const features: Feature[] = [];
  const add = (axis: 'lng' | 'lat', seconds: number): void => {
    const at = seconds / 3600;
    const ends = axis === 'lng' ? [wgs84(at, south), wgs84(at, north)] : [wgs84(west, at), wgs84(east, at)];
    features.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: ends.map((end) => [...end]) },
      properties: { kind: 'line' },
    });
    const [a, b] = ends.map(screen.of);
    const end = a === undefined || b === undefined ? null : labelEnd(a, b, screen.free, axis);
    if (end === null || !isFree(end, view, screen.free, axis)) return;
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...screen.back(end)] },
      properties: { kind: 'label', label: gridLabel(seconds, stepS, axis), anchor: axis === 'lng' ? 'bottom' : 'left' },
    });
  };
  for (const seconds of multiples(west * 3600, east * 3600, stepS)) add('lng', seconds);
  for (const seconds of multiples(south * 3600, north * 3600, stepS)) add('lat', seconds);
  return { type: 'FeatureCollection', features };
}

/** West, south, east, north of what is shown and half as much around: the map is dragged before the grid follows. */
function around({ width, height }: MapPart, screen: Screen): [number, number, number, number] {
  const [x, y] = [width / 2, height / 2];
  const corners = [
    [-x, -y],
    [width + x, -y],
    [width + x, height + y],
    [-x, height + y],
  ].map(([left = 0, top = 0]) => screen.back({ x: left, y: top }));
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Where a line leaves the screen: a meridian at the lower end, a parallel at the left one; null where it is not on it. */
function labelEnd(a: WorldPoint, b: WorldPoint, free: Padding, axis: 'lng' | 'lat'): WorldPoint | null {
  const box = {
    left: free.left + EDGE_PX,
    top: free.top + EDGE_PX,
    right: free.right - EDGE_PX,
    bottom: free.bottom - EDGE_PX,
  };
  let [from, to] = [0, 1];
  const clip = (start: number, by: number, low: number, high: number): void => {
    if (by === 0) {
      if (start < low || start > high) to = -1;
      return;
    }
    const [near, far] = [(low - start) / by, (high - start) / by].sort((p, q) => p - q);
    from = Math.max(from, near ?? 0);
    to = Math.min(to, far ?? 0);
  };
  clip(a.x, b.x - a.x, box.left, box.right);
  clip(a.y, b.y - a.y, box.top, box.bottom);
  if (from > to) return null;
  const at = (share: number): WorldPoint => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  const [p, q] = [at(from), at(to)];
  return (axis === 'lng' ? p.y > q.y : p.x < q.x) ? p : q;
}

/** Whether nothing lies over that part of the edge. */
function isFree({ x, y }: WorldPoint, { width, still }: MapPart, free: Padding, axis: 'lng' | 'lat'): boolean {
  if (still) return x > free.left + RULER.width || y < free.bottom - RULER.height;
  if (axis === 'lat')
    return y > free.top + TAKEN.top && y < free.bottom - (width < TAKEN.phone ? TAKEN.bottomPhone : TAKEN.bottom);
  const right = width >= TAKEN.wideFrom ? TAKEN.rightWide : TAKEN.right;
  return x > free.left + TAKEN.left && x < free.right - right;
}
