/** Ground to picture: geometries as paths of a view, by the same projection as the live map. Pure. */
import type { Geometry, Position } from 'geojson';
import { wgs84 } from '../../domain/position.ts';
import { uncoveredCentre } from '../camera.ts';
import { toWorld, type WorldPoint, worldSize } from '../mercator.ts';
import type { MapPart } from '../screen.ts';
import { px } from './node.ts';

/** What is farther beyond the edge than this is not drawn, px. */
const MARGIN_PX = 60;
const FINE_PX = 0.6;

export interface Frame {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Of a position, px from the upper left. */
  at(position: Position): WorldPoint;
  holds(point: WorldPoint, margin: number): boolean;
  /** `d` of a path; empty where nothing of it is in the picture. */
  path(geometry: Geometry): string;
}

/** Without the zero before the point, which no path needs. */
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');
/** A sign parts two numbers as well as a blank does. */
const parted = (value: number): string => (value < 0 ? short(value) : ` ${short(value)}`);
const pairOf = (x: number, y: number, follows: boolean): string => `${follows ? parted(x) : short(x)}${parted(y)}`;

/** A line or a ring in world pixels at zoom 0: x, y, x, y …; and its box. */
interface Run {
  readonly xy: Float64Array;
  readonly closed: boolean;
  readonly box: readonly [west: number, north: number, east: number, south: number];
}

const runs = new WeakMap<Geometry, readonly Run[]>();

function runsOf(geometry: Geometry): readonly Run[] {
  const known = runs.get(geometry);
  if (known !== undefined) return known;
  const made = linesOf(geometry).map(({ line, closed }): Run => {
    const xy = new Float64Array(2 * line.length);
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    line.forEach(([lng = 0, lat = 0], i) => {
      const { x, y } = toWorld(wgs84(lng, lat), 0);
      xy[2 * i] = x;
      xy[2 * i + 1] = y;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    });
    return { xy, closed, box: [west, north, east, south] };
  });
  runs.set(geometry, made);
  return made;
}

function linesOf(geometry: Geometry): { readonly line: Position[]; readonly closed: boolean }[] {
  const lines = (list: Position[][], closed: boolean) => list.map((line) => ({ line, closed }));
  if (geometry.type === 'LineString') return lines([geometry.coordinates], false);
  if (geometry.type === 'MultiLineString') return lines(geometry.coordinates, false);
  if (geometry.type === 'Polygon') return lines(geometry.coordinates, true);
  return geometry.type === 'MultiPolygon' ? lines(geometry.coordinates.flat(), true) : [];
}

/** @param finest corners nearer to the last one than this are left out, px */
export function frameOf({ zoom, centre, bearing, width, height, padding }: MapPart, finest = FINE_PX): Frame {
  const scale = worldSize(zoom) / worldSize(0);
  const origin = toWorld(centre, 0);
  const [middleX, middleY] = uncoveredCentre(padding, { width, height });
  const angle = (bearing * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const place = (x: number, y: number): WorldPoint => {
    const [dx, dy] = [x - origin.x, y - origin.y];
    return { x: middleX + dx * cos + dy * sin, y: middleY - dx * sin + dy * cos };
  };
  const holds = ({ x, y }: WorldPoint, margin: number): boolean =>
    x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
  const inSight = ({ box: [west, north, east, south] }: Run): boolean => {
    const corners = [place(west, north), place(east, north), place(east, south), place(west, south)];
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
    return (
      Math.max(...xs) >= -MARGIN_PX &&
      Math.min(...xs) <= width + MARGIN_PX &&
      Math.max(...ys) >= -MARGIN_PX &&
      Math.min(...ys) <= height + MARGIN_PX
    );
  };
  const drawRun = ({ xy, closed }: Run): string => {
    let d = '';
    const count = xy.length / 2 - (closed ? 1 : 0);
    let last: WorldPoint | null = null;
    let corners = 0;
    for (let i = 0; i < count; i++) {
      const exact = place(xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0);
      const near: boolean = last !== null && Math.abs(exact.x - last.x) < finest && Math.abs(exact.y - last.y) < finest;
      if (near && i < count - 1) continue;
      const point = { x: px(exact.x), y: px(exact.y) };
      // Each is told from the one before, which is shorter; both are rounded, so that no error adds up.
      d += last === null ? `M${point.x} ${point.y}l` : pairOf(px(point.x - last.x), px(point.y - last.y), corners > 1);
      last = point;
      corners += 1;
    }
    return corners < 2 ? '' : `${d}${closed ? 'Z' : ''}`;
  };
  return {
    zoom,
    width,
    height,
    holds,
    at([lng = 0, lat = 0]) {
      const { x, y } = toWorld(wgs84(lng, lat), 0);
      return place(x, y);
    },
    path: (geometry) => runsOf(geometry).filter(inSight).map(drawRun).join(''),
  };
}
