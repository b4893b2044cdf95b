/**
 * XLSX (Office Open XML) by hand: a sheet of rows and a sheet of what the file says of itself. Text is written
 * as inline strings, which no spreadsheet runs, whatever they look like.
 */
import { strToU8, zipSync } from 'fflate';
import type { Cell } from './csv.ts';
import type { ExportTable, MetaEntry } from './table.ts';
import { xmlText } from './xml.ts';
import { zipTime } from './zip-time.ts';

/** What a sheet holds at most, the heading included. */
export const XLSX_MAX_ROWS = 1_048_576;
const XLSX_MAX_COLUMNS = 16_384;
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

function cellXml(cell: Cell, at: string, style: number): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const styled = style === 0 ? '' : ` s="${style}"`;
  if (typeof cell === 'number') return `<c r="${at}"${styled}><v>${cell}</v></c>`;
  const text = cell.length > XLSX_MAX_TEXT ? `${cell.slice(0, XLSX_MAX_TEXT - 1)}…` : cell;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** @param widths of the columns, in characters. */
function sheetXml(rows: Iterable<readonly Cell[]>, widths: readonly number[], frozen: boolean): string {
  const parts = [HEAD, `<worksheet xmlns="${MAIN}">`];
  if (frozen) {
    parts.push(
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    );
  }
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  if (cols.length > 0) parts.push(`<cols>${cols.join('')}</cols>`);
  parts.push('<sheetData>');
  let number = 0;
  for (const row of rows) {
    number += 1;
    const style = frozen && number === 1 ? 1 : 0;
    const cells = row.map((cell, at) => cellXml(cell, `${columnLetters(at)}${number}`, style));
    parts.push(`<row r="${number}">${cells.join('')}</row>`);
  }
  parts.push('</sheetData></worksheet>');
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

function* rowsOf(table: ExportTable): Iterable<readonly Cell[]> {
  yield table.columns.map(({ label }) => label);
  for (let index = 0; index < table.count; index++) yield table.row(index);
}

/** Throws where the table is larger than a sheet can be. */
export function xlsxOf(table: ExportTable, meta: readonly MetaEntry[], metaTitle: string): Uint8Array<ArrayBuffer> {
  if (table.count >= XLSX_MAX_ROWS || table.columns.length > XLSX_MAX_COLUMNS) {
    throw new Error(`XLSX: at most ${XLSX_MAX_ROWS - 1} rows and ${XLSX_MAX_COLUMNS} columns`);
  }
  const widths = table.columns.map(({ label }) => Math.min(40, Math.max(10, label.length * 1.8)));
  const sheets = [
    { name: sheetName(table.title), xml: sheetXml(rowsOf(table), widths, true) },
    {
      name: sheetName(metaTitle),
      xml: sheetXml(
        meta.map(({ label, value }) => [label, value]),
        [26, 100],
        false,
      ),
    },
  ];
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const rels = (content: string) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.map(({ name }, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      `${sheets.map((_, n) => rel(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${rel('rId9', 'styles', 'styles.xml')}`,
    ),
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  };
  sheets.forEach(({ xml }, n) => {
    files[`xl/worksheets/sheet${n + 1}.xml`] = xml;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    level: 6,
    mtime: zipTime(),
  });
}
