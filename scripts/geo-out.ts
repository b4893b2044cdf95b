/**
 * Which generated data a build of the product takes: geo/out, or the folder that the environment variable GEO_OUT
 * names, relative to the repository (`GEO_OUT=tests/fixtures/base/geo/out npx vite build`, the data of the tests).
 */
import type { Plugin } from 'vite';

const SHIPPED = 'geo/out';

export const GEO_OUT = (process.env['GEO_OUT'] ?? SHIPPED).replace(/\/+$/, '');

/** What `npm run geo:osm` fetches lies beside the data; other data have none, unless such a folder is there. */
export const GEO_OUT_OSM = `${GEO_OUT}-osm`;

/** The modules that name the folder are read as if they named the other; without the variable nothing changes. */
export function geoOut(): Plugin {
  return {
    name: 'geo-out',
    enforce: 'pre',
    transform(code, id) {
      if (GEO_OUT === SHIPPED || !/\/src\/data\/fetched(-later)?\.ts$/.test(id)) return undefined;
      const changed = code
        .replaceAll(`'../../${SHIPPED}`, `'../../${GEO_OUT}`)
        .replaceAll(`'!../../${SHIPPED}`, `'!../../${GEO_OUT}`);
      if (changed === code) throw new Error(`${id} names no ${SHIPPED}`);
      return { code: changed, map: null };
    },
  };
}
