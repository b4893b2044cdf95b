/** What the stage does outside itself: measures the screen, puts a stop on the map, flies there, and plays on by itself. */
import { batch, effect, untracked } from '@preact/signals';
import { lookTarget } from '../../domain/tour.ts';
import type { App } from '../../state/app.ts';
import type { Command } from '../../state/present/playback.ts';
import type { Presentation } from '../../state/present/presentation.ts';
import type { StageSize } from '../../state/present/stage-size.ts';
import { stageSizeOf } from '../../state/present/stage-size.ts';

/** Long enough to follow, short enough to wait for. */
const FLIGHT_MS = 1800;
/** As in the style sheet. */
const BESIDE_PX = 420;
const BESIDE_SHARE = 0.55;
const NARROW_PX = 760;

/** Until the returned function is called; the user's own view is back then. */
export function runStage(app: App, presentation: Presentation): () => void {
  const { present } = app.state;
  const measure = () => {
    present.stageSize.value = presentation.beside.value === null ? stageSizeOf(innerWidth, innerHeight) : stageBeside();
  };
  addEventListener('resize', measure);
  const stops = [effect(measure), followStop(app, presentation), autoplay(presentation), stayAwake()];
  return () => {
    removeEventListener('resize', measure);
    for (const stop of stops) stop();
    // Read first: the map reports where it stands as soon as no stop is shown.
    const camera = app.state.camera.peek();
    batch(() => {
      present.stageSize.value = null;
      present.stopShow.value = null;
    });
    const port = app.map.peek();
    if (camera === null) port?.reset();
    else void port?.moveTo({ kind: 'camera', camera: { ...camera, across: null } }, 0);
  };
}

/** A panel lies beside the stage, or on a narrow screen under it: see `.has-beside`. */
function stageBeside(): StageSize {
  const narrow = innerWidth <= NARROW_PX;
  const right = narrow ? 0 : Math.min(innerWidth, BESIDE_PX);
  const bottom = narrow ? Math.round(innerHeight * BESIDE_SHARE) : 0;
  const room = stageSizeOf(innerWidth - right, innerHeight - bottom);
  const { padding } = room;
  return { ...room, padding: { ...padding, right: padding.right + right, bottom: padding.bottom + bottom } };
}

/** `html[data-stop]`: the stop, from 1, that the map has arrived at; away while it flies. */
function followStop(app: App, { playback }: Presentation): () => void {
  const mark = document.documentElement.dataset;
  let before: { readonly look: string; readonly tour: string | undefined } | null = null;
  const stop = effect(() => {
    const at = playback.stop.value;
    const port = app.map.value;
    const room = app.state.present.stageSize.value;
    const index = playback.state.value.index;
    const tour = playback.tour.value?.id;
    if (at === null) return;
    untracked(() => {
      app.state.present.stopShow.value = at.show;
      if (port === null) return;
      const look = JSON.stringify([at.look, room?.padding, room?.scale]);
      if (before?.look === look && before.tour === tour) {
        mark['stop'] = String(index + 1);
        return;
      }
      // The first stop of a tour, and a window of another size, are no journeys.
      const sameRoom = before?.look.endsWith(JSON.stringify([room?.padding, room?.scale]).slice(1)) === true;
      const flies = before !== null && before.tour === tour && sameRoom;
      before = { look, tour };
      delete mark['stop'];
      playback.flying.value = flies;
      void port.moveTo(lookTarget(at.look, app.state.things.peek()), flies ? FLIGHT_MS : 0).then((arrived) => {
        if (!arrived) return;
        playback.flying.value = false;
        mark['stop'] = String(playback.state.peek().index + 1);
      });
    });
  });
  return () => {
    stop();
    playback.flying.value = false;
    delete mark['stop'];
  };
}

/** A stop's seconds count from the arrival; black and white stop the clock. */
function autoplay({ playback }: Presentation): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    clearTimeout(timer);
    const { playing, screen } = playback.state.value;
    const at = playback.stop.value;
    if (!playing || screen !== 'map' || at === null || playback.flying.value) return;
    timer = setTimeout(() => playback.send({ do: 'next' }), at.seconds * 1000);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** A screen that nobody touches stays on, where the browser can keep it on. */
function stayAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock.request('screen').then(
      (given) => {
        if (over) void given.release();
        else lock = given;
      },
      // Refused, on a low battery say: the talk goes on all the same.
      () => undefined,
    );
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

/** A press while the map flies ends the flight; the next one moves on. */
export function pressed(app: App, { playback }: Presentation, command: Command): void {
  if (command.do === 'next' && playback.flying.peek()) app.map.peek()?.finishMove();
  else playback.send(command);
}

/** Away from the tour, to the choice of tours or out of the mode. */
export function leaveTour(app: App, { opened }: Presentation, to: 'choice' | 'map'): void {
  const { state } = app;
  batch(() => {
    state.present.tour.value = null;
    state.present.stop.value = null;
    state.present.packed.value = null;
    opened.value = null;
    if (to === 'map') state.actions.setMode('plan');
  });
}
