/** The byte source of the deployed app: same-origin files with hashed names. It and fetched-range.ts beside it are the only places that fetch. */
import { addressesByName } from './addresses.ts';
import type { ByteSource, DataFile } from './source.ts';

/** What the list needs, and what may be there or not; the addresses of the rest come behind the first view. */
const FIRST = addressesByName(
  import.meta.glob<string>(
    [
      '../../geo/out/{sites,districts,towns}.geojson',
      '../../geo/out/{polic*,version}.json',
      '../../geo/out-osm/*.{json,geojson,pmtiles}',
    ],
    { query: '?url', import: 'default', eager: true },
  ),
);

async function urlOf(file: DataFile): Promise<string> {
  const url = FIRST[file] ?? (await import('./fetched-later.ts')).LATER[file];
  if (url === undefined) throw new Error(`${file}: not in this build`);
  return url;
}

/** A file beside the page; null where there is none. */
async function beside(name: string): Promise<string | null> {
  const response = await fetch(new URL(name, document.baseURI));
  return response.ok ? response.text() : null;
}

export const source: ByteSource = {
  range: async (file, offset, length) =>
    (await import('./fetched-range.ts')).fetchedRange(await urlOf(file), offset, length),
  has: (file) => FIRST[file] !== undefined,
  async text(file) {
    const response = await fetch(await urlOf(file));
    if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
    return response.text();
  },
  config: () => beside('config.json'),
  tour: (id) => beside(`tours/${id}.json`),
  licences: () => beside('licences.json'),
};
