/** Cells of an edited workbook: what each says, whatever a spreadsheet has made of it. Pure. */

export type Cell = string | number | null;
/** What a cell says; null and an empty list are "nothing stated". */
export type Value = string | number | readonly string[] | null;

export type CellKind =
  | 'text'
  /** Names, each of which may hold blanks and commas. */
  | 'names'
  | 'code'
  | 'codes'
  | 'number'
  | 'date'
  /** Sources, one a line. */
  | 'source'
  /** Only to read by. */
  | 'info';

export type CellFault =
  | 'number'
  | 'date'
  | 'dateNumber'
  | 'code'
  /** A formula that failed, or whose value was not saved. */
  | 'formula';

export type CellRead = { readonly value: Value } | { readonly fault: CellFault; readonly detail: string };

/** What a cell is read by. */
export interface CellRule {
  readonly kind: CellKind;
  /** Of a code: those there are. */
  readonly allowed?: readonly string[];
}

/** The code that a word stands for; undefined where it stands for none. */
export type CodeOf = (word: string) => string | undefined;

const BETWEEN_NAMES = /\s*(?:[|｜]|\r?\n)\s*/;
const BETWEEN_CODES = /[\s,，、;；|｜]+/;

/** Of no width: they come along from web pages, and nobody sees them. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;

/** A text as it is compared: no blanks around it, one kind of line end and of composition. */
export const normalText = (text: string): string =>
  text.normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/g, '\n').trim();

/** What stands in the place of a formula's value. */
const NO_VALUE =
  /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|GETTING_DATA)|Err:\d{3}|=.*)$/s;

export const isBlank = (value: Value): boolean =>
  value === null || value === '' || (typeof value === 'object' && value.length === 0);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (text: string) => text.padStart(2, '0');

/** `YYYY[-MM[-DD]]`, as fine as the text says and no finer; null for what is no such date. */
export function partialDate(text: string): string | null {
  const plain = normalText(text.normalize('NFKC')).replace(/[ T]0?0:00(:00(\.0+)?)?Z?$/, '');
  const numeric = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(plain);
  if (numeric !== null) return dateOf(numeric[1] ?? '', numeric[2], numeric[3]);
  // So Excel shows a month that it took for a date.
  const named = /^([a-z]{3})[a-z]*[-\s]+(\d{2}|\d{4})$/i.exec(plain);
  const month = MONTHS.indexOf((named?.[1] ?? '').toLowerCase());
  if (named === null || month < 0) return null;
  const year = named[2] ?? '';
  return dateOf(year.length === 4 ? year : `20${year}`, String(month + 1), undefined);
}

function dateOf(year: string, month: string | undefined, day: string | undefined): string | null {
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last ? `${year}-${two(month)}-${two(day)}` : null;
}

function dateRead(cell: string | number): CellRead {
  if (typeof cell === 'number') {
    const isYear = Number.isInteger(cell) && cell >= 1000 && cell <= 2999;
    return isYear ? { value: String(cell) } : { fault: 'dateNumber', detail: String(cell) };
  }
  const value = partialDate(cell);
  return value === null ? { fault: 'date', detail: cell } : { value };
}

function numberRead(cell: string | number): CellRead {
  const text = String(cell)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .trim()
    .replace(/^(\d{1,3})((?:,\d{3})+)(?=\.|$)/, (_, first: string, rest: string) => first + rest.replaceAll(',', ''));
  const value = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? { value } : { fault: 'number', detail: String(cell) };
}

/** A code as it stands, or by what it is called. */
function codeFor(word: string, { allowed }: CellRule, codeOf: CodeOf): string | undefined {
  const plain = normalText(word.normalize('NFKC'));
  const code = allowed === undefined || allowed.includes(plain) ? plain : undefined;
  return (allowed === undefined ? codeOf(plain) : undefined) ?? code ?? codeOf(plain);
}

/** What a cell says. */
export function readCell(cell: Cell, rule: CellRule, codeOf: CodeOf = () => undefined): CellRead {
  const { kind } = rule;
  const blank = cell === null || (typeof cell === 'string' && normalText(cell) === '');
  if (blank) return { value: kind === 'names' || kind === 'codes' ? [] : null };
  if (typeof cell === 'string' && NO_VALUE.test(normalText(cell)))
    return { fault: 'formula', detail: normalText(cell) };
  switch (kind) {
    case 'date':
      return dateRead(cell);
    case 'number':
      return numberRead(cell);
    case 'names':
      return { value: normalText(String(cell)).split(BETWEEN_NAMES).filter(Boolean) };
    case 'code': {
      const value = codeFor(String(cell), rule, codeOf);
      return value === undefined ? { fault: 'code', detail: String(cell) } : { value };
    }
    case 'codes': {
      const words = normalText(String(cell)).split(BETWEEN_CODES).filter(Boolean);
      const unknown = words.find((word) => codeFor(word, rule, codeOf) === undefined);
      if (unknown !== undefined) return { fault: 'code', detail: unknown };
      return { value: words.flatMap((word) => codeFor(word, rule, codeOf) ?? []) };
    }
    case 'text':
    case 'source':
    case 'info':
      return { value: normalText(String(cell)) };
  }
}

/** A value as it stands in a cell. */
export function cellOf(value: Value, kind: CellKind): Cell {
  if (isBlank(value) || value === null) return null;
  if (typeof value === 'object') return value.join(kind === 'codes' ? ' ' : ' | ');
  return value;
}

/** Equal values give equal text. */
export function valueText(value: Value): string {
  if (isBlank(value)) return '';
  // Twelve digits are more than any value has; a spreadsheet may keep fewer than all.
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return typeof value === 'string' ? normalText(value) : JSON.stringify(value);
}
