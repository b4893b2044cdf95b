/** A responsible unit: the clauses that name it, and the sites that those clauses name. */
import { clausesOfUnit, sitesNamedIn } from '../domain/policy.ts';
import type { Unit } from '../domain/schema.ts';
import { useApp } from '../state/context.ts';
import { LinkButton, Note, Section } from '../ui/pieces.tsx';
import { PanelHead } from './panel-head.tsx';
import { SiteLinks } from './site-links.tsx';
import { roleWords } from './words.ts';

export function UnitPanel({ unit }: { readonly unit: Unit }) {
  const { state, i18n } = useApp();
  const { t, name, lang } = i18n.value;
  const clauses = clausesOfUnit(state.policy.value, unit.id);
  const sites = [...new Set(clauses.flatMap(({ clause }) => sitesNamedIn(state.policy.value, clause.id)))];
  return (
    <article class="panel" aria-label={name(unit)}>
      <PanelHead title={name(unit)} kicker={t('unit')} subtitle={lang === 'en' ? unit.nameZh : unit.nameEn} subtitleLang={lang === 'en' ? 'zh-Hans' : 'en'} />
      {!unit.official && <Note>{t('unofficialName')}</Note>}
      <Section title={t('unitClauses')}>
        <ul class="clause-links">
          {clauses.map(({ clause, role }) => (
            <li key={clause.id}>
              <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}><span lang="zh-Hans">{clause.cite} {clause.heading}</span></LinkButton>
              <span class="muted small">{roleWords(i18n.value, role)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('unitSites')}>{sites.length === 0 ? <Note>{t('unitNoSites')}</Note> : <SiteLinks ids={sites} />}</Section>
    </article>
  );
}
