/** On what ground words were taken to mean a cluster: the clause, its words, and where it is a judgement. */
import type { Term } from '../../domain/schema/term.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';

export function NeedReasons({ terms }: { readonly terms: readonly Term[] }) {
  const { state, i18n } = useApp();
  const { t, text } = i18n.value;
  if (terms.length === 0) return null;
  return (
    <details class="also need-reasons">
      <summary>{t('needWhy')}</summary>
      <ul>
        {terms.map((term) => {
          const clause = state.things.value.clause.get(term.clause)?.clause;
          return (
            <li key={term.id}>
              <b>
                <Mixed text={text(term)} />
              </b>
              {': '}
              {clause !== undefined && (
                <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}>
                  <span lang="zh-Hans">{clause.cite}</span>
                </LinkButton>
              )}{' '}
              <q lang="zh-Hans">{term.quote}</q>
              {term.why !== undefined && (
                <p class="muted">
                  {t('needJudged')}. <Mixed text={text(term.why)} />
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
