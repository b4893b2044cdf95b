/** The form of a milestone as typed, and the correction that it makes, or all that is wrong with it. Pure. */
import { type CorrectionProblem, correctionProblems } from '../../../domain/correction-rules.ts';
import { type MilestoneCorrection, milestoneField } from '../../../domain/corrections.ts';
import { Correction, type MilestoneState, MilestoneCorrection as Schema } from '../../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../../domain/schema/parse.ts';
import { bothLanguages, typedMilestone } from '../../../domain/typed-milestone.ts';
import { type CorrectionContext, typedSource } from '../draft.ts';
import type { FormDraft, FormProblem } from '../form-draft.ts';

/** All inputs, as texts; the source is typed into the form that every correction has. */
export interface MilestoneDraft {
  readonly event: string;
  readonly state: string;
  readonly isPlan: boolean;
  readonly date: string;
  readonly ofZh: string;
  readonly ofEn: string;
  readonly noteZh: string;
  readonly noteEn: string;
  /** The register is wrong about it: the rest does not matter, the note says why. */
  readonly isWithdrawn: boolean;
}

export const EMPTY_MILESTONE: MilestoneDraft = {
  ...{ event: 'started', state: 'operating', isPlan: false, date: '' },
  ...{ ofZh: '', ofEn: '', noteZh: '', noteEn: '', isWithdrawn: false },
};

/** The form as it opens on a milestone that is there. */
export function milestoneDraftOf(milestone: MilestoneState | null): MilestoneDraft {
  if (milestone === null) return EMPTY_MILESTONE;
  const { event, state = 'operating', date, plannedDate = '', of, note } = milestone;
  return {
    isWithdrawn: false,
    ...{ event, state, isPlan: date === undefined, date: date ?? plannedDate },
    ...{ ofZh: of?.zh ?? '', ofEn: of?.en ?? '', noteZh: note?.zh ?? '', noteEn: note?.en ?? '' },
  };
}

function stateOf({ event, state, isPlan, date, ...words }: MilestoneDraft, old: MilestoneState | null) {
  const isSeen = event === 'seen';
  const isPlanned = isPlan && !isSeen;
  return typedMilestone(
    {
      ...words,
      event,
      state: isSeen ? state : undefined,
      date: isPlanned ? undefined : date,
      plannedDate: isPlanned ? date : undefined,
    },
    old,
  );
}

function withdrawal({ noteZh, noteEn }: MilestoneDraft) {
  const why = bothLanguages(noteZh, noteEn);
  return { milestone: null, ...(why && { why }) };
}

const PROBLEM_AT: readonly (readonly [start: string, problem: FormProblem])[] = [
  ['source.title', 'sourceTitle'],
  ['source.url', 'sourceUrl'],
  ['source.date', 'sourceDate'],
  ['newValue', 'date'],
];

/** @param old the milestone that is put right; null adds one */
export function milestoneCorrectionOf(
  draft: MilestoneDraft,
  source: FormDraft,
  old: MilestoneState | null,
  { site, districts, made, dataVersion, asDraft = false }: Omit<CorrectionContext, 'field'>,
): MilestoneCorrection | FormProblem[] {
  const candidate = {
    record: site.id,
    field: 'milestone:0000000000000000',
    oldValue: { milestone: old },
    newValue: draft.isWithdrawn ? withdrawal(draft) : { milestone: stateOf(draft, old) },
    source: asDraft && source.title.trim() === '' ? null : typedSource(source),
    made,
    dataVersion,
  };
  const problems = problemsOf(Schema, candidate).map(
    (problem) => PROBLEM_AT.find(([start]) => problem.startsWith(start))?.[1] ?? 'date',
  );
  if (problems.length > 0) return [...new Set(problems)];
  const typed = parseAs(Schema, candidate, 'milestone');
  const stated = old ?? typed.newValue.milestone;
  if (stated === null) return ['unchanged'];
  const correction = { ...typed, field: milestoneField(stated) };
  const broken: CorrectionProblem[] = correctionProblems(parseAs(Correction, correction, 'milestone'), site, districts);
  return broken.length > 0 ? broken : correction;
}
