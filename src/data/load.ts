/** Bytes → schema → frozen base. What the first view does not need is in load-later.ts. */

import type { Base } from '../domain/base.ts';
import { messageOf } from '../domain/error-message.ts';
import { DistrictCollection, TownCollection } from '../domain/schema/area.ts';
import { Config, Version } from '../domain/schema/config.ts';
import { parseAs } from '../domain/schema/parse.ts';
import { Policy, PolicyList } from '../domain/schema/policy.ts';
import { SiteCollection } from '../domain/schema/site.ts';
import { sitesOf } from '../domain/site.ts';
import { json, parsed } from './json.ts';
import type { ByteSource } from './source.ts';

async function loadConfig(source: ByteSource): Promise<{ config: Config; warnings: string[] }> {
  const empty = parseAs(Config, {}, 'config.json');
  try {
    const text = await source.config();
    if (text === null) return { config: empty, warnings: [] };
    return { config: parseAs(Config, parsed(text, 'config.json'), 'config.json'), warnings: [] };
  } catch (error) {
    const reason = messageOf(error);
    return { config: empty, warnings: [reason.startsWith('config.json: ') ? reason : `config.json: ${reason}`] };
  }
}

/** The listed documents besides the home one, in the list's order. */
async function loadFurther(source: ByteSource, documents: PolicyList): Promise<Policy[]> {
  return Promise.all(
    documents
      .filter(({ home }) => !home)
      .map(async ({ docId, file }) => {
        const policy = parseAs(Policy, await json(source, file), file);
        if (policy.docId !== docId) throw new Error(`${file}: it holds ${policy.docId}, the list says ${docId}`);
        return policy;
      }),
  );
}

async function loadDocuments(source: ByteSource): Promise<Pick<Base, 'policy' | 'documents' | 'policies'>> {
  const [home, list] = await Promise.all([json(source, 'policy.json'), json(source, 'policies.json')]);
  const policy = parseAs(Policy, home, 'policy.json');
  const listed = parseAs(PolicyList, list, 'policies.json');
  const documents = [...listed].sort((a, b) => Number(b.home) - Number(a.home));
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
    json(source, 'districts.geojson'),
    json(source, 'version.json'),
    loadConfig(source),
  ]);
  return Object.freeze({
    sites: sitesOf(parseAs(SiteCollection, sites, 'sites.geojson')),
    ...documents,
    towns: parseAs(TownCollection, towns, 'towns.geojson'),
    districts: parseAs(DistrictCollection, districts, 'districts.geojson'),
    version: parseAs(Version, version, 'version.json'),
    config,
    warnings,
  });
}
