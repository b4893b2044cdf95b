/** The form of a record that the register has not. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { districtOf } from '../../domain/correction-rules.ts';
import type { DistrictCollection } from '../../domain/schema/area.ts';
import type { Attribute } from '../../domain/schema/attribute.ts';
import { KINDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { townsIn } from '../../state/corrections/towns-in.ts';
import { today } from '../../state/today.ts';
import { Note } from '../../ui/pieces.tsx';
import {
  type AdditionDraft,
  type AdditionField,
  type AdditionProblem,
  additionOf,
  EMPTY_ADDITION,
  usualExtent,
} from './addition-draft.ts';
import { listIn } from './attribute-draft.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { typedPosition } from './draft.ts';
import { LocationFields, SourceFields, StatusFields } from './fields.tsx';
import type { FormDraft } from './form-draft.ts';
import { KeepingForm } from './keeping-form.tsx';
import { MapChoice } from './map-choice.tsx';
import { useMapDraft } from './map-draft.ts';
import { fieldWords, namesIn } from './phrases.ts';
import { PositionPaste } from './position-paste.tsx';
import { useKeep } from './use-correcting.ts';

const WHAT = ['nameZh', 'nameEn', 'industryCluster', 'kind', 'extent'] as const satisfies readonly Attribute[];
const AREA = ['districts', 'towns', 'address'] as const satisfies readonly Attribute[];
const FURTHER = ['aliases', 'operator', 'focus', 'areaKm2', 'parent', 'heldAt'] as const satisfies readonly Attribute[];

/** What a point is called sure of where nobody has said: no building, but its street. */
const FIRST_PLACE = { precision: 'street', radius: '300' } as const;

/** A draft of the whole record, with its place on the map. */
function useAddition(districts: DistrictCollection) {
  const [draft, setDraft] = useState<AdditionDraft>(EMPTY_ADDITION);
  const change = (field: AdditionField | 'source', part: Partial<FormDraft>) =>
    setDraft((before) => {
      const next = { ...before, [field]: { ...before[field], ...part } };
      if (field === 'kind')
        return { ...next, extent: { ...next.extent, value: usualExtent(KINDS.find((k) => k === part.value)) } };
      return field === 'location' ? placed(before, next.location, districts) : next;
    });
  const place = (next: (location: FormDraft) => FormDraft) =>
    setDraft((before) => placed(before, next(before.location), districts));
  return { draft, change, place };
}

/** The record at a place; a point says which district it lies in, where nobody has said so. */
function placed(before: AdditionDraft, next: FormDraft, districts: DistrictCollection): AdditionDraft {
  const location = surer(before.location, next);
  const of = (draft: FormDraft) => {
    const at = typedPosition(draft);
    return at === null ? '' : (districtOf(at, districts) ?? '');
  };
  // One that was ticked by hand stays.
  const isOwn = before.districts.list !== '' && before.districts.list !== of(before.location);
  return { ...before, location, ...(isOwn ? {} : { districts: { ...before.districts, list: of(location) } }) };
}

/** A point that comes where none was is no unknown place any more. */
function surer(before: FormDraft, next: FormDraft): FormDraft {
  const isFirst = before.lng === '' && next.lng !== '' && next.precision === 'unknown';
  return isFirst ? { ...next, ...FIRST_PLACE } : next;
}

export default function AddForm() {
  const { state, i18n, places } = useApp();
  const { t } = i18n.value;
  const { corrections, base } = state;
  const keep = useKeep();
  const heading = useRef<HTMLHeadingElement>(null);
  const { draft, change, place } = useAddition(base.districts);
  const [problems, setProblems] = useState<readonly AdditionProblem[]>([]);
  useEffect(() => heading.current?.focus(), []);
  useMapDraft({
    record: '',
    isPlaced: true,
    draft: draft.location,
    setDraft: place,
    from: null,
  });
  const leave = () => {
    corrections.stopEditing();
    places.panel.current?.focus();
  };
  const save = (asDraft: boolean) => {
    const made = additionOf(draft, {
      sites: state.corrections.sites.peek(),
      isTaken: (id) => state.siteById.peek().has(id) || corrections.registerById.has(id),
      districts: base.districts,
      towns: townsIn(base),
      made: today(),
      dataVersion: base.version.data,
      asDraft,
    });
    if (Array.isArray(made)) return setProblems(made);
    keep(made);
    state.actions.selectSite(made.record);
    places.panel.current?.focus();
  };
  const of = (field: AdditionField | 'source') => ({
    draft: draft[field],
    problems: problems.flatMap((each) => (each.field === field ? [each.problem] : [])),
    change: (part: Partial<FormDraft>) => change(field, part),
  });
  const attribute = (field: Attribute) => (
    <AttributeFields key={field} {...of(field)} field={field} record="" districts={listIn(draft.districts)} />
  );
  const nameOf = namesIn(i18n.value, state);
  const stated = i18n.value.list(listIn(draft.districts).map((id) => nameOf('districts', id)));
  const fieldName = (field: AdditionField | 'source') =>
    field === 'source' ? t('sourceSection') : fieldWords(i18n.value, undefined, field);
  return (
    <section
      class="add-form"
      aria-label={t('keepAdd')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <KeepingForm
        draft={draft.source}
        found={problems}
        problems={problems.map(({ field, problem, about = '' }) =>
          t('keepProblemIn', {
            field: fieldName(field),
            problem: t(`correctionProblem.${problem}`, { districts: stated, about }),
          }),
        )}
        save={t('keepAddSave')}
        onSave={save}
        onCancel={leave}
      >
        <h3 ref={heading} tabIndex={-1}>
          {t('keepAdd')}
        </h3>
        <Note>{t('keepAddLead')}</Note>
        <fieldset class="field-group">
          <legend>{t('keepGroupRecord')}</legend>
          {WHAT.map(attribute)}
        </fieldset>
        <fieldset class="field-group">
          <legend>{t('where')}</legend>
          {AREA.map(attribute)}
          <MapChoice />
          <PositionPaste change={(part) => change('location', part)} />
          <LocationFields {...of('location')} />
        </fieldset>
        <fieldset class="field-group">
          <legend>{t('status')}</legend>
          <StatusFields {...of('status')} />
        </fieldset>
        <details>
          <summary>{t('keepFurther')}</summary>
          <div class="field-group">{FURTHER.map(attribute)}</div>
        </details>
        <SourceFields {...of('source')} />
      </KeepingForm>
    </section>
  );
}
