/** The other way round: which clauses name this thing. */
import { clausesNaming, type EntityRef } from '../domain/policy.ts';
import { useApp } from '../state/context.ts';
import { LinkButton, Section } from '../ui/pieces.tsx';

export function NamedInClauses({ entity }: { readonly entity: EntityRef }) {
  const { state, i18n } = useApp();
  const clauses = clausesNaming(state.policy.value, entity);
  if (clauses.length === 0) return null;
  return (
    <Section title={i18n.value.t('policyContext')}>
      <ul class="clause-links">
        {clauses.map((clause) => (
          <li key={clause.id}>
            <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}><span lang="zh-Hans">{clause.cite} {clause.heading}</span></LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
