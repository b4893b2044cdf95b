/**
 * The editor of a tour, beside the stage that shows what is written. It opens over whatever tour is played: a
 * built-in one, or one from a link, is edited as a copy.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isFull, said, saidIn, withChange } from '../../../domain/tour-edit.ts';
import { LONGEST, MOST_STOPS, type Tour, type TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import type { Authoring } from '../../../state/present/authoring.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton, Note } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { enterFullscreen } from '../fullscreen.ts';
import { AddStop } from './add-stop.tsx';
import { useEditorKeys, useViewKeys } from './editor-keys.ts';
import { EditorTools } from './editor-tools.tsx';
import { FirstStop } from './first-stop.tsx';
import { InPlace } from './in-place.tsx';
import { type StopActs, stopActs } from './stop-acts.ts';
import { StopFields } from './stop-fields.tsx';
import StopGrid from './stop-grid.tsx';
import { StopList } from './stop-list.tsx';
import { takeNewStop, takeViewIntoStop } from './take-view.ts';
import { useTourFiles } from './tour-files.tsx';
import './author.css';

/** What every part of the editor works on. */
interface EditingProps {
  readonly authoring: Authoring;
  readonly tour: Tour;
  /** The stop on the stage, from 0. */
  readonly index: number;
  readonly acts: StopActs;
  readonly onSaid: (words: string) => void;
}

