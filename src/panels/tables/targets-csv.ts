/** The target ledger as rows for a file: one row a published figure, and one for a cluster without any. */

import type { Cell } from '../../data/export/csv.ts';
import type { LedgerGroup } from '../../domain/ledger.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Policy } from '../../domain/schema/policy.ts';
import type { Figure } from '../../domain/schema/statistics.ts';
import type { Tier } from '../../domain/vocabulary.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';

export const TIER_WORDS: Record<Tier, MessageKey> = {
  core: 'tierCoreShort',
  pillar: 'tierPillarShort',
  emerging: 'tierEmergingShort',
};

/** A figure's own remarks: why its date is what it is, and what it covers. */
export function figureRemarks({ text }: I18n, { dateNote, note }: Figure): string {
  return [dateNote, note].flatMap((words) => (words === undefined ? [] : [text(words)])).join(' · ');
}

export function targetsCsv(
  i18n: I18n,
  policy: Policy,
  groups: readonly LedgerGroup[],
  sources: Readonly<Record<string, Source>>,
): Cell[][] {
  const { t } = i18n;
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
      const line = (figure: Figure, isActual: boolean): Cell[] => [
        ...about,
        isActual ? factWords(i18n, figure) : null,
        isActual ? null : factWords(i18n, figure),
        figure.asPrinted,
        figure.asOf ?? t('dateNotStated'),
        figureRemarks(i18n, figure),
        sources[figure.source]?.title ?? null,
        sources[figure.source]?.url ?? null,
      ];
      const none: Cell[] = [...about, t('notPublished'), null, null, null, null, null, null];
      return [
        ...(actual.length === 0 ? [none] : actual.map((f) => line(f, true))),
        ...notes.map((f) => line(f, false)),
      ];
    }),
  );
  return [head, ...rows];
}
