/** The records whose place is coarse or unknown, sorted by what finding it would improve. Pure. */
import { EARTH_M, metresPerDegree } from '../domain/position.ts';
import type { DistrictCollection } from '../domain/schema/area.ts';
import { isLocated, type Site } from '../domain/site.ts';

export interface ToLocate {
  readonly site: Site;
  /** How far off the place may be now, metres: where nothing is known, anywhere in the city. */
  readonly errorM: number;
  /** It is drawn nowhere yet. */
  readonly isMissing: boolean;
  /** A document names it. */
  readonly isNamed: boolean;
  /** Parts of it, and events held at it, that are looked for where it is. */
  readonly dependents: number;
}

/** Half the diagonal of the districts together, metres. */
function cityErrorM(districts: DistrictCollection): number {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of districts.features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const [lng = 0, lat = 0] of polygons.flat(2)) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  if (east < west) return EARTH_M;
  const [perLng, perLat] = metresPerDegree((south + north) / 2);
  return Math.hypot((east - west) * perLng, (north - south) * perLat) / 2;
}

/**
 * What is gained is the error that goes, once for the record and once for each that depends on it; a record that a
 * document names counts twice. Of equal ones those with an address come first: they can be looked up.
 */
export function locatingQueue(sites: readonly Site[], districts: DistrictCollection): ToLocate[] {
  const cityM = cityErrorM(districts);
  const depending = new Map<string, number>();
  for (const { parent, heldAt } of sites)
    for (const id of [parent, heldAt]) if (id !== null) depending.set(id, (depending.get(id) ?? 0) + 1);
  const gain = ({ errorM, isNamed, dependents }: ToLocate) => errorM * ((isNamed ? 2 : 1) + dependents);
  const addressed = ({ site }: ToLocate) => (site.address === null ? 1 : 0);
  return sites
    .filter(({ precision }) => !isLocated(precision))
    .map((site) => ({
      site,
      errorM: site.position === null ? cityM : (site.radiusM ?? cityM),
      isMissing: site.position === null,
      isNamed: site.mentions.length > 0,
      dependents: depending.get(site.id) ?? 0,
    }))
    .sort(
      (a, b) => gain(b) - gain(a) || addressed(a) - addressed(b) || a.site.nameZh.localeCompare(b.site.nameZh, 'zh'),
    );
}
