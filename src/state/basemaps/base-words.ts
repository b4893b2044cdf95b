/** What is said of a base map that is not drawn: its words come when there is something to say. */
import { effect, untracked } from '@preact/signals';
import type { Refusal } from '../../domain/basemap-refusal.ts';
import type { ServiceFailure } from '../../domain/services/failure.ts';
import type { I18n } from '../../i18n/index.ts';
import type { App } from '../app.ts';

type Saying = Pick<App, 'state' | 'i18n' | 'need'>;

/** Why a service gave nothing, and what to do about it. */
export function failureWords({ t }: I18n, { reason, host, status, said }: ServiceFailure): string {
  const words = t(`baseFailure.${reason}`, { host, status, said });
  const shown = reason === 'projection' || reason === 'no-layer' || reason === 'shifted';
  return said === '' || shown ? words : `${words} ${t('baseSaid', { said })}`;
}

export function refusalWords({ t }: I18n, name: string, refusal: Refusal): string {
  return refusal.why === 'datum'
    ? t('basemapRefused', { name, datum: refusal.datum })
    : t('basemapShifted', { name, datum: refusal.datum, host: refusal.host });
}

/** It failed, and the built-in map is shown. */
export function baseFailed(app: Saying, name: string, failure: ServiceFailure): void {
  say(app, (i18n) => `${i18n.t('basemapFailed', { name })} ${failureWords(i18n, failure)}`);
}

export function baseRefused(app: Saying, name: string, refusal: Refusal): void {
  say(app, (i18n) => refusalWords(i18n, name, refusal));
}

/** As soon as the words are there. */
function say({ state, i18n, need }: Saying, words: (i18n: I18n) => string): void {
  need.words('bases');
  const stop = effect(() => {
    const now = i18n.value;
    if (!now.has('bases')) return;
    queueMicrotask(() => stop());
    untracked(() => state.actions.notify(words(now)));
  });
}
