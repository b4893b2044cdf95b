/**
 * The editor of a tour, beside the stage that shows what is written. It opens over whatever tour is played: a
 * built-in one, or one from a link, is edited as a copy.
 */
import { useEffect, useState } from 'preact/hooks';
import { isFull, said, saidIn, withChange, withCopy, withMoved, without, withStop } from '../../../domain/tour-edit.ts';
import { LONGEST, MOST_STOPS, type TourStop } from '../../../domain/tour-schema.ts';
import type { MessageKey } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton, Note } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { EditorTools } from './editor-tools.tsx';
import { StopFields } from './stop-fields.tsx';
import { StopList } from './stop-list.tsx';
import { useTourFiles } from './tour-files.tsx';
import { stopOfView, titleOfView, viewOf } from './view-of.ts';
import './author.css';

export default function Editor({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const { state, i18n, map } = app;
  const { t, lang } = i18n.value;
  const { authoring, playback } = presentationOf(app);
  const [words, setWords] = useState('');
  const files = useTourFiles(setWords);
  useEffect(() => {
    // Undo and redo of the tour, also while a field is written in: its own would miss every other step.
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const say = (kept: MessageKey) => setWords(i18n.peek().t(kept));
      const acts: Readonly<Record<string, () => void>> = {
        z() {
          authoring.undo();
          say('undone');
        },
        y() {
          authoring.redo();
          say('redone');
        },
        s: () => void authoring.save().then((kept) => say(kept ? 'tourSaved' : 'tourNotKept')),
      };
      const key = event.key.toLowerCase();
      const act = acts[key === 'z' && event.shiftKey ? 'y' : key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const leaving = () => void authoring.flush();
    document.addEventListener('keydown', onKey, true);
    addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      removeEventListener('pagehide', leaving);
    };
  }, []);

  const tour = authoring.tour.value;
  if (tour === null) return null;
  const { index } = playback.state.value;
  const stop = tour.stops[index];
  const go = (to: number) => playback.send({ do: 'go', index: to });
  const port = map.value;

  function take(): void {
    if (port === null || tour === null) return;
    const view = viewOf(state, port);
    const at = tour.stops.length === 0 ? 0 : index + 1;
    authoring.edit((before) => withStop(before, stopOfView(view, before, titleOfView(state, view.show)), at));
    go(at);
    setWords(t('tourTaken', { n: at + 1, tour: saidIn(tour.title, lang) }));
  }
  function move(from: number, to: number): void {
    authoring.edit((before) => withMoved(before, from, to));
    go(to);
    const title = saidIn(tour?.stops[from]?.title ?? { zh: '', en: '' }, lang);
    setWords(t('stopMoved', { title, n: to + 1, total: tour?.stops.length ?? 0 }));
  }
  const change = (part: Partial<Omit<TourStop, 'id'>>, run?: string) =>
    authoring.edit((before) => withChange(before, index, part), run);

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
        <IconButton icon="close" label={t('tourLeave')} onClick={onClose} />
      </header>
      <EditorTools authoring={authoring} tour={tour} files={files} onSaid={setWords} />
      <p class="author-said small" role="status">
        {words}
      </p>
      {!authoring.keeps.value && <Note tone="warning">{t('tourNotKept')}</Note>}
      {files.refused}
      <div class="author-body">
        <section class="author-column" aria-label={t('tourStops', { n: tour.stops.length })}>
          <div class="author-take">
            <button
              type="button"
              class="primary-button"
              title={t('tourTakeHint')}
              disabled={port === null || isFull(tour)}
              onClick={take}
            >
              <Icon name="plus" size={16} /> {t('tourTake')}
            </button>
            {isFull(tour) && <span class="small">{t('tourFull', { n: MOST_STOPS })}</span>}
          </div>
          {tour.stops.length === 0 ? (
            <p class="muted">{t('tourNoStops')}</p>
          ) : (
            <StopList tour={tour} chosen={index} onChoose={go} onMove={move} />
          )}
        </section>
        {stop !== undefined && (
          <section class="author-column" aria-label={t('stopN', { n: index + 1 })}>
            <header class="author-stop-head">
              <h3>{t('stopN', { n: index + 1 })}</h3>
              <IconButton
                icon="copy"
                label={t('stopDuplicate')}
                disabled={isFull(tour)}
                onClick={() => {
                  authoring.edit((before) => withCopy(before, index));
                  go(index + 1);
                  setWords(t('stopDuplicated', { n: index + 2 }));
                }}
              />
              <IconButton
                icon={STAGE_ICONS.bin}
                label={t('stopRemove')}
                onClick={() => {
                  authoring.edit((before) => without(before, index));
                  setWords(t('stopRemoved', { n: index + 1 }));
                }}
              />
            </header>
            <StopFields
              key={stop.id}
              stop={stop}
              onChange={change}
              onRest={() => authoring.settle()}
              onView={() => {
                if (port === null) return;
                change({ look: viewOf(state, port).look });
                setWords(t('stopViewUpdated', { n: index + 1 }));
              }}
            />
          </section>
        )}
      </div>
    </section>
  );
}
