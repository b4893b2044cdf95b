/** Numeric columns of the user's imports (price, area, vacancy), joined to candidates by site id or name. */
import { type Column, type Numbers, type PointSet, siteIdAt, textAt, valueAt } from '../../domain/point-set.ts';
import type { Site } from '../../domain/site.ts';
import { linear } from './scales.ts';
import type { CriterionValue, OwnCriterion } from './types.ts';

export interface OwnColumn {
  readonly id: OwnCriterion;
  readonly name: string;
  readonly set: string;
  /** By site id; `differ` where several rows of one site say different numbers. */
  readonly values: ReadonlyMap<string, number | 'differ'>;
  readonly low: number;
  readonly high: number;
  /** Chosen by the user: whether less is better. */
  readonly lessIsBetter: boolean;
}

/** A short mark of a column's name, the same on every device (FNV-1a, base 36). */
export function markOf(name: string): OwnCriterion {
  let hash = 0x811c9dc5;
  for (const unit of name.trim()) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `own-${hash.toString(36)}`;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Row → site id, by a column of ids, or by the name that the register knows. */
function joined(set: PointSet, sites: readonly Site[]): ReadonlyMap<number, string> {
  const byText = new Map<string, string>();
  for (const { id, nameZh, nameEn, aliases } of sites)
    for (const text of [id, nameZh, nameEn, ...aliases]) byText.set(fold(text), id);
  const texts = set.columns.filter((column): column is Exclude<Column, Numbers> => column.kind !== 'number');
  const rows = new Map<number, string>();
  for (let row = 0; row < set.count; row++) {
    // What the user confirmed when the list came in goes before what its cells say.
    const id =
      siteIdAt(set, row) ??
      [set.label, ...texts].map((column) => byText.get(fold(textAt(column, row)))).find((found) => found !== undefined);
    if (id !== undefined) rows.set(row, id);
  }
  return rows;
}

/** A set of more rows than this is no table of parks; it is passed over. */
const MOST_ROWS = 5_000;

/** Every numeric column that says something of at least one candidate. `lessIsBetter` is asked by mark. */
export function ownColumns(
  sets: readonly { readonly name: string; readonly set: PointSet }[],
  sites: readonly Site[],
  lessIsBetter: (id: OwnCriterion) => boolean,
): OwnColumn[] {
  const columns = new Map<OwnCriterion, OwnColumn>();
  for (const { name, set } of sets) {
    if (set.count > MOST_ROWS) continue;
    const rows = joined(set, sites);
    if (rows.size === 0) continue;
    for (const column of set.columns) {
      if (column.kind !== 'number') continue;
      const values = valuesOf(column, rows);
      const numbers = [...values.values()].filter((value) => value !== 'differ');
      const id = markOf(column.name);
      if (numbers.length === 0 || columns.has(id)) continue;
      columns.set(id, {
        ...{ id, name: column.name, set: name, values, lessIsBetter: lessIsBetter(id) },
        ...{ low: Math.min(...numbers), high: Math.max(...numbers) },
      });
    }
  }
  return [...columns.values()];
}

function valuesOf(column: Numbers, rows: ReadonlyMap<number, string>): Map<string, number | 'differ'> {
  const values = new Map<string, number | 'differ'>();
  for (const [row, id] of rows) {
    const value = valueAt(column, row);
    if (typeof value !== 'number') continue;
    const before = values.get(id);
    values.set(id, before === undefined || before === value ? value : 'differ');
  }
  return values;
}

/** The best of the candidates scores 1, the worst 0; where all are alike all score 1. */
export function ownValue({ values, low, high, lessIsBetter, set }: OwnColumn, siteId: string): CriterionValue {
  const value = values.get(siteId);
  if (value === undefined) return { known: false, reason: 'not-in-set' };
  if (value === 'differ') return { known: false, reason: 'rows-differ' };
  const scale = lessIsBetter ? { best: low, worst: high } : { best: high, worst: low };
  const score = low === high ? 1 : linear(scale, value);
  return {
    known: true,
    said: { kind: 'number', value, set },
    score,
    scoreMin: score,
    scoreMax: score,
    nearest: null,
    sources: [],
    date: null,
    note: null,
  };
}
