/** The byte source of the deployed app: same-origin files with hashed names. It and fetched-range.ts beside it are the only places that fetch. */
import type { ByteSource, DataFile } from './source.ts';

const PATHS = import.meta.glob<string>(
  ['../../geo/out/*.{json,geojson}', '../../geo/out-osm/*.{json,geojson,pmtiles}'],
  {
    query: '?url',
    import: 'default',
    eager: true,
  },
);
/** Address by file name, whichever folder the build found it in. */
const URLS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PATHS).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

function urlOf(file: DataFile): string {
  const url = URLS[file];
  if (url === undefined) throw new Error(`${file}: not in this build`);
  return url;
}

/** A file beside the page; null where there is none. */
async function beside(name: string): Promise<string | null> {
  const response = await fetch(new URL(name, document.baseURI));
  return response.ok ? response.text() : null;
}

export const source: ByteSource = {
  range: async (file, offset, length) => (await import('./fetched-range.ts')).fetchedRange(urlOf(file), offset, length),
  has: (file) => URLS[file] !== undefined,
  async text(file) {
    const response = await fetch(urlOf(file));
    if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
    return response.text();
  },
  config: () => beside('config.json'),
  licences: () => beside('licences.json'),
};
