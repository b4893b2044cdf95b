/**
 * Records that another takes the place of: a duplicate, or what was superseded. Nothing of them is thrown away: the
 * survivor keeps their ids, names and mentions, what was part of them is part of it, and their own files stay in the
 * register apart. Pure.
 */
import { sourceOf } from './added-record.ts';
import { foldedName } from './folded-name.ts';
import type { Correction } from './schema/correction.ts';
import type { Site } from './site.ts';

export type FormerCorrection = Extract<Correction, { field: `former:${string}` }>;

const START = 'former:';

/** The field of the survivor that takes a record in. */
export const formerField = (id: string): FormerCorrection['field'] => `${START}${id}`;

export function isFormerCorrection(correction: Correction): correction is FormerCorrection {
  return correction.field.startsWith(START);
}

/** The record that gives its place away. */
export const formerIdOf = (field: string): string | null =>
  field.startsWith(START) ? field.slice(START.length) : null;

/** Names of a record that another one has not. */
export function namesOnlyOf(
  former: Pick<Site, 'nameZh' | 'nameEn' | 'aliases'>,
  survivor: Pick<Site, 'nameZh' | 'nameEn' | 'aliases'>,
): string[] {
  const known = new Set([survivor.nameZh, survivor.nameEn, ...survivor.aliases].map(foldedName));
  return [former.nameZh, former.nameEn, ...former.aliases].filter((name) => {
    const isNew = !known.has(foldedName(name));
    known.add(foldedName(name));
    return isNew;
  });
}

function takingIn(survivor: Site, former: Site, correction: FormerCorrection): Site {
  const mentions = [...survivor.mentions, ...former.mentions];
  return {
    ...survivor,
    formerIds: [...(survivor.formerIds ?? []), former.id, ...(former.formerIds ?? [])],
    aliases: [...survivor.aliases, ...namesOnlyOf(former, survivor)],
    mentions: mentions.sort((a, b) => a.start - b.start),
    parent: survivor.parent === former.id ? former.parent : survivor.parent,
    sources: { ...survivor.sources, [`correction-${correction.made}-former`]: sourceOf(correction) },
    corrected: { ...survivor.corrected, [correction.field]: correction },
  };
}

/** The record with what it says of another as it says it of the one that took its place. */
function pointedAt(site: Site, gone: string, now: string): Site {
  if (site.parent !== gone && site.heldAt !== gone) return site;
  const to = (id: string | null) => (id === gone ? now : id);
  return { ...site, parent: to(site.parent), heldAt: to(site.heldAt) };
}

/** The records with those left out whose place others take. One that is gone already takes and gives none. */
export function withFormers(sites: readonly Site[], corrections: readonly FormerCorrection[]): readonly Site[] {
  return corrections.reduce<readonly Site[]>((now, correction) => {
    const gone = formerIdOf(correction.field);
    const survivor = now.find(({ id }) => id === correction.record);
    const former = now.find(({ id }) => id === gone);
    if (survivor === undefined || former === undefined || survivor === former) return now;
    return now.flatMap((site) => {
      if (site === former) return [];
      return [site === survivor ? takingIn(survivor, former, correction) : pointedAt(site, former.id, survivor.id)];
    });
  }, sites);
}
