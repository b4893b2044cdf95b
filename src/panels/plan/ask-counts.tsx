/** Counts of an answer by cluster and status: "7–9" is certain to possible. */
import type { Range, Tally } from '../../analysis/tally.ts';
import { CLUSTER_OR_CROSS_IDS } from '../../domain/vocabulary.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';
import { Note } from '../../ui/pieces.tsx';
import { clusterName } from '../shared/phrases.ts';

export function rangeWords(t: ReturnType<typeof useApp>['i18n']['value']['t'], { certain, possible }: Range): string {
  return certain === possible ? t('countPlain', { n: certain }) : t('certainPossible', { certain, possible });
}

export function AskCounts({ tally, ask }: { readonly tally: Tally; readonly ask: Ask }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const clusters = [...tally.byCluster].filter(([, range]) => range.possible > 0);
  const statuses = [...tally.byStatus].filter(([, range]) => range.possible > 0);
  return (
    <>
      <p class="ask-total">
        <b class="tabular">{rangeWords(t, tally.total)}</b> {t('askRecords', { n: rangeWords(t, tally.total) })}
        {tally.parts.possible > 0 && (
          <span class="muted small"> {t('askParts', { n: rangeWords(t, tally.parts) })}</span>
        )}
      </p>
      <Note>
        {t(ask.kind === 'area' ? 'askRuleArea' : ask.kind === 'polygon' ? 'askRulePolygon' : 'askRuleRadius')}
      </Note>
      {tally.byAreaOnly > 0 && <Note>{t('askByAreaOnly', { n: tally.byAreaOnly })}</Note>}
      {tally.cannotTell > 0 && <Note>{t('askCannotTell', { n: tally.cannotTell })}</Note>}
      {clusters.length > 0 && (
        <div class="ask-tables">
          <table class="ask-table">
            <caption>{t('byCluster')}</caption>
            <tbody>
              {clusters.map(([key, range]) => {
                const id = CLUSTER_OR_CROSS_IDS.find((known) => known === key);
                return (
                  <tr key={key}>
                    <th scope="row">
                      {id !== undefined && <Mark cluster={id} theme={state.theme.value} size={16} />}{' '}
                      {id === undefined ? t('notStated') : clusterName(i18n.value, state.clusters, id)}
                    </th>
                    <td class="tabular">{rangeWords(t, range)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <table class="ask-table">
            <caption>{t('byStatus')}</caption>
            <tbody>
              {statuses.map(([status, range]) => (
                <tr key={status}>
                  <th scope="row">{t(`status.${status}`)}</th>
                  <td class="tabular">{rangeWords(t, range)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
