/** A small table with what exports stumble over: no point, formulas, quotes, line ends, long and Chinese text. */
import type { Cell } from '../../../src/data/export/csv.ts';
import type { ExportTable, MetaEntry } from '../../../src/data/export/table.ts';
import { type Wgs84, wgs84 } from '../../../src/domain/position.ts';

export const CELLS: readonly (readonly Cell[])[] = [
  ['jihua-laboratory', '季华实验室', 12.5, '=HYPERLINK("http://example.org")', 'a, "b" <c> & d'],
  ['no-place', '没有位置的园区', null, '+86 757', 'two\nlines'],
  ['third', '瀛洲', -3, null, '长'.repeat(200)],
];

export const POSITIONS: readonly (Wgs84 | null)[] = [wgs84(113.0512345, 22.9812345), null, wgs84(113.2, 22.85)];

export const TABLE: ExportTable = {
  title: '登记',
  columns: [
    { key: 'id', label: 'id' },
    { key: 'nameZh', label: '名称' },
    { key: 'areaSquareKilometres', label: '面积' },
    { key: 'areaSquareMiles', label: '电话' },
    { key: 'note', label: '说明 / Note' },
  ],
  count: CELLS.length,
  row: (index) => CELLS[index] ?? [],
  position: (index) => POSITIONS[index] ?? null,
  geometry: () => null,
  name: (index) => String(CELLS[index]?.[1] ?? ''),
  mark: () => null,
};

export const META: readonly MetaEntry[] = [
  { key: 'dataVersion', label: '数据版本', value: '2026.11.1' },
  { key: 'mark', label: '使用', value: '内部参考' },
];
