/** The columns of the sheet of facts: a row a fact of the register, to be corrected as one. */
import { factField } from '../../domain/corrections.ts';
import { PRINTED_UNITS } from '../../domain/scale.ts';
import type { Fact } from '../../domain/schema/site.ts';
import type { Site } from '../../domain/site.ts';
import { type BaseUnit, QUALIFIERS } from '../../domain/vocabulary.ts';
import type { Value } from './cells.ts';
import type { Column, Target } from './record-columns.ts';
import { sourcesText } from './source-text.ts';

export interface FactRow {
  readonly site: Site;
  readonly fact: Fact;
  readonly field: `fact:${string}#${number}`;
}

export type FactKey =
  | 'fact'
  | 'of'
  | 'label'
  | 'value'
  | 'valueTo'
  | 'unit'
  | 'textZh'
  | 'textEn'
  | 'qualifier'
  | 'asPrinted'
  | 'asOf'
  | 'source.fact';

interface Printed {
  readonly name: string;
  readonly factor: number;
}

const awayFromOne = ({ factor }: Pick<Printed, 'factor'>) => Math.abs(Math.log(factor));

/** The plainest unit that is printed for each base unit. */
const PLAINEST: ReadonlyMap<BaseUnit, Printed> = (() => {
  const plainest = new Map<BaseUnit, Printed>();
  for (const [name, { unit, factor }] of Object.entries(PRINTED_UNITS)) {
    const known = plainest.get(unit);
    if (known === undefined || awayFromOne({ factor }) < awayFromOne(known)) plainest.set(unit, { name, factor });
  }
  return plainest;
})();

const printed = (base: BaseUnit | null): Printed | null => (base === null ? null : (PLAINEST.get(base) ?? null));

function amounts({ value, unit }: Fact): readonly [Value, Value] {
  const factor = printed(unit)?.factor ?? 1;
  const inUnit = (amount: number) => Number((amount / factor).toPrecision(12));
  if (typeof value === 'number') return [inUnit(value), null];
  return 'zh' in value ? [null, null] : [inUnit(value.min), inUnit(value.max)];
}

const textOf = ({ value }: Fact, lang: 'zh' | 'en') =>
  typeof value === 'object' && 'zh' in value ? value[lang] : null;

export const factId = ({ site, field }: Pick<FactRow, 'site' | 'field'>): string => `${site.id} ${field}`;

export const factRows = (sites: readonly Site[]): FactRow[] =>
  sites.flatMap((site) => site.facts.map((fact, at) => ({ site, fact, field: factField(site.facts, at) })));

export const FACT_COLUMNS: readonly Column<FactKey, FactRow>[] = [
  { key: 'fact', kind: 'text', of: factId },
  { key: 'of', kind: 'info', of: ({ site }) => site.nameZh },
  { key: 'label', kind: 'info', of: ({ fact }) => fact.label.zh },
  { key: 'value', kind: 'number', of: ({ fact }) => amounts(fact)[0] },
  { key: 'valueTo', kind: 'number', of: ({ fact }) => amounts(fact)[1] },
  {
    key: 'unit',
    kind: 'code',
    allowed: Object.keys(PRINTED_UNITS),
    of: ({ fact }) => printed(fact.unit)?.name ?? null,
  },
  { key: 'textZh', kind: 'text', of: ({ fact }) => textOf(fact, 'zh') },
  { key: 'textEn', kind: 'text', of: ({ fact }) => textOf(fact, 'en') },
  { key: 'qualifier', kind: 'code', allowed: QUALIFIERS, of: ({ fact }) => fact.qualifier },
  { key: 'asPrinted', kind: 'text', of: ({ fact }) => fact.asPrinted },
  { key: 'asOf', kind: 'date', of: ({ fact }) => fact.asOf },
  { key: 'source.fact', kind: 'source', of: ({ site, fact }) => sourcesText([site.sources[fact.source] ?? []].flat()) },
];

export const FACT_TARGET: Target<'fact', FactKey> = {
  field: 'fact',
  columns: ['value', 'valueTo', 'unit', 'textZh', 'textEn', 'qualifier', 'asPrinted', 'asOf'],
  source: 'source.fact',
};
