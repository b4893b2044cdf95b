/** Statistics records → statistics.json: one list of figures in base units, one table of sources. */

import { toBase } from '../../src/domain/scale.ts';
import type { Source } from '../../src/domain/schema/parts.ts';
import type { Figure, StatedTarget, Statistics, StatisticsRecord } from '../../src/domain/schema/statistics.ts';
import type { Problem } from './problem.ts';
import { factOf } from './register.ts';

interface Filed {
  file: string;
  record: StatisticsRecord;
}

/** A key that several files use must mean the same source in all of them. */
export function sourceConflicts(records: readonly Filed[]): Problem[] {
  const known = new Map<string, Source>();
  return records.flatMap(({ file, record }) =>
    Object.entries(record.sources).flatMap(([key, source]) => {
      const other = known.get(key) ?? source;
      known.set(key, other);
      const same = JSON.stringify(other) === JSON.stringify(source);
      return same ? [] : [{ file, record: key, reason: 'another file has a different source under this key' }];
    }),
  );
}

/** Figures in the order of the files, sources by key. Throws on a unit that `validateStatistics` would report. */
export function statisticsOf(records: readonly Filed[]): Statistics {
  const figures = records.flatMap(({ record }) =>
    record.scopes.flatMap(({ entity, id, figures: own }): Figure[] =>
      own.map(({ narrower, ...fact }) => ({ ...factOf(fact), scope: { entity, id }, narrower })),
    ),
  );
  const targets = records.flatMap(({ record }) =>
    record.scopes.flatMap(({ entity, id, targets: own }): StatedTarget[] =>
      own.map(({ value, unit, ...target }) => ({ ...target, ...toBase(value, unit), scope: { entity, id } })),
    ),
  );
  const sources = records.flatMap(({ record }) => Object.entries(record.sources)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { figures, targets, sources: Object.fromEntries(sources) };
}
