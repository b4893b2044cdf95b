/** One cluster in the ledger: target, year, published figures with their sources, notes, and a drawing of them. */

import { CLUSTER_COLOURS } from '../../domain/colours.ts';
import { type LedgerPoint, type LedgerRow, pointsOf } from '../../domain/ledger.ts';
import { yearOf } from '../../domain/milestones.ts';
import { aimOf, progressOf } from '../../domain/progress.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Figure } from '../../domain/schema/statistics.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { TargetChart } from '../../ui/target-chart.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { targetWords } from '../shared/target-words.ts';
import { progressWords } from '../targets/progress-words.ts';
import { figureRemarks } from './targets-csv.ts';

type Sources = Readonly<Record<string, Source>>;

export function LedgerLine({ row, sources }: { readonly row: LedgerRow; readonly sources: Sources }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { cluster, actual, notes } = row;
  const amount = t('targetOver', {
    amount: factWords(i18n.value, { value: cluster.target.overCny, unit: 'CNY', qualifier: 'exact' }),
  });
  const points = pointsOf(row);
  return (
    <tr>
      <th scope="row">
        <span class="record-name">
          <Mark cluster={cluster.id} theme={state.theme.value} size={20} />
          <LinkButton onClick={() => state.actions.select({ entity: 'cluster', id: cluster.id })}>
            {name(cluster)}
          </LinkButton>
        </span>
      </th>
      <td>{amount}</td>
      <td>{cluster.target.year ?? t('noYear')}</td>
      <td>
        {actual.length === 0 ? (
          <span class="muted">{t('notPublished')}</span>
        ) : (
          <FigureList figures={actual} sources={sources} />
        )}
      </td>
      <td>{progressWords(i18n.value, progressOf(aimOf(cluster), actual, yearOf(state.base.version.date)))}</td>
      <td>{notes.length > 0 && <FigureList figures={notes} sources={sources} />}</td>
      <td class="chart-cell">
        {points.length === 0 ? (
          <span class="muted">{t('ledgerNoChart')}</span>
        ) : (
          <TargetChart
            points={points}
            targetCny={cluster.target.overCny}
            targetYear={cluster.target.year}
            colour={CLUSTER_COLOURS[state.theme.value][cluster.id]}
            label={t('chartWords', {
              name: name(cluster),
              target: targetWords(i18n.value, cluster),
              points: points.map((p) => pointWords(i18n.value, p)).join('; '),
            })}
            targetWords={`${t('target')}: ${targetWords(i18n.value, cluster)}`}
            valueWords={(point) => factWords(i18n.value, point.figure)}
          />
        )}
      </td>
    </tr>
  );
}

function pointWords({ t, lang, zh, date }: I18n, { figure, year, yearStated }: LedgerPoint): string {
  return t(yearStated ? 'chartPoint' : 'chartYearUnclear', {
    date: date(figure.asOf ?? String(year)),
    value: factWords({ lang, zh }, figure),
  });
}

function FigureList({ figures, sources }: { readonly figures: readonly Figure[]; readonly sources: Sources }) {
  const { i18n } = useApp();
  const { t, date, text } = i18n.value;
  return (
    <ul class="figure-list">
      {figures.map((figure) => {
        const remarks = figureRemarks(i18n.value, figure);
        return (
          <li key={`${figure.key} ${figure.asOf} ${figure.source}`}>
            <span class="muted">{figure.asOf === null ? t('dateNotStated') : date(figure.asOf)}</span>{' '}
            <b>{factWords(i18n.value, figure)}</b>
            {figure.key !== 'output-value' && <span> {text(figure.label)}</span>}
            {remarks !== '' && <span class="small muted"> {remarks}</span>}
            <span class="small figure-source">
              <SourceLine source={sources[figure.source]} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
