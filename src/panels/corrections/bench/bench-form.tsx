/** The place of one record: pasted or clicked, before and after with the distance; Enter keeps it and goes on. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ToLocate } from '../../../analysis/locating-queue.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { LinkButton, Note } from '../../../ui/pieces.tsx';
import { districtNames } from '../../shared/phrases.ts';
import { correctionOf, typedPosition } from '../draft.ts';
import { LocationFields, SourceFields } from '../fields.tsx';
import type { FormDraft, FormProblem } from '../form-draft.ts';
import { KeepingForm } from '../keeping-form.tsx';
import { MapChoice } from '../map-choice.tsx';
import { movedWords, useMapDraft } from '../map-draft.ts';
import { PositionPaste } from '../position-paste.tsx';
import { useCorrecting, useKeep } from '../use-correcting.ts';
import { boxAround, hasPlace } from './bench-draft.ts';

interface BenchFormProps {
  readonly item: ToLocate;
  readonly draft: FormDraft;
  readonly setDraft: (change: (before: FormDraft) => FormDraft) => void;
  readonly takesFocus: boolean;
  readonly onSaved: () => void;
  readonly onSkip: () => void;
}

export function BenchForm({ item: { site }, draft, setDraft, takesFocus, onSaved, onSkip }: BenchFormProps) {
  const { state, i18n, map } = useApp();
  const { t } = i18n.value;
  const { base } = state;
  const work = useCorrecting();
  const keep = useKeep();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const from = site.location.position;
  useMapDraft({ record: site.id, isPlaced: true, draft, setDraft, from, onMapChoice: () => focusOn('[type=submit]') });
  // At once: what is typed meanwhile would go nowhere.
  useLayoutEffect(() => {
    if (takesFocus) focusOn('input');
  }, []);
  useEffect(() => {
    const { box } = lookAt();
    if (box !== null) map.peek()?.fitBox(box);
  }, []);

  const save = (asDraft: boolean) => {
    // Nothing chosen is nothing kept; what could not be read is no nothing.
    if (!hasPlace(draft) && draft.paste === '') return onSkip();
    const record = work.recordOf(site.id) ?? site;
    const made = correctionOf(draft, {
      site: { ...site, location: record.location },
      field: 'location',
      districts: base.districts,
      made: today(),
      dataVersion: base.version.data,
      asDraft,
    });
    if (Array.isArray(made)) return setProblems(made);
    keep(made);
    onSaved();
  };
  const change = (part: Partial<FormDraft>) => setDraft((before) => ({ ...before, ...part }));
  const props = { draft, problems, change };
  const position = typedPosition(draft);
  return (
    <KeepingForm
      draft={draft}
      found={problems}
      problems={problems.map((problem) =>
        t(`correctionProblem.${problem}`, { districts: districtNames(i18n.value, site), about: '' }),
      )}
      save={t(hasPlace(draft) ? 'benchSave' : 'benchSkip')}
      onSave={save}
      ways={hasPlace(draft) && <LinkButton onClick={onSkip}>{t('benchSkip')}</LinkButton>}
      formRef={form}
    >
      <fieldset class="field-group">
        <legend>{t('correctNew')}</legend>
        <PositionPaste
          change={change}
          onPosition={(pasted) => map.peek()?.fitBox(boxAround(from === null ? [pasted] : [pasted, from]))}
        />
        <MapChoice compact />
        <LocationFields {...props} compact />
        {position !== null && (
          <p class="bench-moved" role="status">
            {movedWords(i18n.value, from, position)}
          </p>
        )}
      </fieldset>
      <SourceFields {...props} compact />
      {!hasPlace(draft) && <Note>{t('benchNothing')}</Note>}
    </KeepingForm>
  );

  function focusOn(what: string): void {
    const element = form.current?.querySelector(what);
    if (element instanceof HTMLElement) element.focus();
  }

  /** Where the record is looked for: about its point, else in its districts. */
  function lookAt() {
    if (from !== null) return { box: boxAround([from], ((site.radiusM ?? 3000) * 1.2) / 100_000) };
    const places = base.districts.features.flatMap(({ properties, geometry }) =>
      site.districts.length === 0 || site.districts.includes(properties.id)
        ? (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2)
        : [],
    );
    return { box: places.length === 0 ? null : boxAround(places.map(([lng = 0, lat = 0]) => [lng, lat] as const)) };
  }
}
