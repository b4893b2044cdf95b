/**
 * Where a position may be, as nineteen fixed points of a disc: its middle, six and twelve around it, each for a
 * nineteenth of the area. A mean over them is the same on every machine, and a pencil can follow it.
 */

/** The rings as shares of the disc's radius, with how many points each has and the angle of its first, degrees from east. */
export const DISC_RINGS = [
  { share: 0, points: 1, from: 0 },
  // The middle of its share of the area: √(4/19) and √(13/19).
  { share: 0.459, points: 6, from: 0 },
  { share: 0.827, points: 12, from: 15 },
] as const;

/** East and north of the middle, in shares of the radius. */
export const DISC: readonly (readonly [east: number, north: number])[] = DISC_RINGS.flatMap(({ share, points, from }) =>
  Array.from({ length: points }, (_, i) => {
    const angle = ((from + (360 * i) / points) * Math.PI) / 180;
    return [share * Math.cos(angle), share * Math.sin(angle)] as const;
  }),
);

/** Where something is from here, metres, and the error of both ends together. */
export interface Offset {
  readonly eastM: number;
  readonly northM: number;
  readonly errorM: number;
}

/** How far it is where one point of the disc stands for the error. Metres. */
export function apartAt({ eastM, northM, errorM }: Offset, [east, north]: readonly [number, number]): number {
  const [x, y] = [eastM + errorM * east, northM + errorM * north];
  return Math.sqrt(x * x + y * y);
}

/** Mean of 0–1 over the points, for the value at each of them. */
export function meanOf(values: readonly number[], score: (value: number) => number): number {
  return values.reduce((sum, value) => sum + score(value), 0) / values.length;
}
