/** The inputs of the correction form, one group a kind of field. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { BaseUnit, Qualifier } from '../../domain/vocabulary.ts';
import { PRECISIONS, SOURCE_KINDS, STATUSES } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { pastedPair, unitsFor } from './draft.ts';
import type { FormDraft, FormProblem } from './form-draft.ts';

export interface FieldsProps {
  readonly draft: FormDraft;
  readonly problems: readonly FormProblem[];
  readonly change: (part: Partial<FormDraft>) => void;
}

interface InputProps extends FieldsProps {
  readonly name: keyof FormDraft;
  readonly label: string;
  readonly hint?: string;
  /** Problems that are about this input. */
  readonly about?: readonly FormProblem[];
  readonly decimal?: boolean;
  readonly required?: boolean;
}

export function TextField({
  draft,
  problems,
  change,
  name,
  label,
  hint,
  about = [],
  decimal = false,
  required,
}: InputProps) {
  const id = useId();
  const wrong = about.some((problem) => problems.includes(problem));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={decimal ? 'decimal' : undefined}
        value={draft[name]}
        required={required}
        aria-invalid={wrong || undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
      />
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function SelectField({
  draft,
  change,
  name,
  label,
  children,
}: FieldsProps & { readonly name: keyof FormDraft; readonly label: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={draft[name]} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        {children}
      </select>
    </div>
  );
}

/** `compact` leaves the explanations to whoever has read them once. */
export function LocationFields({ compact = false, ...props }: FieldsProps & { readonly compact?: boolean }) {
  const { t } = useApp().i18n.value;
  const about: FormProblem[] = [
    'positionNumber',
    'positionNeeded',
    'positionUnknown',
    'swapped',
    'outside',
    'wrongDistrict',
  ];
  const change = (part: Partial<FormDraft>) => {
    const pair = pastedPair(part.lng ?? '');
    props.change(pair === null ? part : { lng: pair[0], lat: pair[1] });
  };
  return (
    <>
      <div class="field-pair">
        <TextField {...props} change={change} name="lng" label={t('fieldLng')} about={about} decimal />
        <TextField {...props} name="lat" label={t('fieldLat')} about={about} decimal />
      </div>
      {!compact && <p class="field-hint">{t('fieldPositionHint')}</p>}
      <div class={compact ? 'field-pair' : 'stack'}>
        <SelectField {...props} name="precision" label={t('howSure')}>
          {PRECISIONS.map((precision) => (
            <option key={precision} value={precision}>
              {t(`precision.${precision}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          {...props}
          name="radius"
          label={t('fieldRadius')}
          hint={compact ? undefined : t('fieldRadiusHint')}
          about={['radiusNumber', 'radiusNeeded', 'radiusAlone']}
          decimal
        />
      </div>
    </>
  );
}

export function StatusFields(props: FieldsProps) {
  const { t } = useApp().i18n.value;
  return (
    <>
      <SelectField {...props} name="status" label={t('status')}>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        {...props}
        name="statusDate"
        label={t('fieldDate')}
        hint={t('fieldDateHint')}
        about={['date', 'statusDate']}
      />
    </>
  );
}

/** Planned and actual never share a key, so a fact keeps its side. */
const PLANS: readonly Qualifier[] = ['planned', 'expected'];
const ACTUALS: readonly Qualifier[] = ['exact', 'over', 'about', 'nearly'];

export function FactFields({
  isText,
  unit,
  qualifier,
  ...props
}: FieldsProps & { readonly isText: boolean; readonly unit: BaseUnit | null; readonly qualifier: Qualifier }) {
  const { t } = useApp().i18n.value;
  return (
    <>
      {isText ? (
        <>
          <TextField {...props} name="zh" label={t('fieldZh')} about={['text']} />
          <TextField {...props} name="en" label={t('fieldEn')} about={['text']} />
        </>
      ) : (
        <>
          <div class="field-pair">
            <TextField {...props} name="value" label={t('fieldValue')} about={['number', 'range']} decimal />
            <TextField {...props} name="valueTo" label={t('fieldValueTo')} about={['number', 'range']} decimal />
          </div>
          <div class="field-pair">
            <SelectField {...props} name="unit" label={t('fieldUnit')}>
              {unitsFor(unit).map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </SelectField>
            <SelectField {...props} name="qualifier" label={t('fieldQualifier')}>
              {(PLANS.includes(qualifier) ? PLANS : ACTUALS).map((q) => (
                <option key={q} value={q}>
                  {t(`qualifier.${q}`)}
                </option>
              ))}
            </SelectField>
          </div>
        </>
      )}
      <TextField {...props} name="asPrinted" label={t('asPrinted')} about={['asPrinted']} />
      <TextField {...props} name="asOf" label={t('fieldAsOf')} hint={t('fieldDateHint')} about={['date']} />
    </>
  );
}

/** `compact` folds away what a source need not state. */
export function SourceFields({ compact = false, ...props }: FieldsProps & { readonly compact?: boolean }) {
  const { t } = useApp().i18n.value;
  return (
    <fieldset class="field-group">
      <legend>{t('sourceSection')}</legend>
      <TextField {...props} name="title" label={t('sourceTitle')} about={['sourceTitle', 'sourceVague']} required />
      {compact ? (
        <details>
          <summary>{t('keepSourceMore')}</summary>
          <div class="stack">
            <SourceRest {...props} />
          </div>
        </details>
      ) : (
        <SourceRest {...props} />
      )}
    </fieldset>
  );
}

function SourceRest(props: FieldsProps) {
  const { t } = useApp().i18n.value;
  return (
    <>
      <SelectField {...props} name="sourceKind" label={t('sourceKind')}>
        {['web', 'policy', 'dataset']
          .flatMap((kind) => SOURCE_KINDS.filter((known) => known === kind))
          .map((kind) => (
            <option key={kind} value={kind}>
              {t(`sourceKind.${kind}`)}
            </option>
          ))}
      </SelectField>
      <TextField {...props} name="url" label={`${t('sourceUrl')} (${t('optional')})`} about={['sourceUrl']} />
      <TextField {...props} name="publisher" label={`${t('sourcePublisher')} (${t('optional')})`} />
      <TextField
        {...props}
        name="sourceDate"
        label={`${t('sourceDate')} (${t('optional')})`}
        hint={t('fieldDateHint')}
        about={['sourceDate']}
      />
    </>
  );
}
