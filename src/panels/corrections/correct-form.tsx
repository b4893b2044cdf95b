/** The form that corrects one field of a record. */
import { useState } from 'preact/hooks';
import { type CorrectedField, currentValue } from '../../domain/corrections.ts';
import { brokenRelations } from '../../domain/relation-rules.ts';
import { isAttribute } from '../../domain/schema/attribute.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { townsIn } from '../../state/corrections/towns-in.ts';
import { today } from '../../state/today.ts';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { districtNames } from '../shared/phrases.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { correctionOf, draftOf, typedPosition } from './draft.ts';
import { FactFields, LocationFields, SourceFields, StatusFields } from './fields.tsx';
import type { FormDraft, FormProblem } from './form-draft.ts';
import { KeepingForm } from './keeping-form.tsx';
import { MapChoice } from './map-choice.tsx';
import { movedWords, useMapDraft } from './map-draft.ts';
import { namesIn, valueWords } from './phrases.ts';
import { PositionPaste } from './position-paste.tsx';
import { useKeep } from './use-correcting.ts';

const OutlineFields = lazyPanel(() => import('./outline-fields.tsx').then((m) => m.default), {
  words: ['panels', 'plan', 'corrections', 'keeping'],
});

interface FormProps {
  /** The register's own record. */
  readonly site: Site;
  /** With the user's corrections. */
  readonly shown: Site;
  readonly field: CorrectedField;
  readonly leave: () => void;
}

export function CorrectForm({ site, shown, field, leave }: FormProps) {
  const { state, i18n } = useApp();
  const { corrections, base } = state;
  const keep = useKeep();
  const { t } = i18n.value;
  const existing = corrections.list.peek().find((c) => c.record === site.id && c.field === field);
  const [draft, setDraft] = useState(() => draftOf(site, field, existing));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [about, setAbout] = useState('');
  const old = currentValue(site, field);
  useMapDraft({ record: site.id, isPlaced: field === 'location', draft, setDraft, from: site.location.position });

  const from = site.location.position;
  const to = field === 'location' ? typedPosition(draft) : null;
  const moved = to === null || (to[0] === from?.[0] && to[1] === from[1]) ? null : movedWords(i18n.value, from, to);

  const save = (asDraft: boolean) => {
    // A park that moves into another district moves as a whole: each field is held against the others as corrected.
    const context = { site: withField(shown, site, field), field, districts: base.districts, asDraft };
    const made = correctionOf(draft, { ...context, made: today(), dataVersion: base.version.data });
    if (Array.isArray(made)) return setProblems(made);
    const relation = brokenRelations([made], state.sites.peek(), townsIn(base)).get(made);
    setAbout(relation?.[1] ?? '');
    if (relation !== undefined) return setProblems([relation[0]]);
    keep(made);
    leave();
  };
  const change = (part: Partial<FormDraft>) => setDraft((before) => ({ ...before, ...part }));
  const props = { draft, problems, change };
  return (
    <KeepingForm
      draft={draft}
      found={problems}
      problems={problems.map((problem) =>
        t(`correctionProblem.${problem}`, { districts: districtNames(i18n.value, shown), about }),
      )}
      onSave={save}
      onCancel={leave}
    >
      {old !== null && (
        <p class="correct-old">
          {t('correctOld')}: {valueWords(i18n.value, old, field, namesIn(i18n.value, state))}
        </p>
      )}
      <fieldset class="field-group">
        <legend>{t('correctNew')}</legend>
        {field === 'location' && <MapChoice />}
        {field === 'location' && <PositionPaste change={change} />}
        {field === 'location' && <LocationFields {...props} />}
        {moved !== null && <p class="plain-words">{moved}</p>}
        {field === 'outline' && <OutlineFields {...props} site={shown} />}
        {field === 'status' && <StatusFields {...props} />}
        {isAttribute(field) && (
          <AttributeFields {...props} field={field} record={site.id} districts={shown.districts} />
        )}
        {old !== null && 'qualifier' in old && (
          <FactFields
            {...props}
            isText={typeof old.value === 'object' && 'zh' in old.value}
            unit={old.unit}
            qualifier={old.qualifier}
          />
        )}
      </fieldset>
      <SourceFields {...props} />
    </KeepingForm>
  );
}

/** The record as it is shown, but for the field that is corrected. */
function withField(shown: Site, register: Site, field: CorrectedField): Site {
  if (field === 'location') return { ...shown, location: register.location, position: register.position };
  if (field === 'status') return { ...shown, status: register.status, statusDate: register.statusDate };
  if (isAttribute(field)) return { ...shown, [field]: register[field] };
  if (field === 'outline') {
    const { outline: _, ...rest } = shown;
    return register.outline === undefined ? rest : { ...rest, outline: register.outline };
  }
  return { ...shown, facts: register.facts };
}
