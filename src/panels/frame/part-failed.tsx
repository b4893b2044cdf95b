/** What stands where code did not come: ways to go on, and what a fresh start of the page would keep. */
import { messageOf } from '../../domain/error-message.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';

export function PartFailed({ onAgain }: { readonly onAgain: () => void }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <div class="boot" role="alert">
      <p>{t('partFailed')}</p>
      <p class="part-ways">
        <button type="button" class="text-button" onClick={onAgain}>
          {t('reload')}
        </button>
        <ReloadPage />
      </p>
      <Kept />
    </div>
  );
}

export function ReloadPage() {
  const { i18n } = useApp();
  return (
    <button type="button" class="text-button" onClick={() => location.reload()}>
      {i18n.value.t('pageReload')}
    </button>
  );
}

/** The address and the device keep everything but what the device refused. */
export function Kept() {
  const { state, i18n } = useApp();
  const corrections = !state.corrections.kept.value && state.corrections.list.value.length > 0;
  const sets = (state.imports.value?.unkept.value.size ?? 0) > 0;
  return <p class="small">{i18n.value.t(corrections || sets ? 'reloadLoses' : 'reloadKeeps')}</p>;
}

/** As browsers say that code did not come, each in its own English. */
const NO_CODE = /dynamically imported module|module script failed|preload CSS/i;

/**
 * Why something failed, in the words of the interface where it is a part that did not load; without a full stop, since
 * it stands within a sentence.
 */
export function reasonOf({ t }: Pick<I18n, 't'>, error: unknown): string {
  const message = messageOf(error);
  return (NO_CODE.test(message) ? t('partFailed') : message).replace(/[.。]$/, '');
}
