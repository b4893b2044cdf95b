/** How we count: every count that the product shows, from what it follows, where it stands, and under which rules. */
import { useMemo } from 'preact/hooks';
import { tally } from '../../analysis/tally.ts';
import { type CountLine, countingOf, coverageCounts, type Term } from '../../domain/counting.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import { rangeWords } from '../shared/range-words.ts';
import { OwnCounts } from './own-counts.tsx';
import './counting.css';

const RULES: readonly MessageKey[] = [
  'countRule.three',
  'countRule.district',
  'countRule.town',
  'countRule.stated',
  'countRule.own',
  'countRule.radius',
  'countRule.polygon',
  'countRule.hexagon',
  'countRule.parts',
  'countRule.events',
  'countRule.few',
  'countRule.border',
  'countRule.towns',
];

export default function CountingView() {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const all = useMemo(() => countingOf(state.sites.value), [state.sites.value]);
  const shown = useMemo(() => countingOf(state.visibleSites.value), [state.visibleSites.value]);
  const filtered = isFiltered(state.filters.value);
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p>{t('countingIntro')}</p>
      </div>
      <section class="wide-section">
        <h3>{t('countingRecords')}</h3>
        <TableScroll label={t('countingRecords')}>
          <table class="wide-table counting-table">
            <caption class="visually-hidden">{t('countingRecords')}</caption>
            <thead>
              <tr>
                <th scope="col" class="is-corner">
                  {t('countingWhat')}
                </th>
                <th scope="col" class="is-number">
                  n
                </th>
                {filtered && (
                  <th scope="col" class="is-number">
                    {t('countingFiltered')}
                  </th>
                )}
                <th scope="col">{t('countingFormula')}</th>
                <th scope="col">{t('countingWhere')}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((line, at) => (
                <tr key={line.id} data-count={line.id}>
                  <th scope="row">{t(`count.${line.id}`)}</th>
                  <td class="tabular is-number">
                    <b>{number(line.n)}</b>
                  </td>
                  {filtered && <td class="tabular is-number">{number(shown[at]?.n ?? 0)}</td>}
                  <td>
                    <Formula line={line} />
                  </td>
                  <td class="muted">{t(`countIn.${line.id}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
        <Coverage />
        <Question />
      </section>
      <OwnCounts />
      <section class="wide-section">
        <h3>{t('countingRules')}</h3>
        <ul class="counting-rules">
          {RULES.map((rule) => (
            <li key={rule}>{t(rule, { m: state.base.version.boundaries.districts.accuracyMetres })}</li>
          ))}
          <li>
            <b>{t('progressRuleTitle')}</b> {t('progressRule')}
          </li>
        </ul>
      </section>
    </div>
  );
}

/** "13 = 10 no place and no district stated + 3 …"; nothing where it is counted as it stands. */
function Formula({ line: { n, terms } }: { readonly line: CountLine }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  if (terms.length === 0) return <span class="muted">{t('countingAsIs')}</span>;
  const words = ({ sign, what, n: part }: Term, at: number) =>
    `${at === 0 && sign === '+' ? '' : `${sign} `}${number(part)} ${t(`countShort.${what}`)}`;
  return (
    <span>
      <span class="tabular">{number(n)} =</span> {terms.map(words).join(' ')}
    </span>
  );
}

/** The page on coverage counts what the text names, in the register as it was published. */
function Coverage() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { sites, version } = state.base;
  const policy = state.policy.value;
  const counts = useMemo(() => coverageCounts(policy, sites, version.date), [policy, sites, version.date]);
  return (
    <>
      <p>
        <LinkButton onClick={() => state.actions.openView('coverage')}>{t('viewCoverage')}</LinkButton>
        {': '}
        {t('countingCoverage', {
          named: counts.named,
          records: counts.namedRecords,
          parts: counts.partsForWhole,
          unnamed: counts.unnamedRecords,
        })}{' '}
        {t('countingCoveragePlaces', {
          named: counts.named,
          located: counts.located,
          coarse: counts.coarse,
          unknown: counts.unknown,
        })}
      </p>
      {state.corrections.list.value.length > 0 && <Note>{t('countingCorrected')}</Note>}
    </>
  );
}

/** The question that is asked now, as it is counted. */
function Question() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { answers, ask } = state.plan;
  const answer = answers.value?.answer.value ?? null;
  const asked = answers.value?.asked.value;
  if (ask.value === null || answer === null || asked === undefined) return null;
  const { total, byAreaOnly, cannotTell, parts } = tally(asked.counted, answer);
  return (
    <p>
      <LinkButton onClick={() => state.actions.openAsk()}>{t('planAsk')}</LinkButton>
      {': '}
      {t('countingQuestion', {
        range: rangeWords(i18n.value, total),
        certain: total.certain,
        inside: total.inside - total.certain,
        possible: total.possible - total.inside,
        area: byAreaOnly,
        cannotTell,
        parts: parts.possible,
      })}
    </p>
  );
}
