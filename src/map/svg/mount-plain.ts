/** The plain map's side of the wiring: what it has instead of MapLibre's tools, and what it says that it has not. */
import { effect } from '@preact/signals';
import type { I18n } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';
import { shownSets } from '../../state/imports/shown-sets.ts';
import type { MapViewOptions } from '../map-view-options.ts';
import { countShown, PLAIN_ROWS } from './own-rows.ts';
import { PlainMap } from './plain-map.ts';

export { pictureOfPlain } from './plain-picture.ts';

export function mountPlain(app: App, options: MapViewOptions): PlainMap {
  const map = new PlainMap({ ...options, sharesHands: app.state.address.peek().embed !== null });
  followSets(app, map);
  refuseDrawing(app);
  say(app, ({ t }) => t('mapNoWebgl'));
  return map;
}

/** Tells the user once, as soon as the words have come. */
function say({ state, i18n }: App, words: (i18n: I18n) => string): void {
  const stop: () => void = effect(() => {
    const text = words(i18n.value);
    if (text === '') return;
    queueMicrotask(() => {
      stop();
      state.actions.notify(text);
    });
  });
}

/** Sets that are shown, and once a word where not all of their rows are. */
function followSets(app: App, map: PlainMap): void {
  const { state } = app;
  let said = false;
  effect(() => {
    const sets = shownSets(state);
    map.setOwnRows({ sets, chosen: state.imports.value?.chosen.value ?? null });
    const count = countShown(sets);
    if (count > PLAIN_ROWS && !said) {
      said = true;
      say(app, ({ t, number }) => t('mapPlainRows', { most: number(PLAIN_ROWS), n: number(count) }));
    }
  });
}

/** There is no tool to draw with: whoever takes it is told what goes instead. */
function refuseDrawing(app: App): void {
  const { state } = app;
  const refuse = (stop: () => void) => {
    stop();
    say(app, ({ t }) => t('mapPlainDraw'));
  };
  effect(() => {
    const { plan, sketches } = state;
    const sketching = sketches.value;
    if (plan.drawing.value !== null) queueMicrotask(() => refuse(plan.stopDrawing));
    if (sketching !== null && (sketching.drawing.value ?? sketching.reshaping.value) !== null)
      queueMicrotask(() => refuse(() => sketching.draw(null)));
  });
}
