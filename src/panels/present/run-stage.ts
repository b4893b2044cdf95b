/** What the stage does outside itself: flies to a stop, plays on by itself, and keeps the screen on. */
import { batch, effect, untracked } from '@preact/signals';
import { lookTarget } from '../../domain/tour.ts';
import type { App } from '../../state/app.ts';
import type { Command } from '../../state/present/playback.ts';
import type { Presentation } from '../../state/present/present.ts';

/** Long enough to follow, short enough to wait for. */
const FLIGHT_MS = 1800;

/** Until the returned function is called. */
export function runStage(app: App, presentation: Presentation): () => void {
  const stops = [followStop(app, presentation), followYear(app, presentation), autoplay(presentation)];
  // In a frame of another page the screen is not the tour's.
  if (app.state.address.peek().embed === null) stops.push(stayAwake());
  return () => {
    for (const stop of stops) stop();
  };
}

/** `html[data-stop]`: the stop, from 1, that the map has arrived at; away while it flies. */
function followStop(app: App, { playback }: Presentation): () => void {
  const mark = document.documentElement.dataset;
  /** Of the latest way there: one that was ended for another says nothing of that. */
  let ways = 0;
  let before: { readonly look: string; readonly tour: string | undefined; readonly index: number } | null = null;
  const stop = effect(() => {
    const at = playback.stop.value;
    const port = app.map.value;
    const size = app.state.present.stageSize.value;
    const index = playback.state.value.index;
    const tour = playback.tour.value?.id;
    if (at === null || size === null) return;
    untracked(() => {
      if (port === null) return;
      const look = JSON.stringify([at.look, size.padding, size.scale]);
      // Where the map was arranged by hand, another stop that looks at the same place is a way back to it.
      const stands = before?.index === index || app.state.present.mapHeld.peek();
      if (before?.look === look && before.tour === tour && stands) {
        mark['stop'] = String(index + 1);
        return;
      }
      // The first stop of a tour, a window of another size, and a stop that was given another view are no journeys.
      const sameSize = before?.look.endsWith(JSON.stringify([size.padding, size.scale]).slice(1)) === true;
      const flies = before !== null && before.tour === tour && before.index !== index && sameSize;
      before = { look, tour, index };
      delete mark['stop'];
      playback.setFlying(flies);
      ways += 1;
      const way = ways;
      void port.moveTo(lookTarget(at.look, app.state.things.peek()), flies ? FLIGHT_MS : 0).then((arrived) => {
        if (!arrived || way !== ways) return;
        playback.setFlying(false);
        mark['stop'] = String(playback.state.peek().index + 1);
      });
    });
  });
  return () => {
    stop();
    playback.setFlying(false);
    delete mark['stop'];
  };
}

/** A stop of a year of its own moves the slider there; who goes on from it moves it again. */
function followYear({ state }: App, { playback, years, openYears }: Presentation): () => void {
  const stop = effect(() => {
    const year = playback.stop.value?.show.year ?? null;
    untracked(() => {
      if (years.value && year !== null) state.plan.setYear(year);
    });
  });
  return () => {
    stop();
    openYears(false);
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

/** No press is lost: one while the map flies ends the flight, and does what it does at rest. */
export function pressed(app: App, { playback }: Presentation, command: Command): void {
  if (command.do === 'next' && playback.flying.peek()) app.map.peek()?.finishMove();
  playback.send(command);
}

/** Away from the tour, to the choice of tours or out of the mode. */
export function leaveTour({ state }: App, to: 'choice' | 'map'): void {
  batch(() => {
    state.present.leave();
    if (to === 'map') state.actions.setMode('plan');
  });
}
