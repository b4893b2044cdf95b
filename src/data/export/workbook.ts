/**
 * Workbooks (Office Open XML) by hand: sheets of rows. Text is written as inline strings, which no spreadsheet runs,
 * whatever they look like.
 */
import { strToU8, zipSync } from 'fflate';
import type { Cell } from './csv.ts';
import { xmlText } from './xml.ts';
import { zipTime } from './zip-time.ts';

/** What a sheet holds at most, the heading included. */
export const XLSX_MAX_ROWS = 1_048_576;
export const XLSX_MAX_COLUMNS = 16_384;
/** Characters of a cell. */
export const XLSX_MAX_TEXT = 32_767;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Letters of a column from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? columnLetters(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Blanks that a reader might take away. Said of every cell it would be a fifth of a large sheet. */
const KEEPS_BLANKS = /^\s|\s$|[\n\r\t]|\s\s/;

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const styled = style === 0 ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return `<c r="${at}"${styled}><v>${cell}</v></c>`;
  const text = cell.length > XLSX_MAX_TEXT ? `${cell.slice(0, XLSX_MAX_TEXT - 1)}…` : cell;
  const kept = KEEPS_BLANKS.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${styled} t="inlineStr"><is><t${kept}>${xmlText(text)}</t></is></c>`;
}

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** Every cell of it is text, the empty ones too: a spreadsheet makes no date of what is typed there. */
  readonly text?: boolean;
  readonly hidden?: boolean;
  /** What may stand in it; another word is warned of. */
  readonly allowed?: readonly string[];
}

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: Iterable<readonly Cell[]>;
  readonly columns: readonly SheetColumn[];
  /** The first row is a heading that stays in sight. */
  readonly headed: boolean;
}

const STYLE = { plain: 0, heading: 1, text: 2 } as const;
/** Characters of a list that stands in the rule itself. */
const LIST_CHARS = 255;

function colXml({ width, text = false, hidden = false }: SheetColumn, at: number): string {
  const style = text ? ` style="${STYLE.text}"` : '';
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${style}${hidden ? ' hidden="1"' : ''}/>`;
}

/** Rules of the columns whose words are listed; a list too long for a rule has none. */
function rulesXml(columns: readonly SheetColumn[]): string {
  const rules = columns.flatMap(({ allowed }, at) => {
    const list = allowed?.join(',') ?? '';
    if (list === '' || list.length > LIST_CHARS) return [];
    const column = columnLetters(at);
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}${XLSX_MAX_ROWS}"><formula1>"${xmlText(list)}"</formula1></dataValidation>`,
    ];
  });
  return rules.length === 0 ? '' : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
}

function sheetXml({ rows, columns, headed: frozen }: WorkbookSheet): string {
  const parts = [HEAD, `<worksheet xmlns="${MAIN}">`];
  if (frozen) {
    parts.push(
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    );
  }
  const cols = columns.map(colXml);
  if (cols.length > 0) parts.push(`<cols>${cols.join('')}</cols>`);
  parts.push('<sheetData>');
  let number = 0;
  for (const row of rows) {
    number += 1;
    const isHead = frozen && number === 1;
    const cells = row.map((cell, at) => {
      const style = isHead ? STYLE.heading : columns[at]?.text === true ? STYLE.text : STYLE.plain;
      return cellXml(cell, `${columnLetters(at)}${number}`, style);
    });
    parts.push(`<row r="${number}">${cells.join('')}</row>`);
  }
  parts.push(`</sheetData>${rulesXml(columns)}</worksheet>`);
  return parts.join('');
}

/** A sheet's name may have 31 characters and none of []:*?/\ */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .slice(0, 31)
      .trim() || 'data'
  );
}

/** The sheets as one file; names that a sheet may not have are made fit. */
export function workbookOf(given: readonly WorkbookSheet[]): Uint8Array<ArrayBuffer> {
  const sheets = given.map((sheet) => ({ name: sheetName(sheet.name), xml: sheetXml(sheet) }));
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const rels = (content: string) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name }, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      `${sheets.map((_, n) => rel(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${rel(`rId${sheets.length + 1}`, 'styles', 'styles.xml')}`,
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach(({ xml }, n) => {
    files[`xl/worksheets/sheet${n + 1}.xml`] = xml;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 6,
    mtime: zipTime(),
  });
}
