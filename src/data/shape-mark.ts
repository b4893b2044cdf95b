/**
 * By what a line or an area is known again after it went out as a file: how many vertices it has, its box, and the
 * mean of its vertices. Moving one of them changes the box or the mean; writing them to the centimetre does not.
 */
import { planarMetres } from './import/place/planar.ts';

type Pair = readonly [lng: number, lat: number];

export interface ShapeMark {
  readonly vertices: number;
  /** Degrees, WGS-84. */
  readonly southWest: Pair;
  readonly northEast: Pair;
  readonly mean: Pair;
}

/** Of rings or lines with their vertices flat, lng, lat, lng, lat …; those of holes count too. */
export function shapeMarkOf(rings: readonly ArrayLike<number>[]): ShapeMark {
  let [vertices, sumX, sumY] = [0, 0, 0];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x, y] = [ring[at] ?? Number.NaN, ring[at + 1] ?? Number.NaN];
      vertices++;
      sumX += x;
      sumY += y;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
  }
  return {
    vertices,
    southWest: [west, south],
    northEast: [east, north],
    mean: [sumX / vertices, sumY / vertices],
  };
}

/** Whether no vertex has moved by more than a file's digits do. */
export function isSameShape(one: ShapeMark, other: ShapeMark, metres: number): boolean {
  const stays = (from: Pair, to: Pair) => planarMetres(...from, ...to) <= metres;
  return (
    one.vertices === other.vertices &&
    stays(one.southWest, other.southWest) &&
    stays(one.northEast, other.northEast) &&
    stays(one.mean, other.mean)
  );
}

const NAME = 'shape:';
const DIGITS = 7;

/** One word: `shape:5,113.1,22.9,113.2,23,113.14,22.94`. */
export function shapeText({ vertices, southWest, northEast, mean }: ShapeMark): string {
  const degrees = [...southWest, ...northEast, ...mean].map((value) => Number(value.toFixed(DIGITS)));
  return `${NAME}${[vertices, ...degrees].join(',')}`;
}

export const isShapeText = (word: string): boolean => word.startsWith(NAME);

/** Undefined for what is no whole mark. */
export function parseShape(word: string): ShapeMark | undefined {
  const numbers = word.slice(NAME.length).split(',').map(Number);
  const [vertices, west, south, east, north, x, y, more] = numbers;
  if (vertices === undefined || west === undefined || south === undefined || east === undefined) return undefined;
  if (north === undefined || x === undefined || y === undefined || more !== undefined) return undefined;
  if (!numbers.every(Number.isFinite)) return undefined;
  return { vertices, southWest: [west, south], northEast: [east, north], mean: [x, y] };
}
