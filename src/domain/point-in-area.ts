/** Which district a position lies in. Pure and planar: districts are small and far from the date line. */
import type { DistrictCollection } from './schema/area.ts';
import type { DistrictId } from './vocabulary.ts';

type LngLat = readonly [number, number];
type Geometry = DistrictCollection['features'][number]['geometry'];

/** Even-odd rule over all rings of a polygon, so that holes are outside. */
function inRings([x, y]: LngLat, rings: readonly (readonly (readonly number[])[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi = Number.NaN, yi = Number.NaN] = ring[i] ?? [];
      const [xj = Number.NaN, yj = Number.NaN] = ring[j] ?? [];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

export function inArea(position: LngLat, geometry: Geometry): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => inRings(position, rings));
}

/** The district around a position, or null outside all of them. */
export function districtAt(position: LngLat, districts: DistrictCollection): DistrictId | null {
  return districts.features.find(({ geometry }) => inArea(position, geometry))?.properties.id ?? null;
}

const METRES_PER_DEGREE = 111_000;

/**
 * True where the position, or a place within `marginM` of it, lies in one of the districts. The boundaries
 * that the page has are thinned; a point beside a border must not be refused for that.
 */
export function nearDistricts(
  [lng, lat]: LngLat,
  ids: readonly DistrictId[],
  districts: DistrictCollection,
  marginM: number,
): boolean {
  const areas = districts.features.filter(({ properties }) => ids.includes(properties.id));
  const dy = marginM / METRES_PER_DEGREE;
  const dx = dy / Math.cos((lat * Math.PI) / 180);
  const around: LngLat[] = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => {
    const angle = (n * Math.PI) / 4;
    return [lng + dx * Math.cos(angle), lat + dy * Math.sin(angle)];
  });
  return [[lng, lat] as LngLat, ...around].some((at) => areas.some(({ geometry }) => inArea(at, geometry)));
}
