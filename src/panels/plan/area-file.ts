/** The counts of areas as rows for a file: three numbers a count, and three a sum. */
import type { Cell } from '../../data/export/csv.ts';
import { textAt } from '../../domain/point-set.ts';
import type { I18n } from '../../i18n/index.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { type AreaCounts, type CountSource, rangeAt, type SumChoice } from './area-counts.ts';

interface FileParts {
  readonly item: ImportedSet;
  readonly sources: readonly CountSource[];
  readonly counts: AreaCounts;
  /** In the order of the table. */
  readonly rows: Uint32Array;
  readonly sum: SumChoice | null;
}

export function areaFile({ t }: I18n, { item: { set }, sources, counts, rows, sum }: FileParts): Cell[][] {
  const summed = sources.findIndex(({ id }) => id === sum?.source);
  const heads = sources.flatMap(({ name }) => {
    const of = name ?? t('register');
    return [`${of}: ${t('sumMiddle')}`, `${of}: ${t('askCertain')}`, `${of}: ${t('askPossible')}`];
  });
  const sums = sum === null || summed < 0 ? [] : (['sumMiddle', 'sumLeast', 'sumGreatest'] as const);
  return [
    [t('areasRow'), t('areasName'), ...heads, ...sums.map((word) => `${sum?.column}: ${t(word)}`)],
    ...Array.from(rows, (row): Cell[] => {
      const found = counts.found[summed];
      return [
        row + 1,
        textAt(set.label, row),
        ...counts.found.flatMap((each) => {
          const { certain, inside, possible } = rangeAt(each, row);
          return [inside, certain, possible];
        }),
        ...(found === undefined ? [] : [found.middle[row] ?? 0, found.least[row] ?? 0, found.greatest[row] ?? 0]),
      ];
    }),
  ];
}
