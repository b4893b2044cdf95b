/** Numbers that carry their unit in the cell: 1,234.5万元, 12亩, 0.2亿元. Units of one kind are put into one. Pure. */
import { PRINTED_UNITS } from './scale.ts';

interface Unit {
  /** What it measures: only units of one kind can be put into one another. */
  readonly kind: string;
  readonly factor: number;
}

/** Written in tables beside those that the register's figures are printed in. */
const WRITTEN: Readonly<Record<string, Unit>> = {
  千元: { kind: 'CNY', factor: 1e3 },
  百万元: { kind: 'CNY', factor: 1e6 },
  千万元: { kind: 'CNY', factor: 1e7 },
  平方米: { kind: 'm²', factor: 1 },
  平米: { kind: 'm²', factor: 1 },
  'm²': { kind: 'm²', factor: 1 },
  公顷: { kind: 'm²', factor: 1e4 },
  平方公里: { kind: 'm²', factor: 1e6 },
  'km²': { kind: 'm²', factor: 1e6 },
  米: { kind: 'm', factor: 1 },
  千米: { kind: 'm', factor: 1e3 },
  公里: { kind: 'm', factor: 1e3 },
  公斤: { kind: 't', factor: 1e-3 },
  千克: { kind: 't', factor: 1e-3 },
  kg: { kind: 't', factor: 1e-3 },
  吨: { kind: 't', factor: 1 },
  t: { kind: 't', factor: 1 },
  万吨: { kind: 't', factor: 1e4 },
  // Each counts things of its own. 年 is no unit here: 2024年 is a date.
  ...Object.fromEntries(['家', '个', '户', '台', '套', '辆', '件', '小时', 'MW', 'kW'].map(only)),
};

function only(word: string): [string, Unit] {
  return [word, { kind: word, factor: 1 }];
}

/** No unit of a cell: shares are read without one, and 3a or 12 units are codes as likely as not. */
const NO_CELL_UNIT = new Set(['%', 'a', 'count', 'rank', 'units', 'units/a']);

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(PRINTED_UNITS)
    .filter(([word]) => !NO_CELL_UNIT.has(word))
    .map(([word, { unit, factor }]) => [word, { kind: unit, factor }] as const),
  ...Object.entries(WRITTEN),
]);

/** ㎡ and ㎞² are one character for what others write in two. */
const SQUARES: Readonly<Record<string, string>> = { '㎡': 'm²', '㎢': 'km²' };

/** A number, then its unit: the number is judged by who asks. */
const QUANTITY = /^(.*[\d\uff10-\uff19])\s*([^\d\uff10-\uff19\s].*)$/;

export interface Quantity {
  /** The number as it is written. */
  readonly number: string;
  readonly unit: string;
}

/** Null where no unit that is known ends the text. */
export function quantityIn(text: string): Quantity | null {
  const [, number, word] = QUANTITY.exec(text.trim()) ?? [];
  if (number === undefined || word === undefined) return null;
  const unit = SQUARES[word] ?? word;
  return UNITS.has(unit) ? { number, unit } : null;
}

/** What a number in one unit is multiplied with to be in another; null where they measure different things. */
export function unitFactor(from: string, to: string): number | null {
  const [a, b] = [UNITS.get(from), UNITS.get(to)];
  return a === undefined || b === undefined || a.kind !== b.kind ? null : a.factor / b.factor;
}
