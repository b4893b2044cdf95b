/** A responsible unit: the clauses that name it, the sites that those name, and apart from them our readings. */

import { useMemo } from 'preact/hooks';
import type { Reading, Unit } from '../../domain/schema/policy.ts';
import { type TouchedByReading, touchedByUnit } from '../../domain/unit-matrix.ts';
import { KINDS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { RoleGlyph } from '../../ui/role-glyph.tsx';
import { ByDocument } from '../reader/by-document.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { otherName, roleWords } from '../shared/phrases.ts';
import { SiteLinks } from '../shared/site-links.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { thingName } from '../shared/things.ts';
import './unit-panel.css';

export function UnitPanel({ unit }: { readonly unit: Unit }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { policies } = state.base;
  const sites = state.sites.value;
  const touched = useMemo(
    () =>
      policies
        .map((policy) => ({ policy, ...touchedByUnit(policy, sites, unit.id) }))
        .filter(({ clauses }) => clauses.length > 0),
    [policies, sites, unit.id],
  );
  const named = [...new Set(touched.flatMap((document) => document.named))];
  const readings = touched.flatMap((document) => document.readings);
  return (
    <article class="panel" aria-label={name(unit)}>
      <PanelHead title={name(unit)} kicker={t('unit')} subtitle={otherName(i18n.value, unit)} />
      <div class="unit-name-note">
        {unit.official ? (
          <Note>
            {t('officialNameSource')}: <SourceLine source={unit.source} />
          </Note>
        ) : (
          <Note>{t('unofficialName')}</Note>
        )}
      </div>
      <Section title={t('unitClauses')}>
        {touched.map(({ policy, clauses }) => (
          <ByDocument key={policy.docId} policy={policy}>
            <ul class="clause-links">
              {clauses.map(({ clause, role }) => (
                <li key={clause.id}>
                  <ClauseLink class="cite" id={clause.id}>
                    <span lang="zh-Hans">
                      {clause.cite} {clause.heading}
                    </span>
                  </ClauseLink>
                  <span class="muted small">
                    <RoleGlyph role={role} /> {roleWords(i18n.value, role)}
                  </span>
                </li>
              ))}
            </ul>
          </ByDocument>
        ))}
      </Section>
      <Section title={t('unitSites')}>
        {named.length === 0 ? <Note>{t('unitNoSites')}</Note> : <SiteLinks ids={named} />}
      </Section>
      {readings.length > 0 && (
        <Section title={t('unitReadings')}>
          <Note>{t('unitReadingsNote')}</Note>
          {readings.map((read) => (
            <ReadSites key={`${read.clause.id} ${read.reading.target.id} ${read.reading.quotedWords}`} touched={read} />
          ))}
        </Section>
      )}
    </article>
  );
}

function ReadSites({ touched: { reading, clause, sites } }: { readonly touched: TouchedByReading }) {
  const { state, i18n } = useApp();
  const { t, text } = i18n.value;
  return (
    <div class="reading">
      <ClauseLink class="cite small" id={clause.id}>
        <span lang="zh-Hans">
          {clause.cite} {clause.heading}
        </span>
      </ClauseLink>
      <q lang="zh-Hans">{reading.quotedWords}</q>
      <Note>
        <Mixed text={text(reading.reason)} />
      </Note>
      {sites.length === 0 ? (
        <Note>{t('unitReadingNone')}</Note>
      ) : (
        <details class="also">
          <summary>{t('unitReadingSites', { name: targetName(state, i18n.value, reading), n: sites.length })}</summary>
          <SiteLinks ids={sites} />
        </details>
      )}
    </div>
  );
}

/** What a reading aims at, in words. */
function targetName(state: AppState, i18n: I18n, { target }: Reading): string {
  if (target.entity !== 'kind') return thingName(state.things.value, i18n, { entity: target.entity, id: target.id });
  const kind = KINDS.find((known) => known === target.id);
  return kind === undefined ? target.id : i18n.t(`kind.${kind}`);
}
