/** A clause in our own words, marked as such, beside the text that alone counts. */
import type { Clause } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import './reader.css';
import { Mixed } from '../shared/mixed-script.tsx';

/** Open in English, whose readers may not read the text; folded away in Chinese. */
export function ClauseBrief({ clause }: { readonly clause: Clause }) {
  const { i18n } = useApp();
  const { t, text, lang } = i18n.value;
  if (clause.brief === null) return null;
  return (
    <details class="brief" open={lang === 'en'} key={lang}>
      <summary>{t('brief')}</summary>
      <p>
        <Mixed text={text(clause.brief)} />
      </p>
      <p class="note">{t('briefNote')}</p>
    </details>
  );
}
