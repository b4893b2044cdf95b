/** Columns worked out from others of their set, by one of a fixed set of forms: pure data, kept with the set. */

/** `b` is the divisor of a ratio, the later figure of a growth, what is taken off by a difference. */
export const FORMS = ['ratio', 'difference', 'sum', 'share', 'growth', 'perKm2', 'perMu'] as const;
export type Form = (typeof FORMS)[number];

export interface ComputedColumn {
  /** No other column of the set has it. */
  readonly name: string;
  readonly form: Form;
  /** Columns by their names; `b` is null where the form takes one. */
  readonly a: string;
  readonly b: string | null;
}

/** Forms that take two columns. */
export const takesTwo = (form: Form): boolean =>
  form === 'ratio' || form === 'difference' || form === 'sum' || form === 'growth';

/** Forms that divide by the area of the row on the ground. */
export const needsArea = (form: Form): boolean => form === 'perKm2' || form === 'perMu';

/** Whether a sum over rows says anything: of quotients, growth and densities it does not. */
export const isSummable = (form: Form): boolean => form === 'difference' || form === 'sum' || form === 'share';

/** m² of one 亩: 2000/3. */
export const M2_PER_MU = 2000 / 3;

/** Unit at the end of a column's name: 产值（万元）, area (mu), 面积/亩. Empty where it names none. */
export function unitIn(name: string): string {
  const match = /[（(［[]([^（()）［[\]］]{1,12})[）)］\]]\s*$/.exec(name) ?? /[/／_]([^\s/／_（(]{1,8})$/.exec(name);
  return match?.[1]?.trim() ?? '';
}

/** Unit of the result, in the words of the columns; empty where nothing tells. Shares and growth are per cent. */
export function unitOf({ form, a, b }: Pick<ComputedColumn, 'form' | 'a' | 'b'>): string {
  const [unitA, unitB] = [unitIn(a), b === null ? '' : unitIn(b)];
  switch (form) {
    case 'share':
    case 'growth':
      return '%';
    case 'difference':
    case 'sum':
      return unitA === unitB ? unitA : '';
    case 'ratio':
      if (unitA === unitB) return '';
      return unitB === '' ? unitA : `${unitA === '' ? '1' : unitA}/${unitB}`;
    case 'perKm2':
      return `${unitA === '' ? '1' : unitA}/km²`;
    case 'perMu':
      return `${unitA === '' ? '1' : unitA}/亩`;
  }
}

/** How it is worked out, in signs that all languages read. */
export function formulaOf({ form, a, b }: Pick<ComputedColumn, 'form' | 'a' | 'b'>): string {
  const other = b ?? '';
  switch (form) {
    case 'ratio':
      return `${a} ÷ ${other}`;
    case 'difference':
      return `${a} − ${other}`;
    case 'sum':
      return `${a} + ${other}`;
    case 'share':
      return `${a} ÷ Σ ${a}`;
    case 'growth':
      return `(${other} − ${a}) ÷ ${a}`;
    case 'perKm2':
      return `${a} ÷ km²`;
    case 'perMu':
      return `${a} ÷ 亩`;
  }
}
