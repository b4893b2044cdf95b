/** Keys of map services in addresses: they are their user's alone, and nothing that leaves the device holds one. */
import type { Basemap } from './schema/basemap.ts';

/** What OGC services and tiles are asked for; anything else may be a key, however it is called. */
const HARMLESS = new Set(
  'service request version layer layers style styles format tilematrixset tilematrix tilerow tilecol srs crs bbox width height transparent x y z l t lang size scale time elevation exceptions map'.split(
    ' ',
  ),
);

/** Whether an address may hold a key, or a user's name with a password. */
export function mayHoldKey(address: string): boolean {
  const [place = '', query = ''] = address.split('?');
  if (/^[a-z]+:\/\/[^/]*@/i.test(place)) return true;
  return (
    query
      .split('#')[0]
      ?.split('&')
      .some((pair) => pair !== '' && !HARMLESS.has((pair.split('=')[0] ?? '').toLowerCase())) === true
  );
}

/** A base map as it may leave the device; null where it may not, or lies in a file on it. */
export function withoutKeys(basemap: Basemap): Basemap | null {
  switch (basemap.kind) {
    case 'tianditu': {
      const { key: _, ...rest } = basemap;
      return rest;
    }
    case 'pmtiles':
      return basemap.pmtiles === null || mayHoldKey(basemap.pmtiles) ? null : basemap;
    case 'style':
      return mayHoldKey(basemap.style) ? null : basemap;
    case 'tiles':
      return basemap.layers.some(({ tiles }) => tiles.some(mayHoldKey)) ? null : basemap;
    case 'wmts':
    case 'wms':
      return mayHoldKey(basemap.url) ? null : basemap;
  }
}
