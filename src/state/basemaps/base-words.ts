/** What is said of a base map that is not drawn: its words come when there is something to say. */
import type { Refusal } from '../../domain/basemap-refusal.ts';
import type { ServiceFailure } from '../../domain/services/failure.ts';
import type { I18n } from '../../i18n/index.ts';
import { type Saying, say } from './say.ts';

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
  say(app, 'bases', (i18n) => `${i18n.t('basemapFailed', { name })} ${failureWords(i18n, failure)}`);
}

export function baseRefused(app: Saying, name: string, refusal: Refusal): void {
  say(app, 'bases', (i18n) => refusalWords(i18n, name, refusal));
}
