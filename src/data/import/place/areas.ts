/** Districts and land as flat arrays, for questions that are asked of every row. */
import type { DistrictCollection } from '../../../domain/schema/area.ts';
import type { DistrictId } from '../../../domain/vocabulary.ts';
import { COAST } from './coast.ts';

interface Ring {
  readonly flat: Float64Array;
  readonly box: readonly [number, number, number, number];
}

function ringOf(flat: Float64Array): Ring {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < flat.length; at += 2) {
    west = Math.min(west, flat[at] ?? west);
    east = Math.max(east, flat[at] ?? east);
    south = Math.min(south, flat[at + 1] ?? south);
    north = Math.max(north, flat[at + 1] ?? north);
  }
  return { flat, box: [west, south, east, north] };
}

/** Even-odd rule, so that a ring within a ring is a hole. */
function inside(rings: readonly Ring[], x: number, y: number): boolean {
  let odd = false;
  for (const { flat, box } of rings) {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const yi = flat[i + 1] ?? 0;
      const yj = flat[j + 1] ?? 0;
      if (yi > y === yj > y) continue;
      const xi = flat[i] ?? 0;
      if (x < xi + ((y - yi) / (yj - yi)) * ((flat[j] ?? 0) - xi)) odd = !odd;
    }
  }
  return odd;
}

type Areal = DistrictCollection['features'][number]['geometry'];

/** Polygons of a district, each its rings, each their corners. */
export function polygonsOf(geometry: Areal) {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

export type InDistrict = (id: DistrictId, lng: number, lat: number) => boolean;

export function districtTest(districts: DistrictCollection): InDistrict {
  const rings = new Map<DistrictId, readonly Ring[]>();
  for (const { properties, geometry } of districts.features) {
    const flat = polygonsOf(geometry)
      .flat(1)
      .map((ring) => ringOf(Float64Array.from(ring.flatMap(([x = 0, y = 0]) => [x, y]))));
    rings.set(properties.id, flat);
  }
  return (id, lng, lat) => inside(rings.get(id) ?? [], lng, lat);
}

/** Guangdong by its extremes, rounded outwards: 109°39′–117°19′ E, 20°13′–25°31′ N. */
const GUANGDONG = [109.6, 20.1, 117.4, 25.6] as const;

const LAND: readonly Ring[] = COAST.map((ring) => ringOf(Float64Array.from(ring)));
/** The coastline is rough and harbours reach into the water. */
const SHORE = 0.1;

export function inGuangdong(lng: number, lat: number): boolean {
  return lng >= GUANGDONG[0] && lng <= GUANGDONG[2] && lat >= GUANGDONG[1] && lat <= GUANGDONG[3];
}

/** On land or within about ten kilometres of it. Only for places in and around Guangdong. */
export function nearLand(lng: number, lat: number): boolean {
  if (inside(LAND, lng, lat)) return true;
  for (let n = 0; n < 8; n++) {
    const angle = (n * Math.PI) / 4;
    if (inside(LAND, lng + SHORE * Math.cos(angle), lat + SHORE * Math.sin(angle))) return true;
  }
  return false;
}
