/** What the device prefers: language, theme, width, motion. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Theme } from '../domain/colours.ts';
import { DARK } from '../domain/device-defaults.ts';
import type { AppState } from './app-state.ts';

export function deviceTheme(): Theme {
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** A media query as a signal. */
export function mediaSignal(query: string): ReadonlySignal<boolean> {
  const media = matchMedia(query);
  const matches = signal(media.matches);
  media.addEventListener('change', () => (matches.value = media.matches));
  return matches;
}

/** Keeps the state told of the device's theme, over which a chosen one wins, and of the window's size. */
export function followDevice({ actions }: AppState): void {
  matchMedia(DARK).addEventListener('change', ({ matches }) => actions.setDeviceTheme(matches ? 'dark' : 'light'));
  const measure = () => actions.setScreen({ width: innerWidth, height: innerHeight });
  addEventListener('resize', measure);
  measure();
}
