/** The target ledger as rows for a file: one row a published figure, and one for a cluster without any. */

import type { Cell } from '../../data/export/csv.ts';
import type { LedgerGroup } from '../../domain/ledger.ts';
import { aimOf, progressOf } from '../../domain/progress.ts';
import type { Cluster, Policy } from '../../domain/schema/policy.ts';
import type { Figure, Statistics } from '../../domain/schema/statistics.ts';
import type { Tier } from '../../domain/vocabulary.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import { progressOfStated, progressWords } from '../targets/progress-words.ts';
import { heldAgainst, scopeWords } from '../targets/stated-table.tsx';

export const TIER_WORDS: Record<Tier, MessageKey> = {
  core: 'tierCoreShort',
  pillar: 'tierPillarShort',
  emerging: 'tierEmergingShort',
};

/** A figure's own remarks: why its date is what it is, and what it covers. */
export function figureRemarks({ text }: I18n, { dateNote, note }: Figure): string {
  return [dateNote, note].flatMap((words) => (words === undefined ? [] : [text(words)])).join(' · ');
}

interface TargetsOf {
  readonly policy: Policy;
  readonly clusters: readonly Cluster[];
  /** Year of the data. */
  readonly now: number;
}

export function targetsCsv(
  i18n: I18n,
  { policy, clusters, now }: TargetsOf,
  groups: readonly LedgerGroup[],
  statistics: Statistics,
): Cell[][] {
  const { t, text } = i18n;
  const { sources } = statistics;
  const head = [
    'id',
    'nameZh',
    'nameEn',
    t('ledgerTier'),
    t('target'),
    'targetCny',
    t('ledgerYear'),
    t('ledgerCite'),
    t('ledgerSentence'),
    t('ledgerActual'),
    t('ledgerNotes'),
    t('asPrinted'),
    t('ledgerAsOf'),
    t('notes'),
    t('ledgerSource'),
    'URL',
    'progress',
    t('progressTitle'),
    t('statedBy'),
    t('statedIndicator'),
  ];
  const rows = groups.flatMap(({ tier, sentence, rows: members }) =>
    members.flatMap(({ cluster, actual, notes }) => {
      const { overCny, year } = cluster.target;
      const about: Cell[] = [
        cluster.id,
        cluster.nameZh,
        cluster.nameEn,
        t(TIER_WORDS[tier]),
        t('targetOver', { amount: factWords(i18n, { value: overCny, unit: 'CNY', qualifier: 'exact' }) }),
        overCny,
        year ?? t('noYear'),
        sentence?.clause.cite ?? null,
        sentence === null ? cluster.target.quote : policy.text.slice(sentence.start, sentence.end),
      ];
      const progress = progressOf(aimOf(cluster), actual, now);
      const told: Cell[] = [progress.state, progressWords(i18n, progress), policy.title, null];
      const line = (figure: Figure, isActual: boolean): Cell[] => [
        ...about,
        isActual ? factWords(i18n, figure) : null,
        isActual ? null : factWords(i18n, figure),
        figure.asPrinted,
        figure.asOf ?? t('dateNotStated'),
        figureRemarks(i18n, figure),
        sources[figure.source]?.title ?? null,
        sources[figure.source]?.url ?? null,
        ...told,
      ];
      const none: Cell[] = [...about, t('notPublished'), null, null, null, null, null, null, ...told];
      return [
        ...(actual.length === 0 ? [none] : actual.map((f) => line(f, true))),
        ...notes.map((f) => line(f, false)),
      ];
    }),
  );
  const stated = statistics.targets.map((target): Cell[] => {
    const { scope, unit, value, year, by, label, note, source } = target;
    const progress = progressOfStated(target, statistics, now);
    const words = scopeWords(i18n, clusters, scope);
    const cluster = scope.entity === 'cluster' ? clusters.find(({ id }) => id === scope.id) : undefined;
    const figures = heldAgainst(target, statistics);
    return [
      ...[scope.id, cluster?.nameZh ?? words, cluster?.nameEn ?? words, t('statedTargets')],
      ...[factWords(i18n, target), unit === 'CNY' ? value : null, year, null, target.asPrinted],
      figures.length === 0 ? t('notPublished') : figures.map((figure) => factWords(i18n, figure)).join(' · '),
      ...[null, target.asPrinted, figures.map(({ asOf }) => asOf ?? t('dateNotStated')).join(' · ')],
      ...[note === undefined ? null : text(note), sources[source]?.title ?? null, sources[source]?.url ?? null],
      ...[progress.state, progressWords(i18n, progress), text(by), text(label)],
    ];
  });
  return [head, ...rows, ...stated];
}