export default function Editor({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { i18n } = app;
  const { t } = i18n.value;
  const { authoring, playback } = presentationOf(app);
  const [words, setWords] = useState('');
  const [grid, setGrid] = useState(false);
  const files = useTourFiles(setWords);
  const root = useFocusWithin();
  useEditorKeys(app, authoring, setWords);
  useViewKeys(app, setWords);

  const tour = authoring.tour.value;
  if (tour === null) return null;
  const { index } = playback.state.value;
  const acts = stopActs(app, setWords);
  const editing: EditingProps = { authoring, tour, index, acts, onSaid: setWords };
  const stop = tour.stops[index];
  return (
    <section
      ref={root}
      tabIndex={-1}
      class={`author ${files.dropping ? 'is-dropping' : ''}`}
      aria-label={t('tourEditor')}
      // What is pressed in one of its fields is no command to the stage.
      onKeyDown={(event) => {
        if (event.target === event.currentTarget) return;
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="author-head">
        <TourName {...editing} />
        {tour.stops.length > 0 && (
          <button
            type="button"
            class="primary-button"
            title={t('tourPresentHint')}
            onClick={() => {
              onClose();
              enterFullscreen();
            }}
          >
            <Icon name={STAGE_ICONS.start} size={16} /> {t('tourPresent')}
          </button>
        )}
        <IconButton icon="close" label={t('tourLeave')} onClick={onClose} />
      </header>
      <EditorTools authoring={authoring} tour={tour} files={files} onSaid={setWords} />
      <p class="author-said small" role="status">
        {words}
      </p>
      {!authoring.keeps.value && <Note tone="warning">{t('tourNotKept')}</Note>}
      {files.refused}
      <div class="author-body">
        <Stops {...editing} onGrid={() => setGrid(true)} />
        {stop !== undefined && <Stop {...editing} stop={stop} />}
        {tour.stops.length === 0 && <FirstStop onSaid={setWords} />}
      </div>
      {grid && <StopGrid {...editing} chosen={index} words={words} onClose={() => setGrid(false)} />}
    </section>
  );
}

/** The focus comes with the editor, and stays in it where what had it went away: a stop that was taken back, say. */
function useFocusWithin() {
  const root = useRef<HTMLElement>(null);
  const had = useRef(true);
  useLayoutEffect(() => {
    const { current } = root;
    if (current === null) return;
    const come = () => {
      had.current = true;
    };
    const go = ({ target, relatedTarget }: FocusEvent) => {
      // Of what is taken away browsers say that it lost the focus to nothing, some before and some never.
      if (relatedTarget instanceof Node) had.current = current.contains(relatedTarget);
      else if (target instanceof Node) queueMicrotask(() => (had.current &&= !current.contains(target)));
    };
    current.addEventListener('focusin', come);
    current.addEventListener('focusout', go);
    if (!current.contains(document.activeElement)) current.focus({ preventScroll: true });
    return () => {
      current.removeEventListener('focusin', come);
      current.removeEventListener('focusout', go);
    };
  }, []);
  useLayoutEffect(() => {
    if (had.current && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  });
  return root;
}

function TourName({ authoring, tour }: EditingProps) {
  const { t, lang } = useApp().i18n.value;
  return (
    <input
      class="author-name"
      aria-label={t('tourName')}
      placeholder={t('tourUntitled')}
      dir="auto"
      maxLength={LONGEST.title}
      value={saidIn(tour.title, lang)}
      onInput={(event) => {
        const { value } = event.currentTarget;
        authoring.edit((before) => ({ ...before, title: said(before.title, lang, value) }), 'name');
      }}
      onBlur={() => authoring.settle()}
    />
  );
}

/** All stops, and the way to take what the map shows as another. */
function Stops({ tour, index, acts, onSaid, onGrid }: EditingProps & { readonly onGrid: () => void }) {
  const app = useApp();
  const { state, i18n, map } = app;
  const { t } = i18n.value;
  return (
    <section class="author-column" aria-label={t('tourStops', { n: tour.stops.length })}>
      <div class="author-take">
        <button
          type="button"
          class="primary-button"
          title={t('tourTakeHint')}
          disabled={map.value === null || isFull(tour)}
          aria-keyshortcuts={state.characterKeys.value ? 'T' : undefined}
          onClick={() => onSaid(takeNewStop(app) ?? '')}
        >
          <Icon name="plus" size={16} /> {t('tourTake')}
        </button>
        {tour.stops.length > 1 && (
          <button type="button" class="text-button is-framed" onClick={onGrid}>
            {t('stopGrid')}
          </button>
        )}
        {isFull(tour) && <span class="small">{t('tourFull', { n: MOST_STOPS })}</span>}
      </div>
      <details class="author-add">
        <summary>{t('addStop')}</summary>
        <AddStop full={isFull(tour)} onSaid={onSaid} />
      </details>
      <p class="small muted">{t(state.characterKeys.value ? 'tourArrangeKeys' : 'tourArrange')}</p>
      {tour.stops.length === 0 ? (
        <p class="muted">{t('tourNoStops')}</p>
      ) : (
        <StopList tour={tour} chosen={index} onChoose={acts.go} onMove={acts.move} />
      )}
    </section>
  );
}

/** The stop on the stage: its words, its view, and what may be done with all of it. */
function Stop({ authoring, tour, index, acts, onSaid, stop }: EditingProps & { readonly stop: TourStop }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const change = (part: Partial<Omit<TourStop, 'id'>>, run?: string) =>
    authoring.edit((before) => withChange(before, index, part), run);
  return (
    <section class="author-column" aria-label={t('stopN', { n: index + 1 })}>
      <header class="author-stop-head">
        <h3>{t('stopN', { n: index + 1 })}</h3>
        <IconButton
          icon={STAGE_ICONS.hide}
          label={t('stopHide')}
          pressed={stop.hidden}
          onClick={() => acts.hide(index)}
        />
        <IconButton
          icon="copy"
          label={t('stopDuplicate')}
          disabled={isFull(tour)}
          onClick={() => acts.duplicate(index)}
        />
        <IconButton icon={STAGE_ICONS.bin} label={t('stopRemove')} onClick={() => acts.remove(index)} />
      </header>
      <StopFields
        key={stop.id}
        tour={tour}
        stop={stop}
        onChange={change}
        onRest={() => authoring.settle()}
        onView={() => onSaid(takeViewIntoStop(app) ?? '')}
      />
      <InPlace key={`place-${stop.id}`} stop={stop} onChange={change} onRest={() => authoring.settle()} />
    </section>
  );
}
