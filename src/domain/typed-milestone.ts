/** A milestone as somebody states it, in a form or in the cells of a row. Pure. */
import type { MilestoneState } from './schema/correction.ts';

/** Texts as they stand; what is not asked for is undefined. */
export interface TypedMilestone {
  readonly event: string;
  readonly state?: string | undefined;
  readonly date?: string | undefined;
  readonly plannedDate?: string | undefined;
  readonly ofZh: string;
  readonly ofEn: string;
  readonly noteZh: string;
  readonly noteEn: string;
}

/** Both languages: who writes one gets the same words in the other. */
export function bothLanguages(zh: string, en: string) {
  const [first, second] = [zh.trim(), en.trim()];
  return first === '' && second === '' ? undefined : { zh: first || second, en: second || first };
}

/**
 * What a correction states, still to be read by its schema.
 *
 * @param old the milestone that is put right: how its date was inferred holds as long as the date does
 */
export function typedMilestone(typed: TypedMilestone, old: MilestoneState | null): Readonly<Record<string, unknown>> {
  const { event, state, ofZh, ofEn, noteZh, noteEn } = typed;
  const [date, plannedDate] = [typed.date?.trim(), typed.plannedDate?.trim()];
  const isDated = old !== null && old.date === date && old.plannedDate === plannedDate;
  const stated = {
    event,
    of: bothLanguages(ofZh, ofEn),
    state,
    date,
    plannedDate,
    dateNote: isDated ? old.dateNote : undefined,
    note: bothLanguages(noteZh, noteEn),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}
