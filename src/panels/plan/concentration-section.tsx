/** How concentrated the records are: location quotients, and whether points stand closer than chance puts them. */
import { useMemo } from 'preact/hooks';
import { type Concentration, concentration, FEWEST } from '../../analysis/concentration.ts';
import type { Source } from '../../analysis/cross-table.ts';
import { type NeighbourIndex, neighbourIndex } from '../../analysis/neighbour-index.ts';
import { formatDistance } from '../../domain/format.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { Note, Rows } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import { clusterName } from '../shared/phrases.ts';

/** A quotient beyond this (or below its inverse) is worth a sentence. */
const NOTABLE = 1.5;
const NOTABLE_RECORDS = 3;

export function ConcentrationSection({ sources }: { readonly sources: readonly Source[] }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const found = concentration(sources);
  const parts = useMemo(
    () =>
      state.base.districts.features.flatMap(({ geometry }) =>
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      ),
    [state.base],
  );
  return (
    <section class="wide-section">
      <h3>{t('concentration')}</h3>
      <Note>{t('concentrationWhat')}</Note>
      {found.verdict === 'too-few' ? (
        <Note tone="warning">{t('tooFew', { n: found.records, least: FEWEST })}</Note>
      ) : (
        <Quotients found={found} />
      )}
      {found.left > 0 && <Note>{t('concentrationLeft', { n: found.left })}</Note>}
      <h4>{t('neighbour')}</h4>
      <Neighbours found={neighbourIndex(sources, parts)} />
    </section>
  );
}

function Quotients({ found }: { readonly found: Concentration }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const of = (cluster: string, district: string) =>
    found.quotients.find((q) => q.cluster === cluster && q.district === district);
  const notable = found.quotients
    .filter(
      ({ cluster, quotient, records }) =>
        cluster !== 'cross' && quotient !== null && quotient >= NOTABLE && records >= NOTABLE_RECORDS,
    )
    .sort((a, b) => (b.quotient ?? 0) - (a.quotient ?? 0));
  return (
    <>
      {notable.length === 0 && <p>{t('concentrationNone')}</p>}
      <ul class="ask-rows">
        {notable.slice(0, 3).map(({ cluster, district, quotient, records, ofDistrict, shareOfDistrict }) => (
          <li key={`${cluster} ${district}`}>
            {t('concentrationSays', {
              cluster: clusterName(i18n.value, state.clusters, cluster),
              district: t(`district.${district}`),
              share: number((shareOfDistrict ?? 0) * 100, 0),
              n: records,
              of: ofDistrict,
              times: number(quotient ?? 0, 1),
            })}
          </li>
        ))}
      </ul>
      <TableScroll label={t('concentration')}>
        <table class="wide-table cross-grid">
          <caption class="visually-hidden">{t('concentration')}</caption>
          <thead>
            <tr>
              <td class="is-corner" />
              {DISTRICT_IDS.map((id) => (
                <th key={id} scope="col">
                  {t(`district.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CLUSTER_OR_CROSS_IDS.map((cluster) => (
              <tr key={cluster}>
                <th scope="row">{clusterName(i18n.value, state.clusters, cluster)}</th>
                {DISTRICT_IDS.map((district) => {
                  const entry = of(cluster, district);
                  return (
                    <td key={district}>
                      {entry === undefined || entry.records === 0 || entry.quotient === null ? (
                        <span class="muted">–</span>
                      ) : (
                        <>
                          <b class="tabular">{number(entry.quotient, 1)}</b>
                          <span class="muted tabular">
                            {t(entry.ofCluster < entry.allOfCluster ? 'concentrationCellKnown' : 'concentrationCell', {
                              n: entry.records,
                              of: entry.ofCluster,
                              all: entry.allOfCluster,
                              share: number((entry.shareOfCluster ?? 0) * 100, 0),
                            })}
                          </span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </>
  );
}

function Neighbours({ found }: { readonly found: NeighbourIndex }) {
  const { i18n } = useApp();
  const { t, number, lang } = i18n.value;
  return (
    <>
      {found.verdict === 'too-few' ? (
        <Note tone="warning">{t('tooFew', { n: found.points, least: FEWEST })}</Note>
      ) : (
        <>
          <p>{t(`neighbour.${found.verdict}`)}</p>
          <Rows
            rows={[
              { label: t('neighbourRatio'), value: number(found.ratio ?? 0, 2) },
              { label: t('neighbourMean'), value: formatDistance(found.meanM ?? 0, lang) },
              { label: t('neighbourExpected'), value: formatDistance(found.expectedM ?? 0, lang) },
              { label: 'z', value: number(found.z ?? 0, 2) },
            ]}
          />
        </>
      )}
      <Note>
        {t('neighbourUsed', { n: found.points, coarse: found.coarse, outside: found.outside, same: found.coincident })}
      </Note>
    </>
  );
}
