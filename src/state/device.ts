/** What the device prefers: language, theme, width, motion. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Theme } from '../domain/colours.ts';
import type { Lang } from '../domain/format.ts';
import type { AppState } from './app-state.ts';

/** A screen so wide at most has the sheet over the map. In em, so that larger text has the layout that holds it. */
export const NARROW_SCREEN = '(max-width: 47.5em)';
const DARK = '(prefers-color-scheme: dark)';

/** Chinese first: English only where the device asks for it before any Chinese. */
export function deviceLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('zh')) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
    if (lower.startsWith('en')) return 'en';
  }
  return 'zh-Hans';
}

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
