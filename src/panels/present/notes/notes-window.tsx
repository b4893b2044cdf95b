/** What only the presenter sees: this stop and the next, notes, clock, all stops. It draws no map. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import './notes.css';
import { Mixed } from '../../shared/mixed-script.tsx';
import { isCommand, type StageAction } from '../keys.ts';
import { sourcesOf } from '../said.ts';
import { useStageKeys, useStopNumber } from '../stage-keys.ts';
import { Clock } from './clock.tsx';
import { type NotesEnd, notesEnd } from './notes-end.ts';
import { StopCard } from './stop-card.tsx';
import { StopList } from './stop-list.tsx';
import { useZoom } from './zoom.ts';

const STATUS_WORDS = {
  linked: 'notesLinked',
  waiting: 'notesWaiting',
  gone: 'notesGone',
  alone: 'notesAlone',
} as const;

/** What the notes stand on, apart from what is said. */
function Sources({ stop }: { readonly stop: TourStop }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const lines = sourcesOf(app, stop);
  return (
    <details class="notes-sources">
      <summary>{t('notesSources')}</summary>
      {lines.map((line, at) => (
        <p key={at}>
          <Mixed text={line} verbatim />
        </p>
      ))}
    </details>
  );
}

export function NotesWindow() {
  const app = useApp();
  const { i18n, need } = app;
  const { t, text } = i18n.value;
  const presentation = presentationOf(app);
  const { playback } = presentation;
  const end = useSignal<NotesEnd | null>(null);
  const number = useStopNumber((index) => end.peek()?.send({ do: 'go', index }));
  const zoom = useZoom();

  const act = (action: StageAction): void => {
    // Full screen, spotlight and the like are the stage's own.
    if (isCommand(action)) end.peek()?.send(action);
    else if (action.do === 'digit') number.add(action.digit);
    else if (action.do === 'enter') number.enter();
  };
  useStageKeys(act);
  useEffect(() => {
    need.statistics();
    const opener: Window | null = window.opener;
    const line = notesEnd(presentation, window, opener);
    end.value = line;
    return () => line.close();
  }, []);
  useEffect(() => {
    document.title = `${t('notesTitle')} · ${t('appTitle')}`;
  }, [t('notesTitle')]);

  const line = end.value;
  const year = line?.year.value ?? playback.stop.value?.show.year ?? null;
  const stop = playback.stop.value;
  const coming = playback.coming.value;
  const { screen, playing } = playback.state.value;
  const status = line?.status.value ?? 'waiting';
  return (
    <div class="notes-window">
      <header class="notes-bar">
        <Clock since={line?.since.value ?? Date.now()} onReset={() => line?.resetClock()} />
        <p class={`notes-status is-${status}`} role="status">
          {t(STATUS_WORDS[status])}
        </p>
        {year !== null && <p class="notes-year tabular">{t('notesYear', { year: String(year) })}</p>}
        <div class="notes-buttons" role="toolbar" aria-label={t('presentControls')}>
          <button type="button" onClick={() => act({ do: 'previous' })}>
            <Icon name={STAGE_ICONS.previous} /> {t('presentPrevious')}
          </button>
          <button type="button" class="primary" onClick={() => act({ do: 'next' })}>
            {t('presentNext')} <Icon name="chevron" />
          </button>
          <button type="button" aria-pressed={playing} onClick={() => act({ do: 'toggle-play' })}>
            <Icon name={playing ? STAGE_ICONS.pause : STAGE_ICONS.start} />{' '}
            {t(playing ? 'presentPause' : 'presentPlay')}
          </button>
          <button type="button" aria-pressed={screen === 'black'} onClick={() => act({ do: 'black' })}>
            <Icon name={STAGE_ICONS.blank} /> {t('presentBlack')}
          </button>
        </div>
      </header>
      <section class="notes-now" aria-label={t('notesNow')}>
        {stop !== null && <StopCard stop={stop} label={t('notesNow')} />}
      </section>
      <section class="notes-then" aria-label={t('notesThen')}>
        {coming === null ? (
          <p class="muted">{t('notesEnd')}</p>
        ) : (
          <StopCard stop={coming} label={t('notesThen')} small />
        )}
      </section>
      <section class="notes-text" aria-label={t('notesText')}>
        <header>
          <h2>{t('notesText')}</h2>
          <button type="button" aria-label={t('notesSmaller')} onClick={() => zoom.by(-1)}>
            <Icon name="minus" />
          </button>
          <button type="button" aria-label={t('notesLarger')} onClick={() => zoom.by(1)}>
            <Icon name="plus" />
          </button>
        </header>
        {/* Scrolled by keyboard too. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
        <div class="notes-words" tabIndex={0} style={{ fontSize: `${zoom.size.value}px` }}>
          {stop === null || text(stop.notes) === '' ? (
            <p class="muted">{t('notesNone')}</p>
          ) : (
            text(stop.notes)
              .split('\n')
              .map((paragraph, at) => (
                <p key={at}>
                  <Mixed text={paragraph} />
                </p>
              ))
          )}
          {stop !== null && <Sources stop={stop} />}
        </div>
      </section>
      <StopList onGo={(index) => end.peek()?.send({ do: 'go', index })} />
    </div>
  );
}
