/** A record that gives its place to another: a duplicate of it, or superseded by it. Nothing of it is deleted. */
import { useState } from 'preact/hooks';
import { formerField } from '../../domain/former-records.ts';
import { FORMER_REASONS, FormerCorrection } from '../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import { Note } from '../../ui/pieces.tsx';
import { sourceProblems, typedSource } from './draft.ts';
import { SelectField, SourceFields } from './fields.tsx';
import { EMPTY_DRAFT, type FormDraft, type FormProblem } from './form-draft.ts';
import { KeepingForm } from './keeping-form.tsx';
import { useCorrecting, useKeep } from './use-correcting.ts';

export function FormerForm({ site, leave }: { readonly site: Site; readonly leave: () => void }) {
  const { state, i18n } = useApp();
  const { t, name, lang } = i18n.value;
  const { corrections, base } = state;
  const work = useCorrecting();
  const keep = useKeep();
  const field = formerField(site.id);
  const [draft, setDraft] = useState<FormDraft>({ ...EMPTY_DRAFT, qualifier: FORMER_REASONS[0] });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const others = state.sites.value
    .filter(({ id }) => id !== site.id)
    .sort((a, b) => name(a).localeCompare(name(b), lang));
  const parts = state.sites.value.filter(({ parent, heldAt }) => parent === site.id || heldAt === site.id).length;

  const save = (asDraft: boolean) => {
    const wrong: FormProblem[] = [
      ...(draft.value === '' ? ['choice' as const] : []),
      ...sourceProblems(draft, asDraft),
    ];
    const candidate = {
      record: draft.value,
      field,
      oldValue: { former: null },
      newValue: { former: draft.qualifier },
      source: asDraft ? null : typedSource(draft),
      made: today(),
      dataVersion: base.version.data,
    };
    if (wrong.length > 0 || problemsOf(FormerCorrection, candidate).length > 0) return setProblems(wrong);
    // Another survivor that was named before is none any more.
    for (const other of corrections.list.peek().filter((c) => c.field === field)) work.withdraw(other);
    keep(parseAs(FormerCorrection, candidate, field));
    leave();
    state.actions.selectSite(draft.value);
  };
  const change = (part: Partial<FormDraft>) => setDraft((before) => ({ ...before, ...part }));
  const props = { draft, problems, change };
  return (
    <KeepingForm
      draft={draft}
      found={problems}
      problems={problems.map((problem) => t(`correctionProblem.${problem}`))}
      onSave={save}
      onCancel={leave}
    >
      <Note>{t('keepFormerLead')}</Note>
      {(site.facts.length > 0 || parts > 0) && (
        <Note tone="warning">{t('keepFormerLoses', { facts: site.facts.length, parts })}</Note>
      )}
      <fieldset class="field-group">
        <legend>{t('keepFormer')}</legend>
        <SelectField {...props} name="value" label={t('keepSurvivor')}>
          <option value="">{t('keepChoose')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {name(other)}
            </option>
          ))}
        </SelectField>
        <SelectField {...props} name="qualifier" label={t('keepFormerWhy')}>
          {FORMER_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`former.${reason}`)}
            </option>
          ))}
        </SelectField>
      </fieldset>
      <SourceFields {...props} />
    </KeepingForm>
  );
}
