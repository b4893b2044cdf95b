import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { safeText, toCsv } from '../../../src/data/export/csv.ts';

describe('toCsv', () => {
  it('writes a byte order mark, CRLF after every row, numbers as numbers and nothing for null', () => {
    expect(
      toCsv([
        ['单位', 'n'],
        ['市科技局', 2],
        [null, -1.5],
      ]),
    ).toBe('\uFEFF单位,n\r\n市科技局,2\r\n,-1.5\r\n');
  });

  it('quotes what needs it and gives back what it was given', () => {
    const rows = [['a,b', 'says "so"', 'two\r\nlines', ' edged ', '各区']];
    const text = toCsv(rows);
    expect(text).toBe('\uFEFF"a,b","says ""so""","two\r\nlines"," edged ",各区\r\n');
    expect(Papa.parse(text.slice(1), { skipEmptyLines: true }).data).toEqual(rows);
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r=1'])('makes %j safe', (cell) => {
    expect(safeText(cell)).toBe(`'${cell}`);
    expect(Papa.parse<string[]>(toCsv([[cell]]).slice(1)).data[0]).toEqual([`'${cell}`]);
  });

  it.each(['“2+2+4”', '2026-11-22', '三（一）', ''])('leaves %j as it is', (cell) => {
    expect(safeText(cell)).toBe(cell);
  });
});
