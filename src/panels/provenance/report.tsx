/** A problem with one field, as a prefilled text to copy or to mail; nothing is sent from here. */
import { useId, useState } from 'preact/hooks';
import type { I18n } from '../../i18n/index.ts';
import { forOthers } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { useCopy } from '../shared/use-copy.ts';
import './provenance.css';

export interface Reported {
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

/** The text as it is sent; the address opens what the user saw. */
export function reportText(
  { t }: Pick<I18n, 't'>,
  { id, field, value }: Reported,
  dataVersion: string,
  address: string,
): string {
  const lines: [string, string][] = [
    [t('reportRecord'), id],
    [t('reportField'), field],
    [t('reportValue'), value],
    [t('provenanceVersion'), dataVersion],
  ];
  return [...lines.map(([label, words]) => `${label}: ${words}`), address, '', t('reportWrong'), ''].join('\n');
}

/** A mailto address with subject and body; commas and at signs of the recipients stay as they are. */
export function mailAddress(to: string, subject: string, body: string): string {
  const recipients = encodeURIComponent(to.trim().replace(/^mailto:/i, ''))
    .replaceAll('%40', '@')
    .replaceAll('%2C', ',');
  return `mailto:${recipients}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

/** `reported` is asked when the text is opened, so that it holds what is on screen then. */
export function Report({ reported }: { readonly reported: () => Reported }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const [open, setOpen] = useState<{ readonly text: string; readonly subject: string } | null>(null);
  const { copied, copy, forget } = useCopy();
  const hint = useId();
  const { reportTo } = state.base.config;
  const toggle = () => {
    forget();
    if (open !== null) return setOpen(null);
    const what = reported();
    const text = reportText(i18n.value, what, state.base.version.data, forOthers(location.href));
    setOpen({ text, subject: t('reportSubject', { id: what.id, field: what.field }) });
  };
  return (
    <>
      <LinkButton onClick={toggle}>{t('report')}</LinkButton>
      {open !== null && (
        <div class="report">
          <p id={hint}>{t('reportHint')}</p>
          <textarea
            rows={8}
            aria-label={t('report')}
            aria-describedby={hint}
            value={open.text}
            onInput={(event) => setOpen({ ...open, text: event.currentTarget.value })}
          />
          <p class="actions">
            <LinkButton onClick={() => copy(open.text)}>{t('reportCopy')}</LinkButton>
            {reportTo !== null && <a href={mailAddress(reportTo, open.subject, open.text)}>{t('reportMail')}</a>}
            <span role="status">{copied === null ? '' : t(copied ? 'copied' : 'copyFailed')}</span>
          </p>
        </div>
      )}
    </>
  );
}
