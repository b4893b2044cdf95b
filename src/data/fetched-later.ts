/** Addresses of the data that come behind the first view. */
import { addressesByName } from './addresses.ts';

export const LATER = addressesByName(
  import.meta.glob<string>(
    [
      '../../geo/out/*.{json,geojson}',
      '!../../geo/out/{sites,districts,towns}.geojson',
      '!../../geo/out/{polic*,version}.json',
    ],
    { query: '?url', import: 'default', eager: true },
  ),
);
