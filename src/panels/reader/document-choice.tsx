/** The choice among documents; nothing where there is only one. */
import { useApp } from '../../state/app.ts';
import './documents.css';

export function DocumentChoice() {
  const { state, i18n } = useApp();
  const { t, date, verbatim } = i18n.value;
  const { documents } = state.base;
  if (documents.length < 2) return null;
  return (
    <label class="document-choice no-print">
      <span>{t('documentChoose')}</span>
      <select
        value={state.policy.value.docId}
        onChange={(event) => state.actions.openDocument(event.currentTarget.value)}
      >
        {documents.map((document) => (
          <option key={document.docId} value={document.docId}>
            {`${verbatim(document.title, document.titleEn)} (${date(document.date)})`}
          </option>
        ))}
      </select>
    </label>
  );
}
