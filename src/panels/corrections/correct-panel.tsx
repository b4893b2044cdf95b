/** Correcting one record: what, its new value, and the source that must be stated. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { isCitable } from '../../domain/correction-rules.ts';
import {
  type CorrectedField,
  currentValue,
  factField,
  isMilestoneCorrection,
  isMilestoneField,
  milestoneField,
} from '../../domain/corrections.ts';
import type { Site } from '../../domain/site.ts';
import { SOURCE_KINDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { today } from '../../state/today.ts';
import { IconButton, LinkButton, Note } from '../../ui/pieces.tsx';
import './corrections.css';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { milestoneWords } from '../shared/milestone-words.ts';
import { districtNames } from '../shared/phrases.ts';
import { correctionOf, draftOf, type FormDraft, type FormProblem, typedPosition, typedRadius } from './draft.ts';
import { FactFields, LocationFields, SourceFields, StatusFields } from './fields.tsx';
import { fieldWords, valueWords } from './phrases.ts';
import { useCorrecting } from './use-correcting.ts';

const OutlineFields = lazyPanel(() => import('./outline-fields.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
});

const MilestoneForm = lazyPanel(() => import('./milestones/milestone-form.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
});

export default function CorrectPanel({ site: shown, field }: { readonly site: Site; readonly field: CorrectedField }) {
  const { state, i18n, places } = useApp();
  const { corrections } = state;
  const { t, name } = i18n.value;
  const site = corrections.registerById.get(shown.id) ?? shown;
  const heading = useRef<HTMLHeadingElement>(null);
  const what = useId();
  useEffect(() => heading.current?.focus(), []);
  // Those of the register, and those that the user has added.
  const milestones = [
    ...site.milestones.map((each) => [milestoneField(each), each] as const),
    ...corrections.list.value.flatMap((c) =>
      c.record === site.id && isMilestoneCorrection(c) && c.oldValue.milestone === null
        ? [[c.field, c.newValue.milestone] as const]
        : [],
    ),
  ];
  const fields: CorrectedField[] = [
    'location',
    'outline',
    'status',
    ...site.facts.map((_, index) => factField(site.facts, index)),
    ...milestones.map(([choice]) => choice),
    'milestone:new',
  ];
  const fact = (choice: CorrectedField) => {
    if (isMilestoneField(choice)) {
      const known = milestones.find(([each]) => each === choice);
      return known === undefined ? t('milestoneAdd') : milestoneWords(i18n.value, known[1]);
    }
    const words = fieldWords(i18n.value, site, choice);
    return choice === 'location' || choice === 'status' || choice === 'outline'
      ? words
      : t('correctFact', { label: words });
  };
  return (
    <article
      class="panel correct-panel"
      aria-label={t('correctTitle', { name: name(site) })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <header class="detail-head">
        <div class="detail-title">
          <h2 ref={heading} tabIndex={-1}>
            {t('correctTitle', { name: name(site) })}
          </h2>
        </div>
        <div class="detail-actions">
          <IconButton icon="close" label={t('cancel')} onClick={leave} />
        </div>
      </header>
      <div class="correct-body">
        <Note>{t('correctLead')}</Note>
        <div class="field">
          <label for={what}>{t('correctWhat')}</label>
          <select
            id={what}
            value={field}
            onChange={(event) =>
              corrections.edit(site.id, fields.find((f) => f === event.currentTarget.value) ?? field)
            }
          >
            {fields.map((choice) => (
              <option key={choice} value={choice}>
                {fact(choice)}
              </option>
            ))}
          </select>
        </div>
        {isMilestoneField(field) ? (
          <MilestoneForm key={field} site={site} field={field} leave={leave} />
        ) : (
          <CorrectForm key={field} site={site} shown={shown} field={field} leave={leave} />
        )}
      </div>
    </article>
  );

  function leave(): void {
    corrections.stopEditing();
    places.panel.current?.focus();
  }
}

interface FormProps {
  /** The register's own record. */
  readonly site: Site;
  /** With the user's corrections. */
  readonly shown: Site;
  readonly field: CorrectedField;
  readonly leave: () => void;
}

