/** Numeric columns of the user's tables (price, area, vacancy) as criteria: rows of one name, from whichever table, are one column. */
import { isMeasure, numbersOf } from '../../domain/column-values.ts';
import { unitIn } from '../../domain/computed-column.ts';
import { labelAt } from '../../domain/point-set.ts';
import { type OwnRow, type OwnTable, rowMarkOf, shortMark } from './own-rows.ts';
import { linear } from './scales.ts';
import type { CriterionValue, OwnCriterion, RowPick } from './types.ts';

/** What a row says in one column. */
export interface Offer {
  readonly value: number;
  readonly set: string;
  readonly label: string;
  readonly until: string | null;
  readonly expired: boolean;
  /** By which the row is chosen; see `rowMarkOf`. */
  readonly mark: string;
}

/** What counts of a candidate: a number, or why there is none. */
type Picked =
  | { readonly kind: 'value'; readonly value: number; readonly rows: number; readonly sets: readonly string[] }
  | { readonly kind: 'differ' }
  | { readonly kind: 'expired'; readonly last: Offer };

export interface OwnColumn {
  readonly id: OwnCriterion;
  readonly name: string;
  /** As its name says it; empty where it says none. */
  readonly unit: string;
  /** Names of the tables that it comes from. */
  readonly sets: readonly string[];
  /** Every row of it, by site id. */
  readonly offers: ReadonlyMap<string, readonly Offer[]>;
  /** What counts of it, by site id. */
  readonly values: ReadonlyMap<string, Picked>;
  /** Null where several rows that differ are unknown. */
  readonly pick: RowPick | null;
  /** Of the values that count; 0 where none does. */
  readonly low: number;
  readonly high: number;
  /** Chosen by the user: whether less is better. */
  readonly lessIsBetter: boolean;
}

/** How the user takes the columns. */
export interface OwnChoices {
  readonly lessIsBetter: (id: OwnCriterion) => boolean;
  readonly pick: (id: OwnCriterion) => RowPick | null;
  /** Marks of the rows that count where one row a candidate does. */
  readonly rows: ReadonlySet<string>;
}

/** A short mark of a column's name, the same on every device. */
export function markOf(name: string): OwnCriterion {
  return `own-${shortMark(name.trim())}`;
}

interface Gathered {
  readonly name: string;
  readonly sets: Set<string>;
  readonly offers: Map<string, Offer[]>;
}

/** Every numeric column that says something of at least one candidate. */
export function ownColumns(tables: readonly OwnTable[], choices: OwnChoices): OwnColumn[] {
  const columns = new Map<OwnCriterion, Gathered>();
  for (const table of tables) gather(table, columns);
  return [...columns].map(([id, { name, sets, offers }]) => {
    const pick = choices.pick(id);
    const values = new Map([...offers].map(([siteId, own]) => [siteId, pickOf(own, pick, choices.rows)] as const));
    const numbers = [...values.values()].flatMap((one) => (one.kind === 'value' ? [one.value] : []));
    return {
      ...{ id, name, unit: unitIn(name), sets: [...sets], offers, values, pick },
      ...{ low: least(numbers), high: greatest(numbers), lessIsBetter: choices.lessIsBetter(id) },
    };
  });
}

const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const greatest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);

function gather({ name: setName, set, rows, until }: OwnTable, columns: Map<OwnCriterion, Gathered>): void {
  for (const column of set.columns) {
    const values = column === until ? null : numbersOf(column, set.count);
    if (values === null || !isMeasure(column, values)) continue;
    const id = markOf(column.name);
    const gathered = columns.get(id) ?? { name: column.name.trim(), sets: new Set(), offers: new Map() };
    for (const one of rows) {
      const value = values[one.row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      columns.set(id, gathered);
      gathered.sets.add(setName);
      const before = gathered.offers.get(one.siteId) ?? [];
      gathered.offers.set(one.siteId, [...before, offerOf(setName, set, one, value)]);
    }
  }
}

function offerOf(setName: string, set: OwnTable['set'], { row, until, expired }: OwnRow, value: number): Offer {
  return { value, set: setName, label: labelAt(set, row), until, expired, mark: rowMarkOf(set, row) };
}

function pickOf(offers: readonly Offer[], pick: RowPick | null, chosen: ReadonlySet<string>): Picked {
  const valid = offers.filter(({ expired }) => !expired);
  const [first] = valid;
  const [last] = offers;
  if (first === undefined) return last === undefined ? { kind: 'differ' } : { kind: 'expired', last };
  const numbers = valid.map(({ value }) => value);
  const pickedOf = (value: number, from: readonly Offer[]): Picked => ({
    ...{ kind: 'value', value, rows: valid.length },
    sets: [...new Set(from.map(({ set }) => set))],
  });
  switch (valid.length === 1 ? null : pick) {
    case 'least':
      return pickedOf(least(numbers), valid);
    case 'greatest':
      return pickedOf(greatest(numbers), valid);
    case 'sum':
      return pickedOf(
        numbers.reduce((a, b) => a + b, 0),
        valid,
      );
    case 'row': {
      const one = valid.find(({ mark }) => chosen.has(mark));
      return one === undefined ? { kind: 'differ' } : pickedOf(one.value, [one]);
    }
    case null:
      return numbers.every((value) => value === first.value) ? pickedOf(first.value, valid) : { kind: 'differ' };
  }
}

/** Candidates of which several rows that hold say different numbers. */
export function severalOf({ offers }: Pick<OwnColumn, 'offers'>): readonly (readonly [string, readonly Offer[]])[] {
  return [...offers].flatMap(([siteId, own]) => {
    const valid = own.filter(({ expired }) => !expired);
    return new Set(valid.map(({ value }) => value)).size > 1 ? [[siteId, valid] as const] : [];
  });
}

/** The best of the candidates scores 1, the worst 0; where all are alike all score 1. */
export function ownValue({ values, low, high, lessIsBetter, unit, pick }: OwnColumn, siteId: string): CriterionValue {
  const picked = values.get(siteId);
  if (picked === undefined) return { known: false, reason: 'not-in-set' };
  if (picked.kind === 'differ') return { known: false, reason: 'rows-differ' };
  if (picked.kind === 'expired') {
    const { value, set, until } = picked.last;
    return { known: false, reason: 'expired', was: { value, unit, set, until: until ?? '' } };
  }
  const { value, sets, rows } = picked;
  const scale = lessIsBetter ? { best: low, worst: high } : { best: high, worst: low };
  const score = low === high ? 1 : linear(scale, value);
  return {
    known: true,
    said: { kind: 'number', value, unit, set: sets.join(', '), pick: rows > 1 ? pick : null, rows },
    score,
    scoreMin: score,
    scoreMax: score,
    nearest: null,
    sources: [],
    date: null,
    note: null,
  };
}
