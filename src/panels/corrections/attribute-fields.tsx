/** The inputs of a field that is one value: typed, chosen from what there is, or in both languages. */
import { useId } from 'preact/hooks';
import type { Attribute } from '../../domain/schema/attribute.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_ADCODE, DISTRICT_IDS, EXTENTS, KINDS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { ATTRIBUTE_INPUT, listIn } from './attribute-draft.ts';
import { type FieldsProps, SelectField, TextField } from './fields.tsx';
import { ATTRIBUTE_WORDS, namesIn } from './phrases.ts';

interface AttributeProps extends FieldsProps {
  readonly field: Attribute;
  /** The record itself, which is no part of its own. */
  readonly record: string;
  /** Of several to choose from, those of these districts alone; empty is all. */
  readonly districts?: readonly string[];
  readonly required?: boolean;
}

const VOCABULARIES: { readonly [F in Attribute]?: readonly string[] } = {
  industryCluster: CLUSTER_OR_CROSS_IDS,
  kind: KINDS,
  extent: EXTENTS,
  districts: DISTRICT_IDS,
};

/** What can be chosen for a field, by code. */
function choicesOf(state: AppState, field: Attribute, record: string, districts: readonly string[]): readonly string[] {
  const sites = state.sites.value;
  if (field === 'parent') return sites.flatMap(({ id }) => (id === record ? [] : [id]));
  if (field === 'heldAt') return sites.flatMap(({ id, kind }) => (kind === 'venue' ? [id] : []));
  if (field === 'towns') return townCodes(state, districts);
  return VOCABULARIES[field] ?? [];
}

function townCodes({ base }: AppState, districts: readonly string[]): string[] {
  const codes = base.towns.features.map(({ properties }) => properties.code);
  const of = DISTRICT_IDS.filter((id) => districts.includes(id)).map((id) => String(DISTRICT_ADCODE[id]));
  return of.length === 0 ? codes : codes.filter((code) => of.some((start) => code.startsWith(start)));
}

const sorted = (i18n: I18n, codes: readonly string[], nameOf: (code: string) => string) =>
  [...codes].sort((a, b) => nameOf(a).localeCompare(nameOf(b), i18n.lang));

export function AttributeFields({ field, record, districts = [], required, ...props }: AttributeProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const label = t(ATTRIBUTE_WORDS[field]);
  const kind = ATTRIBUTE_INPUT[field];
  const named = namesIn(i18n.value, state);
  const nameOf = (code: string) => named(field, code);
  const choices = choicesOf(state, field, record, districts);
  switch (kind) {
    case 'text':
      return <TextField {...props} name="value" label={label} about={['name']} required={required} />;
    case 'number':
      return <TextField {...props} name="value" label={label} about={['number']} decimal />;
    case 'bilingual':
      return (
        <div class="field-pair">
          <TextField {...props} name="zh" label={`${label} · ${t('fieldZh')}`} about={['text']} />
          <TextField {...props} name="en" label={`${label} · ${t('fieldEn')}`} about={['text']} />
        </div>
      );
    case 'lines':
      return <LinesField {...props} label={label} />;
    case 'choice':
    case 'record':
      return (
        <SelectField {...props} name="value" label={label}>
          {(kind === 'record' || props.draft.value === '') && (
            <option value="">{t(kind === 'record' ? 'notStated' : 'keepChoose')}</option>
          )}
          {(kind === 'record' ? sorted(i18n.value, choices, nameOf) : choices).map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </SelectField>
      );
    case 'choices':
      return <ChoicesField {...props} label={label} choices={choices} nameOf={nameOf} />;
  }
}

/** One name a line. */
function LinesField({ draft, change, label }: FieldsProps & { readonly label: string }) {
  const { t } = useApp().i18n.value;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={draft.list}
        aria-describedby={`${id}-hint`}
        onInput={(event) => change({ list: event.currentTarget.value })}
      />
      <p class="field-hint" id={`${id}-hint`}>
        {t('keepLines')}
      </p>
    </div>
  );
}

interface ChoicesProps extends FieldsProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly nameOf: (code: string) => string;
}

function ChoicesField({ draft, change, label, choices, nameOf }: ChoicesProps) {
  const chosen = listIn(draft);
  const tick = (code: string, isOn: boolean) => {
    const next = isOn ? [...chosen, code] : chosen.filter((other) => other !== code);
    change({ list: next.join('\n') });
  };
  return (
    <fieldset class="field choices">
      <legend>{label}</legend>
      {choices.map((code) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={(event) => tick(code, event.currentTarget.checked)}
          />
          <span>{nameOf(code)}</span>
        </label>
      ))}
    </fieldset>
  );
}
