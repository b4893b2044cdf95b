/** What must hold between records: names of their own, wholes and venues and towns that there are. Pure. */
import { foldedName } from './folded-name.ts';
import type { Correction } from './schema/correction.ts';
import type { SiteProperties } from './schema/site.ts';

export type RelationProblem = 'nameTaken' | 'noSuchRecord' | 'parentLoop';

/** The problem, and the name or id that it is about. */
export type BrokenRelation = readonly [problem: RelationProblem, about: string];

type Related = Pick<SiteProperties, 'id' | 'nameZh' | 'nameEn' | 'aliases' | 'parent' | 'kind'>;

interface Stated {
  readonly names: readonly string[];
  readonly parent?: string | null | undefined;
  readonly heldAt?: string | null | undefined;
  readonly towns: readonly string[];
}

/** What a correction says of names, wholes, venues and towns. */
function statedBy(correction: Correction): Stated {
  if (correction.field === 'record') {
    const { nameZh, nameEn, aliases, parent, heldAt, towns } = correction.newValue.added;
    return { names: [nameZh, nameEn, ...aliases], parent, heldAt, towns };
  }
  if (!('attribute' in correction.newValue)) return { names: [], towns: [] };
  const { attribute } = correction.newValue;
  const texts = typeof attribute === 'string' ? [attribute] : Array.isArray(attribute) ? attribute : [];
  const one = typeof attribute === 'string' ? attribute : null;
  const { field } = correction;
  return {
    names: field === 'nameZh' || field === 'nameEn' || field === 'aliases' ? texts : [],
    towns: field === 'towns' ? texts : [],
    ...(field === 'parent' ? { parent: one } : {}),
    ...(field === 'heldAt' ? { heldAt: one } : {}),
  };
}

/**
 * What corrections break between the records.
 *
 * @param sites the register as it is now
 * @param towns codes of those there are
 */
export function brokenRelations(
  corrections: readonly Correction[],
  sites: readonly Related[],
  towns: ReadonlySet<string>,
): ReadonlyMap<Correction, BrokenRelation> {
  const names = new Map<string, string>();
  for (const { id, nameZh, nameEn, aliases } of sites)
    for (const name of [nameZh, nameEn, ...aliases]) if (!names.has(foldedName(name))) names.set(foldedName(name), id);
  const parents = new Map(sites.map(({ id, parent }) => [id, parent]));
  for (const { field, record } of corrections) if (field === 'record') parents.set(record, null);
  for (const correction of corrections) {
    const { parent } = statedBy(correction);
    if (parent !== undefined) parents.set(correction.record, parent);
  }
  const venues = new Set(sites.flatMap(({ id, kind }) => (kind === 'venue' ? [id] : [])));
  for (const correction of corrections)
    if (correction.field === 'record' && correction.newValue.added.kind === 'venue') venues.add(correction.record);

  const loops = (record: string): boolean => {
    const above = new Set([record]);
    for (let at = parents.get(record) ?? null; at !== null; at = parents.get(at) ?? null) {
      if (above.has(at)) return true;
      above.add(at);
    }
    return false;
  };

  function broken(correction: Correction): BrokenRelation | null {
    const { record } = correction;
    const stated = statedBy(correction);
    for (const name of stated.names) {
      const owner = names.get(foldedName(name));
      if (owner !== undefined && owner !== record) return ['nameTaken', `${name} · ${owner}`];
      names.set(foldedName(name), record);
    }
    const { parent, heldAt } = stated;
    if (typeof parent === 'string' && !parents.has(parent)) return ['noSuchRecord', parent];
    if (typeof parent === 'string' && loops(record)) return ['parentLoop', parent];
    if (typeof heldAt === 'string' && !venues.has(heldAt)) return ['noSuchRecord', heldAt];
    const town = stated.towns.find((code) => !towns.has(code));
    return town === undefined ? null : ['noSuchRecord', town];
  }

  const found = new Map<Correction, BrokenRelation>();
  for (const correction of corrections) {
    const problem = broken(correction);
    if (problem !== null) found.set(correction, problem);
  }
  return found;
}
