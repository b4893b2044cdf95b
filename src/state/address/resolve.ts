/** What an address asks for, as far as it exists: a broken id falls back to nothing, alone. Pure. */
import type { Base } from '../../domain/base.ts';
import { findClause, policyWith } from '../../domain/policy.ts';
import { idOfThing, isThing, type ThingRef } from '../../domain/things.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { Address, Selection } from './keys.ts';
import type { Ask, Cross } from './plan-address.ts';

export const FIRST_CROSS: Cross = { row: 'cluster', column: 'district' };

/** The address without what does not exist; the axes of a cross table are what says that it is open. */
export function existingAddress(base: Base, address: Address): Address {
  const { doc, sentence, ask, view } = address;
  const clause = existingClause(base, address.clause);
  const selection = address.selections.find((candidate) => isThing(base, candidate));
  const cross = address.cross ?? (view === 'cross' ? FIRST_CROSS : null);
  return {
    ...address,
    selections: selectionsOf(base, selection ?? null),
    clause,
    doc: documentOf(base, clause, doc),
    sentence: existingSentence(base, clause, sentence),
    units: existingUnits(base, address.units),
    ask: existingAsk(base, ask),
    view: cross === null ? view : null,
    cross,
  };
}

/** Id of the document that a clause stands in, or else of the one asked for; null for the home document. */
export function documentOf(base: Base, clauseId: string | null, asked: string | null): string | null {
  const policy = clauseId === null ? base.policies.find((p) => p.docId === asked) : policyWith(base.policies, clauseId);
  return policy === undefined || policy.docId === base.policy.docId ? null : policy.docId;
}

/** As the address holds it. A selection of something that does not exist is no selection. */
export function selectionsOf(base: Base, ref: ThingRef<Selection['entity']> | null): Address['selections'] {
  const id = ref === null ? undefined : idOfThing(base, ref);
  if (ref === null || id === undefined) return [];
  const { entity } = ref;
  if (entity !== 'district') return [{ entity, id }];
  const district = DISTRICT_IDS.find((known) => known === id);
  return district === undefined ? [] : [{ entity, id: district }];
}

export function existingClause(base: Base, id: string | null): string | null {
  return id !== null && policyWith(base.policies, id) !== undefined ? id : null;
}

export function existingSentence(base: Base, clauseId: string | null, n: number | null): number | null {
  const policy = clauseId === null ? undefined : policyWith(base.policies, clauseId);
  const clause = policy === undefined || clauseId === null ? undefined : findClause(policy, clauseId);
  return clause?.sentences.some((sentence) => sentence.n === n) === true ? n : null;
}

/** Where none of several exists, none narrows. */
function existingUnits(base: Base, asked: Address['units']): Address['units'] {
  const units = asked?.filter((id) => id === 'none' || isThing(base, { entity: 'unit', id }));
  return units === undefined || (units.length === 0 && asked?.length !== 0) ? null : units;
}

/** A question about something that does not exist is no question. */
export function existingAsk(base: Base, ask: Ask | null): Ask | null {
  const about = ask?.kind === 'radius' ? ask.around : ask?.kind === 'area' ? ask.area : null;
  return about === null || about.entity === 'pin' || isThing(base, about) ? ask : null;
}
