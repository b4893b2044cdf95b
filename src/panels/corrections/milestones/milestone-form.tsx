/** What happened to a record: one event with its date and source, added or put right. */
import { useId, useState } from 'preact/hooks';
import { type CorrectedField, currentValue, isMilestoneCorrection } from '../../../domain/corrections.ts';
import type { Site } from '../../../domain/site.ts';
import { MILESTONE_EVENTS, STATUSES } from '../../../domain/vocabulary.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { districtNames } from '../../shared/phrases.ts';
import { draftOf } from '../draft.ts';
import { SourceFields } from '../fields.tsx';
import type { FormDraft, FormProblem } from '../form-draft.ts';
import { KeepingForm } from '../keeping-form.tsx';
import { useCorrecting, useKeep } from '../use-correcting.ts';
import { type MilestoneDraft, milestoneCorrectionOf, milestoneDraftOf } from './milestone-draft.ts';

interface MilestoneFormProps {
  /** The register's own record. */
  readonly site: Site;
  readonly field: CorrectedField;
  readonly leave: () => void;
}

export default function MilestoneForm({ site, field, leave }: MilestoneFormProps) {
  const { state, i18n } = useApp();
  const { corrections, base } = state;
  const work = useCorrecting();
  const keep = useKeep();
  const { t } = i18n.value;
  const existing = corrections.list.peek().find((c) => c.record === site.id && c.field === field);
  const stated = currentValue(site, field);
  const old = stated !== null && 'milestone' in stated ? stated.milestone : null;
  const shown = existing !== undefined && 'milestone' in existing.newValue ? existing.newValue.milestone : old;
  const withdrawal = existing !== undefined && isMilestoneCorrection(existing) ? existing.newValue : null;
  const [draft, setDraft] = useState<MilestoneDraft>(() => ({
    ...milestoneDraftOf(shown ?? old),
    ...(withdrawal?.milestone === null && {
      isWithdrawn: true,
      noteZh: withdrawal.why?.zh ?? '',
      noteEn: withdrawal.why?.en ?? '',
    }),
  }));
  const [source, setSource] = useState<FormDraft>(() => draftOf(site, field, existing));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);

  const save = (asDraft: boolean) => {
    const context = { asDraft, site, districts: base.districts, made: today(), dataVersion: base.version.data };
    const made = milestoneCorrectionOf(draft, source, old, context);
    if (Array.isArray(made)) return setProblems(made);
    // One that was added before and is now otherwise has another name.
    if (existing !== undefined && existing.field !== made.field) work.withdraw(existing);
    keep(made);
    leave();
  };
  const change = (part: Partial<MilestoneDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <KeepingForm
      draft={source}
      found={problems}
      problems={problems.map((problem) =>
        t(`correctionProblem.${problem}`, { districts: districtNames(i18n.value, site), about: '' }),
      )}
      onSave={save}
      onCancel={leave}
      ways={
        existing !== undefined && (
          <LinkButton
            onClick={() => {
              work.withdraw(existing);
              leave();
            }}
          >
            {t('milestoneTakeBack')}
          </LinkButton>
        )
      }
    >
      {old !== null && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.isWithdrawn}
            onChange={({ currentTarget: { checked } }) =>
              change({
                isWithdrawn: checked,
                noteZh: checked ? '' : (old.note?.zh ?? ''),
                noteEn: checked ? '' : (old.note?.en ?? ''),
              })
            }
          />
          {` ${t('milestoneWithdraw')}`}
        </label>
      )}
      {old !== null && draft.isWithdrawn && <p class="field-hint">{t('milestoneWithdrawHint')}</p>}
      <MilestoneFields draft={draft} change={change} isWrong={problems.includes('date')} />
      <SourceFields
        draft={source}
        problems={problems}
        change={(part) => setSource((before) => ({ ...before, ...part }))}
      />
    </KeepingForm>
  );
}

interface FieldsProps {
  readonly draft: MilestoneDraft;
  readonly change: (part: Partial<MilestoneDraft>) => void;
  readonly isWrong: boolean;
}

function MilestoneFields({ draft, change, isWrong }: FieldsProps) {
  const { t } = useApp().i18n.value;
  const id = useId();
  const line = (name: 'date' | 'ofZh' | 'ofEn' | 'noteZh' | 'noteEn', label: string, hint?: string) => (
    <div class="field">
      <label for={`${id}${name}`}>{label}</label>
      <input
        id={`${id}${name}`}
        type="text"
        value={draft[name]}
        aria-invalid={(name === 'date' && isWrong) || undefined}
        aria-describedby={hint === undefined ? undefined : `${id}${name}-hint`}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
      />
      {hint !== undefined && (
        <p class="field-hint" id={`${id}${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
  const choice = (
    name: 'event' | 'state',
    label: string,
    options: readonly (readonly [value: string, words: string])[],
  ) => (
    <div class="field">
      <label for={`${id}${name}`}>{label}</label>
      <select
        id={`${id}${name}`}
        value={draft[name]}
        onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
  const optional = (label: string) => `${label} (${t('optional')})`;
  const notes = (zh: string, en: string) => (
    <div class="field-pair">
      {line('noteZh', optional(zh))}
      {line('noteEn', optional(en))}
    </div>
  );
  if (draft.isWithdrawn) return notes(t('milestoneWhyZh'), t('milestoneWhyEn'));
  return (
    <fieldset class="field-group">
      <legend>{t('milestones')}</legend>
      {choice(
        'event',
        t('milestoneEvent'),
        MILESTONE_EVENTS.map((each) => [each, t(`event.${each}`)] as const),
      )}
      {draft.event === 'seen' ? (
        choice(
          'state',
          t('status'),
          STATUSES.map((each) => [each, t(`status.${each}`)] as const),
        )
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.isPlan}
            onChange={(event) => change({ isPlan: event.currentTarget.checked })}
          />
          {` ${t('milestoneIsPlan')}`}
        </label>
      )}
      {line('date', t('fieldDate'), t('fieldDateHint'))}
      <div class="field-pair">
        {line('ofZh', optional(t('milestonePartZh')))}
        {line('ofEn', optional(t('milestonePartEn')))}
      </div>
      <p class="field-hint">{t('milestonePartHint')}</p>
      {notes(t('milestoneNoteZh'), t('milestoneNoteEn'))}
    </fieldset>
  );
}
