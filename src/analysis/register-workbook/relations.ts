/** What must hold between records: names of their own, wholes and venues and towns that there are. Pure. */
import type { Correction } from '../../domain/schema/correction.ts';
import type { Against, Proposal, Refusal, RefusalCode } from './comparison.ts';

const folded = (name: string) => name.trim().toLowerCase();

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

/** Refusals by the id of the proposal that they are of. */
export function relationRefusals(proposals: readonly Proposal[], against: Against): ReadonlyMap<string, Refusal> {
  const names = new Map<string, string>();
  for (const { id, nameZh, nameEn, aliases } of against.sites)
    for (const name of [nameZh, nameEn, ...aliases]) if (!names.has(folded(name))) names.set(folded(name), id);
  const parents = new Map(against.sites.map(({ id, parent }) => [id, parent]));
  for (const { correction } of proposals) {
    if (correction.field === 'record') parents.set(correction.record, null);
  }
  for (const { correction } of proposals) {
    const { parent } = statedBy(correction);
    if (parent !== undefined) parents.set(correction.record, parent);
  }
  const venues = new Set(against.sites.flatMap(({ id, kind }) => (kind === 'venue' ? [id] : [])));
  for (const { correction } of proposals)
    if (correction.field === 'record' && correction.newValue.added.kind === 'venue') venues.add(correction.record);

  const loops = (record: string): boolean => {
    const above = new Set([record]);
    for (let at = parents.get(record) ?? null; at !== null; at = parents.get(at) ?? null) {
      if (above.has(at)) return true;
      above.add(at);
    }
    return false;
  };

  function broken({ correction }: Proposal): readonly [RefusalCode, string] | null {
    const { record } = correction;
    const stated = statedBy(correction);
    for (const name of stated.names) {
      const owner = names.get(folded(name));
      if (owner !== undefined && owner !== record) return ['nameTaken', `${name} · ${owner}`];
      names.set(folded(name), record);
    }
    const { parent, heldAt } = stated;
    if (typeof parent === 'string' && !parents.has(parent)) return ['noSuchRecord', parent];
    if (typeof parent === 'string' && loops(record)) return ['parentLoop', parent];
    if (typeof heldAt === 'string' && !venues.has(heldAt)) return ['noSuchRecord', heldAt];
    const town = stated.towns.find((code) => !against.towns.has(code));
    return town === undefined ? null : ['noSuchRecord', town];
  }

  const refusals = new Map<string, Refusal>();
  for (const proposal of proposals) {
    const found = broken(proposal);
    if (found === null) continue;
    const [code, detail] = found;
    const { sheet, row, correction } = proposal;
    refusals.set(proposal.id, { sheet, row, column: null, record: correction.record, code, detail });
  }
  return refusals;
}
