/** The other way round: which clauses name this thing, each with the words around it. */
import { type Excerpt, excerptsNaming } from '../../domain/clause-sites.ts';
import type { EntityRef } from '../../domain/policy.ts';
import { runsOf } from '../../domain/policy-text.ts';
import type { Policy } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { ByDocument } from './by-document.tsx';
import { Verbatim } from './verbatim.tsx';
import './reader.css';

export function NamedInClauses({ entity }: { readonly entity: EntityRef }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const naming = state.base.policies
    .map((policy) => ({ policy, excerpts: excerptsNaming(policy, entity) }))
    .filter(({ excerpts }) => excerpts.length > 0);
  return (
    <Section title={t('namedIn')}>
      {naming.length === 0 && <Note>{t('namedNowhere')}</Note>}
      {naming.map(({ policy, excerpts }) => (
        <ByDocument key={policy.docId} policy={policy}>
          <Excerpts policy={policy} excerpts={excerpts} entity={entity} />
        </ByDocument>
      ))}
    </Section>
  );
}

interface ExcerptsProps {
  readonly policy: Policy;
  readonly excerpts: readonly Excerpt[];
  readonly entity: EntityRef;
}

function Excerpts({ policy, excerpts, entity }: ExcerptsProps) {
  const { state } = useApp();
  const clauses = [...new Set(excerpts.map(({ clause }) => clause))];
  return (
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
                  <ExcerptLine policy={policy} excerpt={excerpt} entity={entity} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ExcerptLine({
  policy,
  excerpt,
  entity,
}: {
  readonly policy: Policy;
  readonly excerpt: Excerpt;
  readonly entity: EntityRef;
}) {
  const { state, i18n } = useApp();
  const { clause, sentence, start, end, cutBefore, cutAfter } = excerpt;
  return (
    <>
      <LinkButton class="small sentence-link" onClick={() => state.actions.openClause(clause.id, sentence)}>
        {sentence === null ? i18n.value.t('inHeading') : i18n.value.t('sentenceN', { n: sentence })}
      </LinkButton>{' '}
      <q lang="zh-Hans">
        {cutBefore && '…'}
        <Verbatim runs={runsOf(policy, start, end)} current={entity} />
        {cutAfter && '…'}
      </q>
    </>
  );
}
