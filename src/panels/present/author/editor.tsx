/**
 * The editor of a tour, beside the stage that shows what is written. It opens over whatever tour is played: a
 * built-in one, or one from a link, is edited as a copy.
 */
import { useState } from 'preact/hooks';
import { isFull, said, saidIn, withChange, withCopy, withMoved, without } from '../../../domain/tour-edit.ts';
import { LONGEST, MOST_STOPS, type Tour, type TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import type { Authoring } from '../../../state/present/authoring.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton, Note } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { useEditorKeys, useViewKeys } from './editor-keys.ts';
import { EditorTools } from './editor-tools.tsx';
import { StopFields } from './stop-fields.tsx';
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
  readonly go: (to: number) => void;
  readonly onSaid: (words: string) => void;
}

export default function Editor({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { i18n } = app;
  const { t } = i18n.value;
  const { authoring, playback } = presentationOf(app);
  const [words, setWords] = useState('');
  const files = useTourFiles(setWords);
  useEditorKeys(authoring, (key) => setWords(i18n.peek().t(key)));
  useViewKeys(app, setWords);

  const tour = authoring.tour.value;
  if (tour === null) return null;
  const { index } = playback.state.value;
  const go = (to: number) => playback.send({ do: 'go', index: to });
  const editing: EditingProps = { authoring, tour, index, go, onSaid: setWords };
  const stop = tour.stops[index];
  return (
    <section
      class={`author ${files.dropping ? 'is-dropping' : ''}`}
      aria-label={t('tourEditor')}
      // What is pressed here is no command to the stage.
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="author-head">
        <TourName {...editing} />
        <IconButton icon="close" label={t('tourLeave')} onClick={onClose} />
      </header>
      <EditorTools authoring={authoring} tour={tour} files={files} onSaid={setWords} />
      <p class="author-said small" role="status">
        {words}
      </p>
      {!authoring.keeps.value && <Note tone="warning">{t('tourNotKept')}</Note>}
      {files.refused}
      <div class="author-body">
        <Stops {...editing} />
        {stop !== undefined && <Stop {...editing} stop={stop} />}
      </div>
    </section>
  );
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
function Stops({ authoring, tour, index, go, onSaid }: EditingProps) {
  const app = useApp();
  const { state, i18n, map } = app;
  const { t, lang } = i18n.value;
  const move = (from: number, to: number) => {
    authoring.edit((before) => withMoved(before, from, to));
    go(to);
    const title = saidIn(tour.stops[from]?.title ?? { zh: '', en: '' }, lang);
    onSaid(t('stopMoved', { title, n: to + 1, total: tour.stops.length }));
  };
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
        {isFull(tour) && <span class="small">{t('tourFull', { n: MOST_STOPS })}</span>}
      </div>
      <p class="small muted">{t(state.characterKeys.value ? 'tourArrangeKeys' : 'tourArrange')}</p>
      {tour.stops.length === 0 ? (
        <p class="muted">{t('tourNoStops')}</p>
      ) : (
        <StopList tour={tour} chosen={index} onChoose={go} onMove={move} />
      )}
    </section>
  );
}

/** The stop on the stage: its words, its view, and what may be done with all of it. */
function Stop({ authoring, tour, index, go, onSaid, stop }: EditingProps & { readonly stop: TourStop }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const change = (part: Partial<Omit<TourStop, 'id'>>, run?: string) =>
    authoring.edit((before) => withChange(before, index, part), run);
  const duplicate = () => {
    authoring.edit((before) => withCopy(before, index));
    go(index + 1);
    onSaid(t('stopDuplicated', { n: index + 2 }));
  };
  const hide = () => {
    change({ hidden: !stop.hidden });
    onSaid(t(stop.hidden ? 'stopShownAgain' : 'stopHidden', { n: index + 1 }));
  };
  const remove = () => {
    authoring.edit((before) => without(before, index));
    onSaid(t('stopRemoved', { n: index + 1 }));
  };
  return (
    <section class="author-column" aria-label={t('stopN', { n: index + 1 })}>
      <header class="author-stop-head">
        <h3>{t('stopN', { n: index + 1 })}</h3>
        <IconButton icon={STAGE_ICONS.hide} label={t('stopHide')} pressed={stop.hidden} onClick={hide} />
        <IconButton icon="copy" label={t('stopDuplicate')} disabled={isFull(tour)} onClick={duplicate} />
        <IconButton icon={STAGE_ICONS.bin} label={t('stopRemove')} onClick={remove} />
      </header>
      <StopFields
        key={stop.id}
        tour={tour}
        stop={stop}
        onChange={change}
        onRest={() => authoring.settle()}
        onView={() => onSaid(takeViewIntoStop(app) ?? '')}
      />
    </section>
  );
}
