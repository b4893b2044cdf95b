/** What the product is for a device that says nothing of its own. Pure. */
import type { Lang } from './format.ts';

/** A screen so wide at most has the sheet over the map. In em, so that larger text has the layout that holds it. */
export const NARROW_SCREEN = '(max-width: 47.5em)';
export const DARK = '(prefers-color-scheme: dark)';

/** Chinese first: English only where the device asks for it before any Chinese. */
export function deviceLang(languages: readonly string[]): Lang {
  for (const tag of languages) {
    const lower = tag.toLowerCase();
    if (/^zh/.test(lower)) return /hant|-tw|-hk|-mo/.test(lower) ? 'zh-Hant' : 'zh-Hans';
    if (/^en/.test(lower)) return 'en';
  }
  return 'zh-Hans';
}
