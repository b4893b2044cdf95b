/** Short words for the user whose catalogue may not be there yet. */
import { effect, untracked } from '@preact/signals';
import type { Area, I18n } from '../../i18n/index.ts';
import type { App } from '../app.ts';

export type Saying = Pick<App, 'state' | 'i18n' | 'need'>;

/** As soon as the words of the area are there. */
export function say({ state, i18n, need }: Saying, area: Area, words: (i18n: I18n) => string): void {
  need.words(area);
  const stop = effect(() => {
    const now = i18n.value;
    if (!now.has(area)) return;
    queueMicrotask(() => stop());
    untracked(() => state.actions.notify(words(now)));
  });
}
