/** Said when the worker that reads a file has not answered for long; whether to wait is the user's choice. */
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import { LinkButton } from '../../ui/pieces.tsx';

export function Silence({ session }: { readonly session: ImportSession }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  if (!session.silent.value) return null;
  return (
    <div role="alert" class="note-warning data-failed">
      <p>{t('dataSilent')}</p>
      <p class="actions">
        <LinkButton class="primary" onClick={session.waitOn}>
          {t('dataWaitOn')}
        </LinkButton>
        <LinkButton onClick={session.cancel}>{t('dataStop')}</LinkButton>
      </p>
    </div>
  );
}
