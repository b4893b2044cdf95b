import { describe, expect, it } from 'vitest';
import { STOP_COLUMNS, stopRows, withRows } from '../../src/domain/tour-csv.ts';
import { csvRows, csvText, stopsCsv } from '../../src/panels/present/author/stops-file.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';

const IMAGE = { data: 'data:image/png;base64,iVBORw0KGgo=', width: 1, height: 1, alt: { zh: '点', en: 'A dot' } };
const OWN = {
  from: 'own',
  value: { zh: '12亿元', en: '1.2 billion yuan' },
  label: { zh: '到位', en: 'Paid in' },
  source: { zh: '区工信局', en: 'Bureau' },
} as const;
const CAMERA = { to: 'camera', zoom: 12.5, lat: 23.1, lng: 113.1, bearing: 0, pitch: 10, across: null } as const;

const tour = {
  ...tourOf(),
  stops: [
    stopOf('a', { image: IMAGE, figure: { from: 'count', of: 'all', id: '', within: null }, look: CAMERA }),
    stopOf('b', { words: { zh: '一\n二, "三"', en: '=1+1' }, figure: OWN, hidden: true }),
    stopOf('c', { look: { to: 'sites', ids: ['x', 'y'] } }),
  ],
};
const read = (rows: readonly (readonly string[])[]) => {
  const table = withRows(tour, rows);
  if (table.kind !== 'read') throw new Error(table.kind);
  return table;
};

describe('the stops as a table', () => {
  it('come back as they went, through the text of the file', () => {
    const table = read(csvRows(csvText(new TextEncoder().encode(stopsCsv(tour)))));
    expect(table).toMatchObject({ added: 0, changed: 0, refused: [] });
    expect(table.tour).toEqual(tour);
  });

  it('in another order give that order, and what the table leaves out stands behind', () => {
    const [a = [], , c = []] = stopRows(tour);
    expect(read([STOP_COLUMNS, c, a]).tour.stops.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('may have few columns, in one language, and new rows; what no cell says stays', () => {
    const table = read([
      ['Title_zh', 'id', 'seconds', '备忘'],
      ['新的', '', '20', 'x'],
      ['改过', 'a', '', ''],
    ]);
    expect(table).toMatchObject({ added: 1, changed: 1, refused: [] });
    expect(table.tour.stops.map(({ id, title, seconds }) => [id, title.zh, title.en, seconds])).toEqual([
      ['stop-1', '新的', '新的', 20],
      ['a', '改过', '改过', 15],
      ['b', '第 b 站', 'Stop b', 15],
      ['c', '第 c 站', 'Stop c', 15],
    ]);
    expect(table.tour.stops[1]).toMatchObject({ image: IMAGE, look: CAMERA, figure: { from: 'count' } });
  });
});

describe('a row that is no stop', () => {
  it('is named by its number and column, and the stop that it was to change stays', () => {
    const table = read([
      ['id', 'title_zh', 'seconds', 'look'],
      ['b', '改过', '一分钟', 'city'],
      ['', '好的', '15', 'district:nanhai'],
      ['', '坏的', '15', 'district:atlantis'],
      ['', '', '', ''],
    ]);
    expect(table.refused.map(({ row, field }) => [row, field])).toEqual([
      [2, 'seconds'],
      [4, 'look.id'],
    ]);
    expect(table.tour.stops.map(({ title }) => title.zh)).toEqual(['第 b 站', '好的', '第 a 站', '第 c 站']);
  });

  it('no table without a title', () => {
    expect(withRows(tour, [['名称'], ['甲']])).toEqual({ kind: 'no-columns' });
    expect(withRows(tour, [])).toEqual({ kind: 'no-columns' });
  });
});

it('a file of a spreadsheet in China is read', () => {
  // 标题 in GB 18030.
  expect(csvText(Uint8Array.of(0xb1, 0xea, 0xcc, 0xe2))).toBe('标题');
});
