/**
 * In a frame of another page the wheel scrolls that page, unless the map has the focus or Ctrl (on a Mac ⌘) is held, and
 * one finger does; two fingers move the map.
 */
import { effect } from '@preact/signals';
import type { App } from '../state/app.ts';
import type { MapView } from './map-view.ts';

const isMac = navigator.userAgent.includes('Mac');

export function shareGestures({ i18n, need }: App, { map }: Pick<MapView, 'map'>): void {
  const gestures = map.cooperativeGestures;
  const box = map.getContainer();
  const canvas = map.getCanvas();
  need.words('embed');
  /** MapLibre makes its words anew each time, in the language that it was started with. */
  const say = () => {
    const { t, has } = i18n.value;
    if (!has('embed')) return;
    for (const [name, words] of [
      ['desktop', t(isMac ? 'embedWheelMac' : 'embedWheel')],
      ['mobile', t('embedTouch')],
    ]) {
      const element = box.querySelector(`.maplibregl-${name}-message`);
      if (element !== null) element.textContent = words ?? '';
    }
  };
  const share = () => {
    if (!gestures.isEnabled()) gestures.enable();
    say();
  };
  share();
  effect(say);
  let touched = false;
  // Before MapLibre hears of it.
  const early = { capture: true };
  box.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      touched = pointerType === 'touch';
      if (touched) share();
      else if (document.activeElement === canvas) gestures.disable();
    },
    early,
  );
  canvas.addEventListener('focus', () => {
    // A finger that has touched the map still scrolls the page.
    if (!touched) gestures.disable();
    touched = false;
  });
  canvas.addEventListener('blur', share);
}
