/** Why a file is no base map, in words that come when there is something to say. */
import { effect } from '@preact/signals';
import { ArchiveFault } from '../../data/basemap/fault.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';
import type { App } from '../app.ts';

export function faultWords({ t }: I18n, error: unknown): string {
  return error instanceof ArchiveFault ? t(`baseFile.${error.code}`, error.params) : messageOf(error);
}

/** It cannot be drawn, and the built-in map is shown. */
export function fileFailed(
  { state, i18n, need }: Pick<App, 'state' | 'i18n' | 'need'>,
  name: string,
  fault: ArchiveFault,
): void {
  need.words('switcher');
  let said = false;
  const stop = effect(() => {
    if (said || !i18n.value.has('switcher')) return;
    said = true;
    state.actions.notify(i18n.value.t('baseFileRefused', { name, why: faultWords(i18n.value, fault) }));
  });
  if (said) stop();
}
