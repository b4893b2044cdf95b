/**
 * Which generated data a build of the product takes: geo/out, or the folder that the environment variable GEO_OUT
 * names, relative to the repository (`GEO_OUT=tests/fixtures/base/geo/out npx vite build`, the data of the tests).
 */
import type { Plugin } from 'vite';

const SHIPPED = 'geo/out';

export const GEO_OUT = (process.env['GEO_OUT'] ?? SHIPPED).replace(/\/+$/, '');

/** What `npm run geo:osm` fetches lies beside the data; other data have none, unless such a folder is there. */
export const GEO_OUT_OSM = `${GEO_OUT}-osm`;

/** The one module that names the folder is read as if it named the other; without the variable nothing changes. */
export function geoOut(): Plugin {
  return {
    name: 'geo-out',
    enforce: 'pre',
    transform(code, id) {
      if (GEO_OUT === SHIPPED || !id.endsWith('/src/data/fetched.ts')) return undefined;
      const changed = code.replaceAll(`'../../${SHIPPED}`, `'../../${GEO_OUT}`);
      if (changed === code) throw new Error(`${id} names no ${SHIPPED}`);
      return { code: changed, map: null };
    },
  };
}
