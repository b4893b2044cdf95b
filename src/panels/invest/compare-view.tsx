/** Up to four candidates side by side: every criterion and fact with its sources, and the four on a map. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { candidatesOf } from '../../analysis/invest/candidates.ts';
import type { Site } from '../../domain/site.ts';
import { MOST_COMPARED } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import { IconButton, LinkButton, Note } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { SiteMark } from '../shared/site-mark.tsx';
import { compareCsv } from './compare-csv.ts';
import { LETTERS } from './compare-letters.ts';
import { CompareMap } from './compare-map.tsx';
import { type CompareGroup, compareGroups } from './compare-rows.ts';
import { CompareTable } from './compare-table.tsx';
import { ownNames } from './criterion-text.ts';
import { decisionWords } from './decision-text.ts';
import { rankedOf } from './ranked.ts';
import { XlsxButton } from './xlsx-button.tsx';
import './shortlist.css';

export default function CompareView() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const [onlyDiffering, setOnly] = useState(false);
  useEffect(() => {
    need.finder();
    need.shortlist();
  }, []);
  const ids = state.invest.compare.value;
  const ranking = state.invest.ranking.value;
  const all = state.siteById.value;
  const sites = useMemo(() => ids.flatMap((id) => all.get(id) ?? []), [ids, all]);
  const groups = useMemo(() => compareGroups(state, i18n.value, sites), [sites, ranking, i18n.value]);
  return (
    <div class="wide-body compare">
      <p class="compare-intro muted">{t('cmpIntro')}</p>
      <div class="compare-top">
        {sites.length > 0 && <CompareMap sites={sites} />}
        <div class="compare-chosen">
          <Chosen sites={sites} />
          {sites.length > 1 && (
            <label class="switch no-print">
              <input
                type="checkbox"
                checked={onlyDiffering}
                onChange={(event) => setOnly(event.currentTarget.checked)}
              />
              {t('cmpOnly')}
            </label>
          )}
          {sites.length > 0 && (
            <>
              <CsvButton table="compare" title={t('cmpTitle')} rows={() => compareCsv(i18n.value, sites, groups)} />
              <XlsxButton table="compare" title={t('cmpTitle')} rows={() => compareCsv(i18n.value, sites, groups)} />
            </>
          )}
        </div>
      </div>
      {sites.length === 0 && <Note>{t('cmpEmpty')}</Note>}
      {sites.length === 1 && <Note>{t('cmpOne')}</Note>}
      <Decides sites={sites} />
      {sites.length > 0 && <CompareTable sites={sites} groups={onlyDiffering ? differing(groups) : groups} />}
    </div>
  );
}

function differing(groups: readonly CompareGroup[]): CompareGroup[] {
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ differs }) => differs) }))
    .filter(({ rows }) => rows.length > 0);
}

function Decides({ sites }: { readonly sites: readonly Site[] }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const finder = state.invest.finder.value;
  if (finder === null) return null;
  const ranked = sites.flatMap(({ id }) => rankedOf(state, id) ?? []);
  const words = decisionWords(i18n.value, ranked, finder.question.value.end, ownNames(finder));
  if (words === null) return null;
  return (
    <section class="compare-decides" aria-labelledby="cmp-decides">
      <h3 id="cmp-decides">{t('decideTitle')}</h3>
      <p>
        <Mixed text={words} />
      </p>
      <p class="small muted">{t('cmpBarKey')}</p>
    </section>
  );
}

/** The compared by letter, each to be taken out, and a way to add another. */
function Chosen({ sites }: { readonly sites: readonly Site[] }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  return (
    <>
      <ol class="compared">
        {sites.map((site, index) => (
          <li key={site.id}>
            <span class="compare-letter" aria-hidden="true">
              {LETTERS[index]}
            </span>
            <SiteMark site={site} size={18} />
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>
            <span class="no-print">
              <IconButton
                icon="close"
                label={t('cmpRemoveNamed', { name: name(site) })}
                onClick={() => state.invest.toggleCompared(site.id)}
              />
            </span>
          </li>
        ))}
      </ol>
      {sites.length < MOST_COMPARED && <Picker sites={sites} />}
    </>
  );
}

/** The shortlist first: it is what one compares; then every other candidate by name. */
function Picker({ sites }: { readonly sites: readonly Site[] }) {
  const { state, i18n } = useApp();
  const { t, name, lang } = i18n.value;
  const free = (site: Site) => !sites.includes(site);
  const listed = state.invest.shortlist.value.flatMap((id) => state.siteById.value.get(id) ?? []).filter(free);
  const others = candidatesOf(state.sites.value)
    .filter((site) => free(site) && !listed.includes(site))
    .sort((a, b) => name(a).localeCompare(name(b), lang));
  const option = (site: Site) => (
    <option key={site.id} value={site.id}>
      {name(site)}
    </option>
  );
  return (
    <label class="field compare-pick no-print">
      <span>{t('cmpPick')}</span>
      <select
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') state.invest.toggleCompared(value);
          event.currentTarget.value = '';
        }}
      >
        <option value="">{t('cmpPickNone')}</option>
        {listed.length > 0 && <optgroup label={t('shortTitle')}>{listed.map(option)}</optgroup>}
        <optgroup label={t('cmpAll')}>{others.map(option)}</optgroup>
      </select>
    </label>
  );
}
