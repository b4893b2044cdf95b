/**
 * The register as files for other programs, at addresses that stay: `data/` of a build. Made by what the page exports
 * with, so that a column means the same in both.
 */

import type { MetaEntry } from '../../src/data/export/table.ts';
import { loadBase } from '../../src/data/load.ts';
import type { ByteSource } from '../../src/data/source.ts';
import type { Source } from '../../src/domain/schema/parts.ts';
import type { Site } from '../../src/domain/site.ts';
import { registerTable } from '../../src/panels/export/tables.ts';
import { writeExport } from '../../src/panels/export/write.ts';
import { say, type Tongues } from '../../src/panels/paper/languages.ts';
import { metaOf, policyCite } from '../../src/panels/paper/meta.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { createAppState } from '../../src/state/app-state.ts';
import { FIRST_LANG, spokenIn } from '../first-view/first-state.ts';
import { catalogueOf, type Distribution } from './catalogue.ts';
import { geopackageOf } from './geopackage.ts';

const LAYER = 'sites';
const MEDIA_TYPES = { geojson: 'application/geo+json', csv: 'text/csv', gpkg: 'application/geopackage+sqlite3' };
/** Of the day of the build and of what a user looks at: the same data give the same files. */
const NOT_OF_THE_DATA: readonly string[] = ['exported', 'filter'];

/**
 * Every file below `data/` by its path from there.
 *
 * @param base address of the folder `data/`, where somebody knows it
 */
export async function openDataFiles(source: ByteSource, base: string | null): Promise<Map<string, Uint8Array>> {
  const tongues: Tongues = [await spokenIn(FIRST_LANG), await spokenIn('en')];
  const state = createAppState(await loadBase(source), parseAddress(''), { lang: FIRST_LANG, theme: 'light' });
  const { version, sites } = state.base;
  const meta = metaOf(state, tongues, {
    grid: 'wgs84',
    origin: say(tongues, 'exportSourceRegister', { cite: policyCite(state, tongues) }),
    filter: '',
  }).filter(({ key }) => !NOT_OF_THE_DATA.includes(key));
  const table = registerTable(sites, say(tongues, 'site'), tongues, {
    policy: state.policy.value,
    clusters: state.clusters,
    towns: state.things.value.town,
  });
  const written = async (format: 'geojson' | 'csv') => {
    const { content } = await writeExport({
      ...{ table, format, meta, tongues },
      ...{ grid: 'wgs84', base: LAYER, date: version.date },
    });
    return new Uint8Array(await content.arrayBuffer());
  };
  const edition: [keyof typeof MEDIA_TYPES, Uint8Array][] = [
    ['geojson', await written('geojson')],
    ['csv', await written('csv')],
    ['gpkg', await geopackageOf(table, meta, { layer: LAYER, date: version.date })],
  ];
  const folder = `editions/${version.data}/`;
  const files = new Map<string, Uint8Array>();
  const distributions: Distribution[] = [];
  for (const [ending, bytes] of edition) {
    const path = `${LAYER}.${ending}`;
    files.set(path, bytes).set(folder + path, bytes);
    distributions.push({ path, mediaType: MEDIA_TYPES[ending], bytes: bytes.length });
  }
  for (const site of sites) for (const [path, value] of siteFiles(site, meta)) files.set(path, json(value));
  const catalogue = catalogueOf({
    version: version.data,
    date: version.date,
    sources: sourcesOf(sites),
    distributions,
    edition: folder,
    base,
  });
  return files.set('catalog.jsonld', json(catalogue));
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`);

/** A record under its id, whole, as a GeoJSON feature; under each id that it once had, where it is now. */
function siteFiles({ position, group: _, ...properties }: Site, meta: readonly MetaEntry[]): [string, unknown][] {
  const { id, formerIds = [] } = properties;
  const feature = {
    type: 'Feature',
    id,
    geometry: position === null ? null : { type: 'Point', coordinates: position },
    properties,
    metadata: Object.fromEntries(meta.map(({ key, value }) => [key, value])),
  };
  return [
    [`site/${id}.json`, feature],
    ...formerIds.map((former): [string, unknown] => [
      `site/${former}.json`,
      { id: former, replacedBy: id, file: `${id}.json` },
    ]),
  ];
}

/** Each once, by title. */
function sourcesOf(sites: readonly Site[]): Source[] {
  const all = sites.flatMap(({ sources }) => Object.values(sources));
  const known = new Map(all.map((source) => [JSON.stringify(source), source]));
  return [...known.values()].sort(
    (a, b) => a.title.localeCompare(b.title, 'en') || (a.url ?? '').localeCompare(b.url ?? '', 'en'),
  );
}
