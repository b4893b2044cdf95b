/** The register as it ships: these tests take their example from it, and name no site that may leave it. */
import { readFileSync } from 'node:fs';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';

interface Example {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lng: number;
  readonly lat: number;
  /** What the policy says of it, verbatim. */
  readonly quote: string;
}

/** Known better than to the district, whose middle several share. */
const PLACED: readonly string[] = ['exact', 'street', 'town'];

/** The site named in the policy that stands farthest from all others: a click on its place can only mean it. */
export function loneSite(): Example {
  const shipped: unknown = JSON.parse(readFileSync('geo/out/sites.geojson', 'utf8'));
  const placed = parseAs(SiteCollection, shipped, 'sites.geojson').features.flatMap(({ geometry, properties }) => {
    if (geometry === null) return [];
    const [lng, lat] = geometry.coordinates;
    const { id, nameZh, nameEn, precision, mentions } = properties;
    return [{ id, nameZh, nameEn, lng, lat, placed: PLACED.includes(precision), quote: mentions[0]?.quote ?? '' }];
  });
  const apart = (site: (typeof placed)[number]) =>
    Math.min(...placed.map(({ id, lng, lat }) => (id === site.id ? 90 : Math.hypot(lng - site.lng, lat - site.lat))));
  const [lone] = placed.filter((site) => site.placed && site.quote !== '').sort((a, b) => apart(b) - apart(a));
  if (lone === undefined) throw new Error('no site has a place of its own and is named in the policy');
  return lone;
}