function CorrectForm({ site, shown, field, leave }: FormProps) {
  const { state, i18n } = useApp();
  const { corrections, base } = state;
  const work = useCorrecting();
  const { t } = i18n.value;
  const existing = corrections.list.peek().find((c) => c.record === site.id && c.field === field);
  const [draft, setDraft] = useState(() => draftOf(site, field, existing));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const alert = useRef<HTMLDivElement>(null);
  const old = currentValue(site, field);
  useMapDraft(site.id, field, draft, setDraft);
  useEffect(() => {
    if (problems.length > 0) alert.current?.focus();
  }, [problems]);

  const save = () => {
    const context = { site, field, districts: base.districts, made: today(), dataVersion: base.version.data };
    const made = correctionOf(draft, context);
    if (Array.isArray(made)) return setProblems(made);
    work.add(made);
    if (!corrections.kept.peek()) state.actions.notify(t('correctionsNotKept'));
    leave();
  };
  const change = (part: Partial<FormDraft>) => setDraft((before) => ({ ...before, ...part }));
  const props = { draft, problems, change };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {old !== null && (
        <p class="correct-old">
          {t('correctOld')}: {valueWords(i18n.value, old)}
        </p>
      )}
      <fieldset class="field-group">
        <legend>{t('correctNew')}</legend>
        {field === 'location' && <MapChoice />}
        {field === 'location' && <LocationFields {...props} />}
        {field === 'outline' && <OutlineFields {...props} site={shown} />}
        {field === 'status' && <StatusFields {...props} />}
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
      {draft.title.trim() !== '' && !citable(draft) && <Note tone="warning">{t('sourceNotCitable')}</Note>}
      {problems.length > 0 && (
        <div class="problems" role="alert" tabIndex={-1} ref={alert}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{t(`correctionProblem.${problem}`, { districts: districtNames(i18n.value, site) })}</li>
            ))}
          </ul>
        </div>
      )}
      <p class="actions">
        <button type="submit" class="link-button primary">
          {t('save')}
        </button>
        <LinkButton onClick={leave}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}

function citable({ title, publisher, url, sourceDate, sourceKind }: FormDraft): boolean {
  const kind = SOURCE_KINDS.find((known) => known === sourceKind) ?? 'web';
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return isCitable({ title, publisher: given(publisher), url: given(url), date: given(sourceDate), kind });
}

/** The point of the form is the point on the map, both ways, while a location is corrected. */
function useMapDraft(
  record: string,
  field: CorrectedField,
  draft: FormDraft,
  setDraft: (change: (before: FormDraft) => FormDraft) => void,
): void {
  const { state } = useApp();
  const { draft: onMap, setDraft: setOnMap } = state.corrections;
  useEffect(() => {
    if (field === 'location') setOnMap({ record, position: typedPosition(draft), radiusM: typedRadius(draft) });
  }, [field, record, draft.lng, draft.lat, draft.radius]);
  useEffect(() => {
    return () => setOnMap(null);
  }, []);
  useSignalEffect(() => {
    const position = onMap.value?.position ?? null;
    if (position === null) return;
    const [lng, lat] = position;
    setDraft((before) => {
      const typed = typedPosition(before);
      return typed !== null && typed[0] === lng && typed[1] === lat
        ? before
        : { ...before, lng: String(lng), lat: String(lat) };
    });
  });
}

function MapChoice() {
  const { state, i18n, narrow, map } = useApp();
  const { t } = i18n.value;
  if (map.value === null) return <Note>{t('correctNoMap')}</Note>;
  const choose = () => {
    if (narrow.value) state.actions.setSheet('peek');
    map.value?.focus();
  };
  const position = state.corrections.draft.value?.position ?? null;
  return (
    <>
      <p class="actions">
        <LinkButton onClick={choose}>{t('correctOnMap')}</LinkButton>
      </p>
      <p class="field-hint">{t('correctOnMapOn')}</p>
      <p class="visually-hidden" role="status">
        {position === null ? '' : t('correctDraftAt', { lng: position[0].toFixed(5), lat: position[1].toFixed(5) })}
      </p>
    </>
  );
}
