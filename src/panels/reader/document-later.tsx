/** What came after a document, as sources state it: date, our own words, source. */
import type { Policy } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { Mixed } from '../shared/mixed-script.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import './documents.css';

export function LaterList({ policy }: { readonly policy: Policy }) {
  const { i18n } = useApp();
  const { t, date, text } = i18n.value;
  if (policy.later.length === 0) return null;
  return (
    <details class="also document-later">
      <summary>{t('documentLater')}</summary>
      <ul class="later-list">
        {policy.later.map((later) => (
          <li key={`${later.date} ${later.text.en}`}>
            <strong class="tabular">{date(later.date)}</strong> <Mixed text={text(later.text)} />
            <div class="muted small">
              <SourceLine source={later.source} />
              {later.dateNote !== undefined && (
                <>
                  {' '}
                  <Mixed text={text(later.dateNote)} />
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
