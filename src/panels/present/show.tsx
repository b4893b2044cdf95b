/** A tour while it runs: caption, controls, blank screens, spotlight, keys and clicks. */
import { batch, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { FIRST_YEAR, yearOf } from '../../domain/milestones.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';
import { mapMark } from '../../state/map-mark.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { editPlayed } from './author/edit-tour.ts';
import { Caption } from './caption.tsx';
import { Controls, Progress } from './controls.tsx';
import { End } from './end.tsx';
import { fullscreenReturn, isFullscreen, toggleFullscreen } from './fullscreen.ts';
import { KeyList } from './key-list.tsx';
import { isCommand, type StageAction } from './keys.ts';
import { useStagePointer } from './pointer.ts';
import { leaveTour, pressed, runStage } from './run-stage.ts';
import { type StageEnd, stageEnd } from './stage-end.ts';
import { useStageKeys, useStopNumber } from './stage-keys.ts';

const Editor = lazyPanel(() => import('./author/editor.tsx').then((m) => m.default), {
  words: ['panels', 'present', 'author'],
  wait: 'silent',
});
const YearBar = lazyPanel(() => import('../plan/year-bar.tsx').then((m) => m.default), {
  words: ['plan'],
  wait: 'silent',
});
const HandOut = lazyPanel(() => import('./export/tour-export.tsx').then((m) => m.default), {
  words: ['panels', 'present', 'author', 'plan'],
  wait: 'silent',
});

const StageCode = lazyPanel(() => import('./stage-code.tsx').then((m) => m.default), {
  words: ['present'],
  wait: 'silent',
});

export function Show({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { state, i18n, need } = app;
  const { t } = i18n.value;
  const presentation = presentationOf(app);
  const { playback, sidePanel, openSide } = presentation;
  const end = useRef<StageEnd | null>(null);
  const root = useRef<HTMLElement>(null);
  const back = useRef(fullscreenReturn()).current;
  const number = useStopNumber((index) => playback.send({ do: 'go', index }));
  const keys = useSignal(false);
  const spotlight = useSignal(false);
  const code = useSignal(false);

  /** The slider is there where it was opened, and where the address has a year that no stop of its own takes over. */
  const hasYears = () =>
    presentation.years.value || (state.plan.year.value !== null && (playback.stop.value?.show.year ?? null) === null);
  /** The year that the map is of. */
  const yearNow = () => {
    const last = yearOf(state.base.version.date);
    const own = presentation.years.peek() ? null : (playback.stop.peek()?.show.year ?? null);
    return own ?? state.plan.year.peek() ?? last;
  };
  const setYear = (year: number | null) =>
    batch(() => {
      presentation.openYears(year !== null);
      state.plan.setYear(year === null ? null : Math.min(Math.max(year, FIRST_YEAR), yearOf(state.base.version.date)));
    });
  const act = (action: StageAction): void => {
    back.pressed(isCommand(action));
    if (isCommand(action)) {
      pressed(app, presentation, action);
      return;
    }
    switch (action.do) {
      case 'digit':
        number.add(action.digit);
        return;
      case 'enter':
        number.enter();
        return;
      case 'keys':
        keys.value = !keys.value;
        return;
      case 'spotlight':
        spotlight.value = !spotlight.value;
        return;
      case 'notes':
        back.leaving();
        if (end.current?.openNotes() === false) state.actions.notify(t('presentNotesBlocked'));
        return;
      case 'fullscreen':
        toggleFullscreen(() => state.actions.notify(t('presentFullscreenFailed')));
        return;
      case 'edit':
        if (sidePanel.value === 'editor') openSide(null);
        else editPlayed(app);
        return;
      case 'hand-out':
        openSide(sidePanel.value === 'export' ? null : 'export');
        return;
      case 'code':
        code.value = !code.value;
        return;
      case 'years':
        setYear(hasYears() ? null : yearNow());
        return;
      case 'year-before':
      case 'year-after':
        setYear(yearNow() + (action.do === 'year-after' ? 1 : -1));
        return;
      case 'choose':
        leaveTour(app, 'choice');
        return;
      case 'leave':
        if (isFullscreen()) void document.exitFullscreen();
        leaveTour(app, 'map');
        return;
      case 'back':
        if (keys.value) keys.value = false;
        else if (code.value) code.value = false;
        else if (number.digits.value !== '') number.forget();
        else if (/black|white/.test(playback.state.peek().screen)) playback.send({ do: 'map' });
        else if (spotlight.value) spotlight.value = false;
        else if (sidePanel.value !== null) openSide(null);
        else if (hasYears()) setYear(null);
        else if (isFullscreen()) void document.exitFullscreen();
        else leaveTour(app, 'choice');
    }
  };
  useStageKeys(act);
  const { idle, held, handlers } = useStagePointer(act);

  useEffect(() => {
    need.statistics();
    root.current?.focus({ preventScroll: true });
    const stop = runStage(app, presentation);
    const line = stageEnd(app, presentation);
    end.current = line;
    return () => {
      line.close();
      stop();
    };
  }, []);

  // What lay beside the stage took the focus along when it closed.
  useEffect(() => {
    if (sidePanel.value === null && document.activeElement === document.body)
      root.current?.focus({ preventScroll: true });
  }, [sidePanel.value]);

  const stop = playback.stop.value;
  const frame = state.present.stageSize.value?.frame ?? null;
  const { screen } = playback.state.value;
  const lit = spotlight.value || held.value;
  return (
    <>
      <section
        ref={root}
        tabIndex={-1}
        class={`present-stage ${sidePanel.value === null ? '' : 'has-beside'} ${frame?.upright === true ? 'is-upright' : ''} ${idle.value ? 'is-idle' : ''}`}
        aria-label={t('presentStage')}
        style={{ '--u': `${frame?.unit ?? 10}px` }}
        {...handlers}
      >
        {stop !== null && frame !== null && <Caption stop={stop} tour={tour} frame={frame} />}
        <p class="stage-mark">{mapMark(state.base.config, i18n.value)}</p>
        {code.value && <StageCode tour={tour} />}
        {lit && <div class="stage-spotlight" />}
        {screen === 'end' && <End tour={tour} />}
        {(screen === 'black' || screen === 'white') && (
          <div class={`stage-blank is-${screen}`} role="status">
            <span class="visually-hidden">{t(screen === 'black' ? 'presentBlackOn' : 'presentWhiteOn')}</span>
          </div>
        )}
        <Progress />
        {number.digits.value !== '' && <p class="stage-digits tabular">{number.digits.value}</p>}
        <Controls onAction={act} hasYears={hasYears()} />
        {hasYears() && <YearBar close={{ label: t('presentYearsClose'), run: () => setYear(null) }} />}
        {keys.value && <KeyList onClose={() => (keys.value = false)} />}
      </section>
      {sidePanel.value === 'editor' && <Editor onClose={() => openSide(null)} />}
      {sidePanel.value === 'export' && <HandOut tour={tour} onClose={() => openSide(null)} />}
    </>
  );
}
