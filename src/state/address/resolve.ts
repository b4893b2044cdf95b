/** What an address asks for, as far as it exists: a broken id falls back to nothing, alone. Pure. */
import type { Base } from '../../domain/base.ts';
import { findClause, policyWith } from '../../domain/policy.ts';
import { isThing, type ThingRef } from '../../domain/things.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { Address, Selection } from './address.ts';

/** The first thing of the address that exists. */
export function selectionOf(base: Base, address: Address): Selection | null {
  const candidates = [address.selection, ...(address.otherSelections ?? [])];
  return candidates.find((candidate) => existing(base, candidate) !== null) ?? null;
}

/** Id of the document that a clause stands in, or else of the one asked for; null for the home document. */
export function documentOf(base: Base, clauseId: string | null, asked: string | null): string | null {
  const policy = clauseId === null ? base.policies.find((p) => p.docId === asked) : policyWith(base.policies, clauseId);
  return policy === undefined || policy.docId === base.policy.docId ? null : policy.docId;
}

/** A selection of something that does not exist is no selection. */
export function existing(base: Base, ref: ThingRef<Selection['entity']> | null): Selection | null {
  if (ref === null || !isThing(base, ref)) return null;
  const { entity, id } = ref;
  if (entity !== 'district') return { entity, id };
  const district = DISTRICT_IDS.find((known) => known === id);
  return district === undefined ? null : { entity, id: district };
}

export function existingClause(base: Base, id: string | null): string | null {
  return id !== null && policyWith(base.policies, id) !== undefined ? id : null;
}

export function existingSentence(base: Base, clauseId: string | null, n: number | null): number | null {
  const policy = clauseId === null ? undefined : policyWith(base.policies, clauseId);
  const clause = policy === undefined || clauseId === null ? undefined : findClause(policy, clauseId);
  return clause?.sentences.some((sentence) => sentence.n === n) === true ? n : null;
}
