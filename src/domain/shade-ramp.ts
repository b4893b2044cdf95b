/**
 * Colours of districts by class, as plain data for map and legend. One hue from pale to full, so that the
 * order is seen without telling colours apart; grey-blue and never as dark as a symbol, which stands on it.
 */
import type { Theme } from './colours.ts';

/** From low to high, `#rrggbb`. */
export const SHADE_RAMP: Record<Theme, readonly [string, string, string, string, string]> = {
  light: ['#e4ebf2', '#c3d5e4', '#9fbcd4', '#789fc0', '#5381aa'],
  dark: ['#273440', '#30485c', '#3b5f7c', '#48789d', '#5b94c0'],
};

/** Ground and strokes of what is not known. */
export const SHADE_UNKNOWN: Record<Theme, { readonly ground: string; readonly stroke: string }> = {
  light: { ground: '#f1efe9', stroke: '#a9a498' },
  dark: { ground: '#22272d', stroke: '#6d747c' },
};

/** Colours of `count` classes (1 to 5), spread over the ramp so that few classes still differ plainly. */
export function shadeColours(theme: Theme, count: number): string[] {
  const ramp = SHADE_RAMP[theme];
  const last = ramp.length - 1;
  return Array.from(
    { length: count },
    (_, i) => ramp[count === 1 ? 2 : Math.round((i * last) / (count - 1))] ?? ramp[last] ?? '',
  );
}
