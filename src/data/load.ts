/** Bytes → schema → frozen base. Files that the first view does not need come later, each once. */
import type { FeatureCollection } from 'geojson';
import * as schema from '../domain/schema.ts';
import { type Site, sitesOf } from '../domain/site.ts';
import type { ByteSource, DataFile } from './source.ts';

/** What the shell, the list and every panel start from. */
export interface Base {
  readonly sites: readonly Site[];
  /** The home document. */
  readonly policy: schema.Policy;
  /** Every document as listed, and every one in full; home first in both. */
  readonly documents: schema.PolicyList;
  readonly policies: readonly schema.Policy[];
  readonly towns: schema.TownCollection;
  readonly districts: schema.DistrictCollection;
  readonly version: schema.Version;
  readonly config: schema.Config;
  /** Problems that did not stop the load, for a message: a broken config, say. */
  readonly warnings: readonly string[];
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file}: not valid JSON`);
  }
}

async function json(source: ByteSource, file: DataFile): Promise<unknown> {
  return parsed(await source.text(file), file);
}

async function loadConfig(source: ByteSource): Promise<{ config: schema.Config; warnings: string[] }> {
  const empty = schema.parseAs(schema.Config, {}, 'config.json');
  try {
    const text = await source.config();
    if (text === null) return { config: empty, warnings: [] };
    return { config: schema.parseAs(schema.Config, parsed(text, 'config.json'), 'config.json'), warnings: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { config: empty, warnings: [reason.startsWith('config.json: ') ? reason : `config.json: ${reason}`] };
  }
}

/** The listed documents besides the home one, in the list's order. */
async function loadFurther(source: ByteSource, documents: schema.PolicyList): Promise<schema.Policy[]> {
  return Promise.all(
    documents
      .filter(({ home }) => !home)
      .map(async ({ docId, file }) => {
        const policy = schema.parseAs(schema.Policy, await json(source, file), file);
        if (policy.docId !== docId) throw new Error(`${file}: it holds ${policy.docId}, the list says ${docId}`);
        return policy;
      }),
  );
}

async function loadDocuments(source: ByteSource): Promise<Pick<Base, 'policy' | 'documents' | 'policies'>> {
  const [home, list] = await Promise.all([json(source, 'policy.json'), json(source, 'policies.json')]);
  const policy = schema.parseAs(schema.Policy, home, 'policy.json');
  const listed = schema.parseAs(schema.PolicyList, list, 'policies.json');
  const documents = listed.toSorted((a, b) => Number(b.home) - Number(a.home));
  if (documents[0]?.docId !== policy.docId)
    throw new Error(`policies.json: the home document ${policy.docId} is not in it`);
  return { policy, documents, policies: [policy, ...(await loadFurther(source, documents))] };
}

/** Loads what the first view needs. Rejects with an error naming the file and every problem in it. */
export async function loadBase(source: ByteSource): Promise<Base> {
  const [sites, documents, towns, districts, version, { config, warnings }] = await Promise.all([
    json(source, 'sites.geojson'),
    loadDocuments(source),
    json(source, 'towns.geojson'),
    json(source, 'districts-overview.geojson'),
    json(source, 'version.json'),
    loadConfig(source),
  ]);
  return Object.freeze({
    sites: sitesOf(schema.parseAs(schema.SiteCollection, sites, 'sites.geojson')),
    ...documents,
    towns: schema.parseAs(schema.TownCollection, towns, 'towns.geojson'),
    districts: schema.parseAs(schema.DistrictCollection, districts, 'districts-overview.geojson'),
    version: schema.parseAs(schema.Version, version, 'version.json'),
    config,
    warnings,
  });
}

/** The full boundaries; the base has thinned ones. */
export async function loadDistricts(source: ByteSource): Promise<schema.DistrictCollection> {
  return schema.parseAs(schema.DistrictCollection, await json(source, 'districts.geojson'), 'districts.geojson');
}

export async function loadStatistics(source: ByteSource): Promise<schema.Statistics> {
  return schema.parseAs(schema.Statistics, await json(source, 'statistics.json'), 'statistics.json');
}

export async function loadSearch(source: ByteSource): Promise<schema.SearchIndex> {
  return schema.parseAs(schema.SearchIndex, await json(source, 'search.json'), 'search.json');
}

export async function loadStations(source: ByteSource): Promise<schema.StationCollection> {
  return schema.parseAs(schema.StationCollection, await json(source, 'stations.geojson'), 'stations.geojson');
}

export async function loadPlaces(source: ByteSource): Promise<schema.PlaceCollection> {
  return schema.parseAs(schema.PlaceCollection, await json(source, 'places.geojson'), 'places.geojson');
}

/** Words for what is made, and the clusters that they mean. */
export async function loadTerms(source: ByteSource): Promise<readonly schema.Term[]> {
  return schema.parseAs(schema.Terms, await json(source, 'terms.json'), 'terms.json');
}

export async function loadConversion(source: ByteSource): Promise<schema.ConversionTable> {
  return schema.parseAs(schema.ConversionTable, await json(source, 'zh-Hant.json'), 'zh-Hant.json');
}

/** A context layer for the map: drawn as it is, read by nobody, so only its outer form is checked. */
export async function loadContext(source: ByteSource, file: DataFile): Promise<FeatureCollection> {
  return schema.parseContext(await json(source, file), file);
}
