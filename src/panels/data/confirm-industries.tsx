/** From the file's industry terms to the clusters: the default table's answer, each to be changed. */
import type { IndustryGuess } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { clusterName } from '../shared/phrases.ts';

interface IndustriesProps {
  readonly industries: readonly IndustryGuess[];
  readonly chosen: ReadonlyMap<string, ClusterOrCross | null>;
  readonly onChoose: (term: string, cluster: ClusterOrCross | null) => void;
}

export function ConfirmIndustries({ industries, chosen, onChoose }: IndustriesProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  return (
    <details class="data-group" open={industries.length <= 12}>
      <summary>{t('dataIndustries')}</summary>
      <p class="small muted">{t('dataIndustriesHint', { n: industries.length })}</p>
      <table class="plain-table">
        <caption class="visually-hidden">{t('dataIndustries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dataTerm')}</th>
            <th scope="col" class="tabular">
              {t('dataRowsOf')}
            </th>
            <th scope="col">{t('dataCluster')}</th>
          </tr>
        </thead>
        <tbody>
          {industries.map(({ term, count, cluster }) => {
            const own = chosen.get(term);
            return (
              <tr key={term}>
                <th scope="row">{plainLine(term)}</th>
                <td class="tabular">{number(count)}</td>
                <td>
                  <select
                    aria-label={`${t('dataCluster')}: ${plainLine(term)}`}
                    value={(own === undefined ? cluster : own) ?? ''}
                    onChange={(event) =>
                      onChoose(term, CLUSTER_OR_CROSS_IDS.find((id) => id === event.currentTarget.value) ?? null)
                    }
                  >
                    <option value="">{t('dataNoCluster')}</option>
                    {CLUSTER_OR_CROSS_IDS.map((id) => (
                      <option key={id} value={id}>
                        {clusterName(i18n.value, state.clusters, id)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
