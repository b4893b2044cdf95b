import { describe, expect, it } from 'vitest';
import { rowAlone } from '../../../src/analysis/rows-left.ts';
import { defaultChoices } from '../../../src/data/import/open-file.ts';
import { type PlaceRequest, placeAgain } from '../../../src/data/import/place/place-again.ts';
import { placingOf } from '../../../src/data/import/place/placing.ts';
import type { Imported } from '../../../src/data/import/types.ts';
import { MARK_COLUMN } from '../../../src/data/row-mark.ts';
import { geometryAt } from '../../../src/domain/geometries.ts';
import { packText, precisionAt, valueAt } from '../../../src/domain/point-set.ts';
import { context, imported, textFile } from './helpers.ts';

const LIST = `名称,区,镇街,经度_gcj02,纬度_gcj02
甲,禅城区,,113.1200,23.0200
乙,顺德区,,113.2900,22.8100
丙,顺德区,北滘镇,,
`;

/** The answer for one row with these cells, by the names of their columns. */
function edited({ set, receipt }: Imported, row: number, cells: Readonly<Record<string, string>>) {
  const read = set.columns.map((column) => valueAt(column, row));
  const now = read.map((cell, at) => cells[set.columns[at]?.name ?? ''] ?? cell);
  if (receipt.placing === undefined) throw new Error('the receipt does not say what placed its rows');
  const request: PlaceRequest = {
    placing: receipt.placing,
    receipt: { ...receipt, datumOpen: set.datum?.open ?? [] },
    rows: [{ alone: rowAlone(set, row), read, now }],
  };
  const [answer] = placeAgain(request, context);
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function row(answer: ReturnType<typeof edited>) {
  if ('code' in answer) throw new Error(answer.code);
  return answer.row;
}

/** As the whole file would place the row, had it said so from the start. */
async function asRead(text: string, at: number) {
  const { set } = await imported(textFile(text), 'list.csv');
  return {
    position: [set.positions[2 * at], set.positions[2 * at + 1]],
    radiusM: set.radiusM[at],
    precision: precisionAt(set, at),
    district: set.district[at],
    located: set.located?.codes[at],
  };
}

const seen = (set: ReturnType<typeof row>) => ({
  position: [...set.positions],
  radiusM: set.radiusM[0],
  precision: precisionAt(set, 0),
  district: set.district[0],
  located: set.located?.codes[0],
});

describe('a row whose cells are edited', () => {
  it('stands where the file would have placed it, in its datum and with its error', async () => {
    const read = await imported(textFile(LIST), 'list.csv');
    const answer = edited(read, 0, { 经度_gcj02: '113.1500' });
    expect(seen(row(answer))).toEqual(await asRead(LIST.replace('113.1200', '113.1500'), 0));
    expect('code' in answer ? undefined : answer.outside).toBeNull();
  });

  it('goes by town once it has no coordinates, and by coordinates once it has both', async () => {
    const read = await imported(textFile(LIST), 'list.csv');
    expect(seen(row(edited(read, 1, { 镇街: '容桂街道', 经度_gcj02: '', 纬度_gcj02: '' })))).toEqual(
      await asRead(LIST.replace('乙,顺德区,,113.2900,22.8100', '乙,顺德区,容桂街道,,'), 1),
    );
    expect(seen(row(edited(read, 2, { 经度_gcj02: '113.2900', 纬度_gcj02: '22.8100' })))).toEqual(
      await asRead(LIST.replace('北滘镇,,', '北滘镇,113.2900,22.8100'), 2),
    );
    // The first half alone: it waits for the other at its town.
    expect(seen(row(edited(read, 2, { 经度_gcj02: '113.2900' })))).toEqual(await asRead(LIST, 2));
  });

  it('keeps its place and states another district, and the two are found to disagree', async () => {
    const read = await imported(textFile(LIST), 'list.csv');
    const answer = edited(read, 0, { 区: '高明区' });
    const set = row(answer);
    expect([...set.positions]).toEqual([...read.set.positions.subarray(0, 2)]);
    expect([...(set.located?.disagreeing ?? [])]).toEqual([0]);
    expect('code' in answer ? null : (answer.outside?.metres ?? 0) > 1000).toBe(true);
  });

  it('is refused with the reason where its cells are no place', async () => {
    const read = await imported(textFile(LIST), 'list.csv');
    const code = (at: number, cells: Readonly<Record<string, string>>) => {
      const answer = edited(read, at, cells);
      return 'code' in answer ? answer.code : 'placed';
    };
    expect(code(0, { 经度_gcj02: '很远' })).toBe('not-a-number');
    expect(code(0, { 经度_gcj02: '11.31' })).toBe('outside-guangdong');
    expect(code(0, { 区: '火星区' })).toBe('no-district');
    expect(code(2, { 镇街: '月球镇' })).toBe('no-town');
    expect(code(2, { 镇街: '', 区: '' })).toBe('no-place');
    // A half that is left over is a slip where nothing else says where the row is.
    expect(code(0, { 区: '', 经度_gcj02: '' })).toBe('half-coordinate');
  });

  it('in a list of an assumed datum reaches to where the others would have it', async () => {
    const text = '名称,经度,纬度\n甲,113.1200,23.0200\n乙,113.2900,22.8100\n';
    const read = await imported(textFile(text), 'a.csv');
    expect(read.set.datum?.open.length).toBe(3);
    expect(seen(row(edited(read, 1, { 经度: '113.2500' })))).toEqual({
      ...(await asRead(text.replace('113.2900', '113.2500'), 1)),
    });
  });

  it('has another area where its text is another', async () => {
    const area = (east: number) => `"POLYGON ((113.1 23, ${east} 23, ${east} 23.01, 113.1 23))"`;
    const text = (east: number) => `name,geometry_wgs84\n甲,${area(113.11)}\n乙,${area(east)}\n`;
    const read = await imported(textFile(text(113.12)), 'a.csv', { datum: 'wgs84' });
    const set = row(edited(read, 1, { geometry_wgs84: area(113.15).slice(1, -1) }));
    const whole = await imported(textFile(text(113.15)), 'a.csv', { datum: 'wgs84' });
    expect(geometryAt(set.geometries, 0)).toEqual(geometryAt(whole.set.geometries, 1));
  });

  it('is looked up by the columns of the set, from which the mark of an export was taken', async () => {
    const { set, preview, receipt } = await imported(textFile(LIST), 'list.csv');
    expect(receipt.placing?.roles).toMatchObject({ name: 0, district: 1, town: 2, x: 3, y: 4 });
    const [name, ...others] = set.columns;
    const read = {
      ...set,
      columns: [...(name === undefined ? [] : [name]), packText(MARK_COLUMN, ['', '', '']), ...others],
    };
    const choices = { ...defaultChoices(preview, 'a'), roles: { name: 0, x: 4, y: 5 } };
    expect(placingOf(choices, null, { read, set }, 1).roles).toEqual({ name: 0, x: 3, y: 4 });
  });
});
