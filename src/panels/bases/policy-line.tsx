/** What a deployer adds, where the page's own policy keeps a host away. */
import { useEffect, useState } from 'preact/hooks';
import { headerLine } from '../../data/services/policy-header.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

/** @param origins with their schemes */
export function PolicyLine({ origins }: { readonly origins: readonly string[] }) {
  const { t } = useApp().i18n.value;
  const [line, setLine] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const host = origins.map((origin) => origin.replace(/^\w+:\/\//, '')).join(', ');
  useEffect(() => {
    let gone = false;
    void headerLine(origins).then((found) => {
      if (!gone) setLine(found);
    });
    return () => {
      gone = true;
    };
  }, [host]);
  if (line === null)
    return (
      <p class="note note-warning" role="alert">
        {t('policyUnknown', { host: origins.join(' ') })}
      </p>
    );
  const copy = () =>
    navigator.clipboard.writeText(line).then(
      () => setSaid(t('copied')),
      () => setSaid(t('policyForbidden')),
    );
  return (
    <div class="policy-line">
      <p class="note note-warning" role="alert">
        {t('policyLead', { host })}
      </p>
      <div class="field">
        <textarea readOnly rows={6} aria-label={t('policyLine')} value={line} />
      </div>
      <LinkButton onClick={() => void copy()}>{t('policyCopy')}</LinkButton>{' '}
      <span role="status" class="small muted">
        {said}
      </span>
    </div>
  );
}
