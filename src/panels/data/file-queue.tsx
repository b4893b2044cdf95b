/** Files that came together with the one that is read, and wait until it is their turn. */
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import { LinkButton } from '../../ui/pieces.tsx';

export function FileQueue({ session }: { readonly session: ImportSession }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [next, ...others] = session.queue.value;
  if (next === undefined) return null;
  const { kind } = session.phase.value;
  const isFree = kind === 'idle' || kind === 'done' || kind === 'failed';
  return (
    <section class="data-step" aria-label={t('dataQueue')}>
      <p>{t('dataQueued', { n: others.length + 1, name: next.file.name })}</p>
      <p class="actions">
        {isFree && (
          <LinkButton class="primary" onClick={() => void session.next()}>
            {t('dataQueueNext', { name: next.file.name })}
          </LinkButton>
        )}
        <LinkButton onClick={session.forget}>{t('dataQueueForget')}</LinkButton>
      </p>
    </section>
  );
}
