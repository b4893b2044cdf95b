/** Coverage as rows for files: one a clause or cluster, and one a record that the text names. */
import type { Cell } from '../../data/export/csv.ts';
import { AGE_BANDS, type Coverage, type CoverageRecord, type CoverageRow } from '../../domain/coverage.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import { PRECISIONS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { clusterName } from '../shared/phrases.ts';

const listOf = ({ list }: I18n, words: readonly string[]) => list(words, 'semicolon');

export function coverageCsv(
  i18n: I18n,
  clusters: readonly Cluster[],
  { total, byClause, byCluster }: Coverage,
): Cell[][] {
  const { t, name } = i18n;
  const names = (records: readonly CoverageRecord[]) =>
    listOf(
      i18n,
      records.map((r) => name(r.site)),
    );
  const line = (id: string, label: string, row: CoverageRow<unknown>): Cell[] => [
    id,
    label,
    row.named,
    row.researched,
    row.byPlacement.located,
    ...PRECISIONS.map((p) => row.byPrecision[p]),
    row.statusKnown,
    ...AGE_BANDS.map((band) => row.byAge[band]),
    row.named - row.statusKnown,
    row.doubtful,
    names(row.records.filter((r) => r.placement === 'unlocated')),
    names(row.records.filter((r) => r.doubts.length > 0)),
  ];
  return [
    [
      'id',
      `${t('clause')} / ${t('cluster')}`,
      t('colNamed'),
      t('colResearched'),
      t('colLocated'),
      ...PRECISIONS.map((p) => t(`precision.${p}`)),
      `${t('colStatus')}: ${t('colKnown')}`,
      ...AGE_BANDS.map((band) => t(`age.${band}`)),
      t('status.unknown'),
      t('colDoubtful'),
      `${t('unlocated')}: ${t('colByName')}`,
      `${t('colDoubtful')}: ${t('colByName')}`,
    ],
    line('all', t('coverageTotal'), total),
    ...byClause.map((row) => line(row.key.id, `${row.key.cite} ${row.key.heading}`, row)),
    ...byCluster.map((row) => line(row.key, clusterName(i18n, clusters, row.key), row)),
  ];
}

export function coverageRecordsCsv(i18n: I18n, clusters: readonly Cluster[], { total }: Coverage): Cell[][] {
  const { t } = i18n;
  return [
    [
      'id',
      'nameZh',
      'nameEn',
      t('clause'),
      t('cluster'),
      t('colResearched'),
      t('filterPrecision'),
      t('radius'),
      t('status'),
      t('colStatusDate'),
      t('colAge'),
      t('colDoubtful'),
      t('registerFile'),
    ],
    ...total.records.map(({ site, clauses, researched, ageYears, doubts }) => [
      site.id,
      site.nameZh,
      site.nameEn,
      listOf(
        i18n,
        clauses.map((c) => c.cite),
      ),
      clusterName(i18n, clusters, site.industryCluster),
      t(researched ? 'yes' : 'no'),
      t(`precision.${site.precision}`),
      site.radiusM,
      t(`status.${site.status}`),
      site.statusDate,
      ageYears,
      listOf(
        i18n,
        doubts.map((d) => t(`doubt.${d}`)),
      ),
      site.file,
    ]),
  ];
}
