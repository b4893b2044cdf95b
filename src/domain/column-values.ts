/** What the cells of a column of a user's file mean: numbers with gaps, dates, or codes that are no measure. */
import { aboutFigure } from './about-cells.ts';
import { quantityIn, unitFactor } from './cell-units.ts';
import { type ComputedColumn, isSummable, unitOf } from './computed-column.ts';
import { numberInBytes, ODD } from './number-bytes.ts';
import { type Column, isComputed, type PointSet, textAt } from './point-set.ts';
import { areSerialDates } from './serial-dates.ts';

/** How people write that there is nothing. */
const BLANK = /^(?:[-—–/\\.。*]*|n\/?a|nan|null|none|无|暂无|空|未知|不详|未填|缺失|待定)$/i;
/** Thousands in groups; a unit or sign of per cent may follow. Full-width characters are made half-width before. */
const NUMBER = /^([+-]?)(\d{1,3}(?:[, '’]\d{3})+|\d+)(?:\.(\d+))?\s*(%|‰)?$/;
/** As programs write what is very large or small: one digit, and a sign in the exponent, which no product code has. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?[eE][+-]\d{1,3}$/;
/** Minus signs, and spaces of every width between digits. */
const MINUS = /^[\u2212\u2012]/;
const SPACES = /[\u00a0\u2007\u2009\u202f]/g;
const FULL_WIDTH = /[\uff05\uff0b-\uff19\uff25\uff45]/g;
const TO_HALF_WIDTH = 0xfee0;
/** Characters that a number in plain ASCII has none of. */
const NOT_ASCII = /[^\u0020-\u007e]/;

export const isBlankCell = (text: string): boolean => BLANK.test(text.trim());

/** A number as people write it; null where the text is none. `12.5%` is 12.5: the column keeps its own unit. */
export function parseNumber(text: string): number | null {
  const written = plainNumber(text.trim());
  if (SCIENTIFIC.test(written)) return Number(written);
  const match = NUMBER.exec(written);
  if (match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  return Number(`${sign}${whole.replace(/[^\d]/g, '')}.${decimals || '0'}`);
}

const plainNumber = (text: string): string =>
  NOT_ASCII.test(text)
    ? text
        .replace(MINUS, '-')
        .replace(SPACES, ' ')
        .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_HALF_WIDTH))
    : text;

/** Of text that is nearly all numbers: so many cells may be something else and count as gaps. */
const STRANGE = 0.02;

const known = new WeakMap<Column, Float64Array | null>();
const knownUnits = new WeakMap<Column, string>();
/** Cells that say about so much, of the columns that have any. */
const knownAbout = new WeakMap<Column, number>();

/**
 * A column as numbers, NaN where a cell is blank; null where it is text. Where cells carry their unit, all are in that of
 * `cellUnit`. Made once a column.
 */
export function numbersOf(column: Column, count: number): Float64Array | null {
  if (column.kind === 'number') return column.values;
  const made = known.get(column);
  if (made !== undefined) return made;
  const read = readerOf(cellUnit(column, count));
  const values = column.kind === 'coded' ? codedNumbers(column, read) : packedNumbers(column, count, read);
  known.set(column, values);
  return values;
}

/** How many cells of a column of numbers are about so much (约15亩): they are read as the number that stands there. */
export function aboutCells(column: Column, count: number): number {
  return numbersOf(column, count) === null ? 0 : (knownAbout.get(column) ?? 0);
}

/** Rows that are looked at for the first number, and whether it carries a unit. */
const LOOKED_AT = 200;

/** The unit that the first number of the column carries in its cell: the others are put into it. Empty where it has none. */
export function cellUnit(column: Column, count: number): string {
  if (column.kind === 'number') return '';
  const made = knownUnits.get(column);
  if (made !== undefined) return made;
  let unit = '';
  for (let row = 0; row < Math.min(count, LOOKED_AT); row++) {
    const text = textAt(column, row);
    if (isBlankCell(text)) continue;
    unit = quantityIn(aboutFigure(text) ?? text)?.unit ?? '';
    break;
  }
  knownUnits.set(column, unit);
  return unit;
}

/** The column's name, with the unit that its cells carry: 产值（万元）; ≈ before it where some are about so much. */
export function columnTitle(column: Column, count: number): string {
  const unit = cellUnit(column, count);
  const name = aboutCells(column, count) > 0 ? `≈ ${column.name}` : column.name;
  return unit === '' || numbersOf(column, count) === null ? name : `${name}（${unit}）`;
}

/** The same of a column by its name; a name that is no column's stands as it is. */
export function titleIn(set: Pick<PointSet, 'columns' | 'count'>, name: string): string {
  const column = set.columns.find((each) => each.name === name);
  return column === undefined ? name : columnTitle(column, set.count);
}

/** Unit of a computed column of the set, where its inputs carry theirs in the cells too. */
export const computedUnit = (set: Pick<PointSet, 'columns' | 'count'>, of: Omit<ComputedColumn, 'name'>): string =>
  unitOf({ ...of, a: titleIn(set, of.a), b: of.b === null ? null : titleIn(set, of.b) });

/** NaN of a blank, undefined of what is neither. */
type CellReader = (text: string) => number | undefined;

const readerOf = (unit: string): CellReader => (unit === '' ? cellNumber : (text) => quantityNumber(text, unit));

/** A number without a unit among others that have one may be in any: only nothing is nothing in all of them. */
function quantityNumber(cell: string, unit: string): number | undefined {
  if (isBlankCell(cell)) return Number.NaN;
  const text = aboutFigure(cell) ?? cell;
  const quantity = quantityIn(text);
  if (quantity === null) return parseNumber(text) === 0 ? 0 : undefined;
  const [value, factor] = [parseNumber(quantity.number), unitFactor(quantity.unit, unit)];
  // 0.21亿元 is 2100万元, and not 2099.9999999999995.
  return value === null || factor === null
    ? undefined
    : factor === 1
      ? value
      : Number((value * factor).toPrecision(12));
}

/** Takes what another thread has found of a column; null where it is none of numbers. */
export function learnNumbers(column: Column, values: Float64Array | null, about: number): void {
  known.set(column, values);
  if (about > 0) knownAbout.set(column, about);
}

/** The numbers of a column with some cells written anew, where those before are known: the others are not read again. */
export function carryNumbers(from: Column, to: Column, written: ReadonlyMap<number, string>): void {
  const values = known.get(from)?.slice();
  // Beside units, a cell written anew may lack one; what is about so much is counted anew.
  if (values === undefined || (knownUnits.get(from) ?? '') !== '' || knownAbout.has(from)) return;
  for (const [row, text] of written) {
    const value = cellNumber(text);
    // Whether the column is one of numbers at all is to be judged anew.
    if (value === undefined || aboutFigure(text) !== null) return;
    values[row] = value;
  }
  known.set(to, values);
}

function cellNumber(text: string): number | undefined {
  if (isBlankCell(text)) return Number.NaN;
  return parseNumber(aboutFigure(text) ?? text) ?? undefined;
}

function codedNumbers(column: Extract<Column, { kind: 'coded' }>, reader: CellReader): Float64Array | null {
  const { codes, values: texts } = column;
  const read = texts.map(reader);
  const rows = new Uint32Array(texts.length);
  for (const code of codes) rows[code] = (rows[code] ?? 0) + 1;
  const counts = { numbers: 0, strange: 0, about: 0 };
  read.forEach((value, code) => {
    const n = rows[code] ?? 0;
    if (value === undefined) counts.strange += n;
    else if (!Number.isNaN(value)) counts.numbers += n;
    if (value !== undefined && aboutFigure(texts[code] ?? '') !== null) counts.about += n;
  });
  if (!areNumbers(counts)) return null;
  if (counts.about > 0) knownAbout.set(column, counts.about);
  return Float64Array.from(codes, (code) => read[code] ?? Number.NaN);
}

function packedNumbers(
  column: Extract<Column, { kind: 'text' }>,
  count: number,
  reader: CellReader,
): Float64Array | null {
  const values = new Float64Array(count);
  const counts = { numbers: 0, strange: 0, about: 0 };
  for (let row = 0; row < count; row++) {
    const plain = numberInBytes(column.bytes, column.offsets[row] ?? 0, column.offsets[row + 1] ?? 0);
    const text = plain === ODD || reader !== cellNumber ? textAt(column, row) : null;
    const value = text === null ? plain : reader(text);
    values[row] = value ?? Number.NaN;
    if (text !== null && value !== undefined && aboutFigure(text) !== null) counts.about++;
    if (value === undefined) counts.strange++;
    else if (!Number.isNaN(value)) counts.numbers++;
    // A column of names is told by its first rows.
    if (row === 200 && counts.strange > counts.numbers) return null;
  }
  if (!areNumbers(counts)) return null;
  if (counts.about > 0) knownAbout.set(column, counts.about);
  return values;
}

const areNumbers = ({ numbers, strange }: { readonly numbers: number; readonly strange: number }) =>
  numbers > 0 && strange <= STRANGE * (numbers + strange);

/** Names of columns whose numbers count or measure nothing. */
const NO_MEASURE =
  /(?:^|[_\s.-])(?:o?id|fid|gid|uid|objectid|no|code|zip|tel|phone|lng|lon|long|lat|longitude|latitude|x|y|easting|northing|adcode)(?:$|[_\s.-])|编号|编码|代码|序号|邮编|电话|手机|传真|信用|身份证|经度|纬度|坐标|^(?:x|y|id)$/i;

/** Whether a sum of the column would say anything: codes, telephone numbers, coordinates and days are numbers and none. */
export function isMeasure(column: Column, values: Float64Array): boolean {
  if (isComputed(column)) return true;
  if (NO_MEASURE.test(column.name)) return false;
  return !isRowNumber(values) && !areSerialDates(column, values);
}

/** 1, 2, 3 … in order: a list's own counting. */
function isRowNumber(values: Float64Array): boolean {
  const first = values[0] ?? Number.NaN;
  return (
    values.length > 2 &&
    Number.isInteger(first) &&
    first >= 0 &&
    first <= 1 &&
    values.every((v, row) => v === first + row)
  );
}

export interface MeasureColumn {
  /** Place among the columns of the set. */
  readonly at: number;
  readonly name: string;
  /** With the unit that its cells carry. */
  readonly title: string;
  readonly values: Float64Array;
  /** Whether a sum says anything: of quotients, growth and densities the mean alone does. */
  readonly summable: boolean;
}

/** Numeric columns of a set that can be coloured and sized by, averaged, and as a rule summed. */
export function measureColumns(set: PointSet): MeasureColumn[] {
  return set.columns.flatMap((column, at) => {
    const values = numbersOf(column, set.count);
    if (values === null || !isMeasure(column, values)) return [];
    const title = columnTitle(column, set.count);
    return [
      { at, name: column.name, title, values, summable: !isComputed(column) || isSummable(column.computed.form) },
    ];
  });
}

/** Year, month and day that a cell states; month and day are null where it does not go so far. */
export interface CellDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const DATE = /^(\d{4})(?:\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?)?\s*月?)?\s*年?(?:[T\s]\d{1,2}:.*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** A date as people write it: 2024年5月, 2024.5, 2024/5/1, 20240501; null where the text is none. */
export function parseDate(text: string): CellDate | null {
  const match = COMPACT.exec(text.trim()) ?? DATE.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => (part === undefined ? null : Number(part)));
  if (year === null || year === undefined || year < 1800 || year > 2200) return null;
  if (month !== null && month !== undefined && (month < 1 || month > 12)) return null;
  const days = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  if (day !== null && day !== undefined && (day < 1 || day > days)) return null;
  return { year, month: month ?? null, day: day ?? null };
}
