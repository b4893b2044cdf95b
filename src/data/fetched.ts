/** The byte source of the deployed app: same-origin files with hashed names. The only place that fetches. */
import type { ByteSource, DataFile } from './source.ts';

const URLS = import.meta.glob<string>('../../geo/out/*.{json,geojson}', {
  query: '?url',
  import: 'default',
  eager: true,
});

function urlOf(file: DataFile): string {
  const url = URLS[`../../geo/out/${file}`];
  if (url === undefined) throw new Error(`${file}: not in this build`);
  return url;
}

export const fetchedSource: ByteSource = {
  async text(file) {
    const response = await fetch(urlOf(file));
    if (!response.ok) throw new Error(`${file}: the server answered ${response.status}`);
    return response.text();
  },
  async config() {
    const response = await fetch(new URL('config.json', document.baseURI));
    return response.ok ? response.text() : null;
  },
};
