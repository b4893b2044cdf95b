/** The shortlist as a table: order, score with its range, what is known of each, notes, and where it comes from. */
import type { Cell } from '../../data/export/csv.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Site } from '../../domain/site.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { clusterName, districtNames, townNames } from '../shared/phrases.ts';
import { comparable, rankedOf } from './ranked.ts';

/** One cell's worth of sources, one a line. */
export function sourcesCell(sources: readonly Source[], { date }: I18n): string {
  const lines = sources.map((source) =>
    [source.title, source.publisher, source.date === undefined ? undefined : date(source.date), source.url]
      .filter((part) => part !== undefined)
      .join(', '),
  );
  return [...new Set(lines)].join('\n');
}

/** Head and rows; a rank that is not known is empty, never 0. */
export function shortlistCsv(
  state: AppState,
  i18n: I18n,
  sites: readonly Site[],
  notes: Readonly<Record<string, string>>,
): Cell[][] {
  const { t, name, list } = i18n;
  const head = [
    t('shortOrder'),
    'id',
    t('colRecord'),
    t('cluster'),
    t('district'),
    t('town'),
    t('status'),
    t('colStatusDate'),
    t('howSure'),
    `${t('radius')} (m)`,
    t('colScoreLow'),
    t('colScoreHigh'),
    t('colSpreadLow'),
    t('colSpreadHigh'),
    `${t('cmpKnownShare')} (%)`,
    t('colRankAmong'),
    t('cmpRankBest'),
    t('cmpRankWorst'),
    t('shortNote'),
    t('sources'),
  ];
  const rows = sites.map((site, index): Cell[] => {
    const ranked = rankedOf(state, site.id);
    const scored = comparable(ranked);
    const range = ranked?.rank == null ? null : (ranked.rankRange ?? [ranked.rank, ranked.rank]);
    return [
      index + 1,
      site.id,
      name(site),
      clusterName(i18n, state.clusters, site.industryCluster),
      districtNames(i18n, site),
      list(townNames(i18n, state.things.value.town, site.towns)),
      t(`status.${site.status}`),
      site.statusDate,
      t(`precision.${site.precision}`),
      site.radiusM,
      ...[scored?.score, scored?.scoreHigh, scored?.spread?.[0], scored?.spread?.[1]].map((end) =>
        end == null ? null : Math.round(end * 10) / 10,
      ),
      ranked === null ? null : Math.round(ranked.knownShare * 100),
      range === null || ranked === null ? null : t(`scope.${ranked.scope}`),
      range?.[0] ?? null,
      range?.[1] ?? null,
      notes[site.id] ?? '',
      sourcesCell(Object.values(site.sources), i18n),
    ];
  });
  return [head, ...rows];
}
