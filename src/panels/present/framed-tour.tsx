/** A tour in a frame of another page: it plays once it is in sight, and anybody can stop it. */
import { effect, untracked } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { mapMark } from '../../state/map-mark.ts';
import type { Presentation } from '../../state/present/present.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import type { StageSize } from '../../state/present/stage-size.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../ui/stage-icons.ts';
import { Caption } from './caption.tsx';
import { Progress } from './controls.tsx';
import { runStage } from './run-stage.ts';
import './present.css';

export function FramedTour() {
  const app = useApp();
  const { state, i18n, need } = app;
  const { t } = i18n.value;
  const presentation = presentationOf(app);
  const { playback } = presentation;
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    need.statistics();
    const stops = [
      chooseTour(app.state, presentation),
      runStage(app, presentation),
      playInSight(root.current, presentation),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const tour = playback.tour.value;
  const stop = playback.stop.value;
  const size = state.present.stageSize.value;
  if (tour === null || stop === null) return <section ref={root} class="embed-tour" aria-label={t('presentStage')} />;
  const { index, playing, screen } = playback.state.value;
  return (
    <section
      ref={root}
      class={`embed-tour present-stage ${size?.upright === true ? 'is-upright' : ''}`}
      aria-label={t('presentStage')}
      style={{ '--u': `${unitOf(size)}px` }}
    >
      {size !== null && size.frame !== null && <Caption stop={stop} tour={tour} frame={size.frame} />}
      <p class="stage-mark">{mapMark(state.base.config, i18n.value)}</p>
      <Progress />
      <div class="embed-tour-controls" role="toolbar" aria-label={t('presentControls')}>
        <span class="tabular" role="img" aria-label={t('presentStopOf', { n: index + 1, total: tour.stops.length })}>
          {index + 1}/{tour.stops.length}
        </span>
        <IconButton
          icon={STAGE_ICONS.previous}
          label={t('presentPrevious')}
          onClick={() => playback.send({ do: 'previous' })}
        />
        <IconButton
          icon={playing ? STAGE_ICONS.pause : STAGE_ICONS.start}
          label={t(playing ? 'presentPause' : 'presentPlay')}
          onClick={() => {
            if (screen === 'end') playback.send({ do: 'first' });
            playback.send({ do: 'toggle-play' });
          }}
        />
        <IconButton icon="chevron" label={t('presentNext')} onClick={() => playback.send({ do: 'next' })} />
      </div>
    </section>
  );
}

/** What is read in a hand must not be small: in an upright frame the words step down to their room by themselves. */
const LEAST_UPRIGHT = 6.4;
const unitOf = (size: StageSize | null): number =>
  size === null ? 10 : size.upright ? Math.max(LEAST_UPRIGHT, size.unit) : size.unit;

/** The overview plays where the address names no tour, or none that is to be had here. */
function chooseTour(
  { address, present }: ReturnType<typeof useApp>['state'],
  { builtIn, playback, listed }: Presentation,
) {
  return effect(() => {
    const { tour, packed } = address.value;
    const isOnItsWay = tour !== null && listed.value === null;
    if (playback.tour.value !== null || packed !== null || isOnItsWay) return;
    untracked(() => present.play(builtIn.peek().overview.id));
  });
}

/** Once: who stops it has stopped it. Nothing moves by itself for those who want less motion. */
function playInSight(element: HTMLElement | null, { playback }: Presentation): () => void {
  if (element === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    playback.send({ do: 'play' });
  });
  watch.observe(element);
  return () => watch.disconnect();
}
