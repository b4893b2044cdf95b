/**
 * Lambert's cylindrical equal-area projection of the WGS-84 ellipsoid: a square metre of the plane is a square
 * metre of the ground everywhere, and lengths are true along the standard parallel (within 0.4 % over Foshan).
 */

const A = 6_378_137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180;

export interface EqualArea {
  /** Metres east and north. */
  readonly project: (lng: number, lat: number) => readonly [x: number, y: number];
  readonly unproject: (x: number, y: number) => readonly [lng: number, lat: number];
}

/** Snyder (1987), equation 3-12. */
function q(sin: number): number {
  const es = E * sin;
  return (1 - E2) * (sin / (1 - es * es) + Math.atanh(es) / E);
}

/** The plane with the given centre; its latitude is the standard parallel. */
export function equalArea([lng0, lat0]: readonly [number, number]): EqualArea {
  const sin0 = Math.sin(lat0 * RADIANS);
  const k = Math.cos(lat0 * RADIANS) / Math.sqrt(1 - E2 * sin0 * sin0);
  const q0 = q(sin0);
  return {
    project: (lng, lat) => [A * k * (lng - lng0) * RADIANS, (A * (q(Math.sin(lat * RADIANS)) - q0)) / (2 * k)],
    unproject(x, y) {
      const wanted = (2 * k * y) / A + q0;
      let sin = wanted / 2;
      // Newton on q: dq/d(sin φ) = 2 (1 − e²) / (1 − e² sin² φ)²; four steps reach the last digit.
      for (let step = 0; step < 5; step++) sin -= ((q(sin) - wanted) * (1 - E2 * sin * sin) ** 2) / (2 * (1 - E2));
      return [lng0 + x / (A * k * RADIANS), Math.asin(Math.min(1, Math.max(-1, sin))) / RADIANS];
    },
  };
}
