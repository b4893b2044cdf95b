/** The other way round: which clauses name this thing, each with the words around it. */
import { type Excerpt, excerptsNaming } from '../domain/clause-sites.ts';
import { type EntityRef, runsOf } from '../domain/policy.ts';
import { useApp } from '../state/context.ts';
import { LinkButton, Note, Section } from '../ui/pieces.tsx';
import { Verbatim } from './verbatim.tsx';
import '../ui/reader.css';

export function NamedInClauses({ entity }: { readonly entity: EntityRef }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const excerpts = excerptsNaming(state.policy.value, entity);
  const clauses = [...new Set(excerpts.map(({ clause }) => clause))];
  return (
    <Section title={t('namedIn')}>
      {clauses.length === 0 && <Note>{t('namedNowhere')}</Note>}
      <ul class="named-in">
        {clauses.map((clause) => (
          <li key={clause.id}>
            <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}>
              <span lang="zh-Hans">
                {clause.cite} {clause.heading}
              </span>
            </LinkButton>
            <ul>
              {excerpts
                .filter((excerpt) => excerpt.clause === clause)
                .map((excerpt) => (
                  <li key={excerpt.start}>
                    <ExcerptLine excerpt={excerpt} entity={entity} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ExcerptLine({ excerpt, entity }: { readonly excerpt: Excerpt; readonly entity: EntityRef }) {
  const { state, i18n } = useApp();
  const { clause, sentence, start, end, cutBefore, cutAfter } = excerpt;
  return (
    <>
      <LinkButton class="small sentence-link" onClick={() => state.actions.openClause(clause.id, sentence)}>
        {sentence === null ? i18n.value.t('inHeading') : i18n.value.t('sentenceN', { n: sentence })}
      </LinkButton>{' '}
      <q lang="zh-Hans">
        {cutBefore && '…'}
        <Verbatim runs={runsOf(state.policy.value, start, end)} current={entity} />
        {cutAfter && '…'}
      </q>
    </>
  );
}
