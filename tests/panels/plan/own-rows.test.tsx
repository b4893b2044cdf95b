import { fireEvent } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SetsStore } from '../../../src/data/device/sets-store.ts';
import { type Column, NOT_STATED, type PointSet, packText } from '../../../src/domain/point-set.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  type DistrictId,
  PRECISIONS,
  STATUSES,
} from '../../../src/domain/vocabulary.ts';
import { AppView } from '../../../src/panels/frame/app-view.tsx';
import { MODES } from '../../../src/panels/frame/modes.ts';
import AskPanel from '../../../src/panels/plan/ask-panel.tsx';
import CrossView from '../../../src/panels/plan/cross-view.tsx';
import ShadeOnMap from '../../../src/panels/plan/shade-on-map.tsx';
import ShadePanel from '../../../src/panels/plan/shade-panel.tsx';
import { shadeScale } from '../../../src/panels/plan/shade-words.ts';
import { formatAddress } from '../../../src/state/address/address.ts';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { smallImport } from '../../fixtures/imported.ts';

const store: SetsStore = {
  read: () => Promise.resolve({ kept: [], damaged: 0 }),
  readOne: () => Promise.resolve(null),
  add: () => Promise.resolve(null),
  replace: () => Promise.resolve(null),
  setLook: () => Promise.resolve(null),
  remove: () => Promise.resolve(null),
};

/** Positions are known to 10 m; the district is what the row states. */
type Row = readonly [at: readonly [lng: number, lat: number], district: DistrictId | null, staff: number];
const ROWS: readonly Row[] = [
  // Where the register has the ceramics town, known to 2.5 km.
  [[113.006, 23.006], 'chancheng', 100],
  // 2.2 km to the north of it.
  [[113.006, 23.026], 'nanhai', 20],
  // 5.1 km to the east of it, stating no district though it lies in one.
  [[113.056, 23.006], null, 7],
  // Some 40 km from any park.
  [[112.5, 22.7], 'nanhai', 40],
  [[Number.NaN, Number.NaN], 'shunde', Number.NaN],
  [[Number.NaN, Number.NaN], 'chancheng', 300],
];

/** With numbers in four districts: of fewer no map is offered. */
const SHADED_ROWS: readonly Row[] = [
  ...ROWS,
  [[Number.NaN, Number.NaN], 'sanshui', 50],
  [[Number.NaN, Number.NaN], 'gaoming', 9],
];

const codedColumn = (name: string, texts: readonly string[]): Column => {
  const values = [...new Set(texts)];
  return { kind: 'coded', name, values, codes: Uint32Array.from(texts, (text) => values.indexOf(text)) };
};

function ownSet(rows: readonly Row[], more: readonly Column[]): PointSet {
  const placed = rows.map(([[lng]]) => !Number.isNaN(lng));
  return {
    id: 'own',
    name: '企业',
    origin: 'import',
    count: rows.length,
    positions: Float64Array.from(rows.flatMap(([at]) => at)),
    radiusM: Float32Array.from(placed.map((is) => (is ? 10 : 0))),
    precision: Uint8Array.from(placed.map((is) => PRECISIONS.indexOf(is ? 'exact' : 'unknown'))),
    cluster: new Uint8Array(rows.length).fill(CLUSTER_OR_CROSS_IDS.indexOf('auto')),
    district: Uint8Array.from(rows.map(([, id]) => (id === null ? NOT_STATED : DISTRICT_IDS.indexOf(id)))),
    town: new Uint32Array(rows.length),
    siteKind: new Uint8Array(rows.length).fill(NOT_STATED),
    status: new Uint8Array(rows.length).fill(STATUSES.indexOf('unknown')),
    label: packText(
      '名称',
      rows.map((_, at) => `厂${at}`),
    ),
    columns: [{ kind: 'number', name: '员工数', values: Float64Array.from(rows.map(([, , staff]) => staff)) }, ...more],
  };
}

async function withRows(
  hash: string,
  rows: readonly Row[] = ROWS,
  more: readonly Column[] = [],
): Promise<TestApp & { imports: ReturnType<typeof createImports> }> {
  const test = makeApp(hash);
  const imports = createImports(store, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('nothing is opened here')), vi.fn());
  test.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add({ ...smallImport('own'), set: ownSet(rows, more) });
  return { ...test, imports };
}

const cells = (line: Element | undefined) => [...(line?.querySelectorAll('td') ?? [])].map(words);
const lineOf = (table: Element | null, title: string) =>
  [...(table?.querySelectorAll('tr') ?? [])].find((tr) => words(tr.querySelector('th')) === title);
const choice = (container: Element, text: string) => {
  const select = [...container.querySelectorAll('select')].find((s) => [...s.options].some((o) => words(o) === text));
  const option = [...(select?.options ?? [])].find((o) => words(o) === text);
  if (select === undefined || option === undefined) throw new Error(`no choice of ${text}`);
  fireEvent.change(select, { target: { value: option.value } });
};

describe('what parks have around them', () => {
  it('counts the rows within reach, and says which parks have none', async () => {
    const test = await withRows('cross=cluster.district');
    const { container, getByRole } = renderIn(test, <CrossView />);
    const table = [...container.querySelectorAll('table')].find(
      (t) => words(t.querySelector('caption')) === '服务范围',
    );
    const of = (title: string) => cells(lineOf(table ?? null, title));
    // Within 5 km: 0 and 2.2 km with 2.5 km of error are certain, 5.1 km is possible.
    expect(of('建陶小镇')).toEqual(['2（2–3）', '有']);
    expect(of('中国（三水）国际水都饮料食品基地')).toEqual(['0', '没有']);
    expect(words(container)).toContain(
      '在任何园区、平台的范围以外：1 行；不能确定在范围内：2 行；没有位置、无从判断：2 行',
    );
    // Within 1 km the error of the park alone leaves nothing certain.
    fireEvent.change(getByRole('spinbutton'), { target: { value: '1' } });
    expect(of('建陶小镇')).toEqual(['1（0–2）', '可能没有']);
  });
});

describe('the cross table with own rows', () => {
  it('sums the register and the import', async () => {
    const test = await withRows('cross=cluster.district');
    const { container } = renderIn(test, <CrossView />);
    const grid = () => container.querySelector('table');
    expect(cells(lineOf(grid(), '汽车及新能源'))).toEqual(['1', '2', '1', '0', '2', '0', '0', '6']);
    choice(container, '企业');
    expect(cells(lineOf(grid(), '汽车及新能源')).at(-1)).toBe('6');
    choice(container, '全部合在一起');
    // Own rows: 2 in Chancheng, 2 in Nanhai, 1 in Shunde, 1 of none.
    expect(cells(lineOf(grid(), '汽车及新能源'))).toEqual(['3', '4', '2', '0', '2', '0', '1', '12']);
    expect(cells(lineOf(grid(), '合计'))).toEqual(['4', '6', '7', '2', '3', '3', '5', '30']);
  });
});

describe('the set that was looked at last', () => {
  it('is what a question and a cross table count first, until the user says otherwise', async () => {
    const test = await withRows('ask=radius:113.006,23.006:5');
    test.imports.arrived('own');
    const asked = renderIn(test, <AskPanel />);
    const subject = (container: Element) =>
      words(
        [...container.querySelectorAll('select')]
          .flatMap((s) => [...s.selectedOptions])
          .find((o) => /企业|登记/.test(words(o))) ?? null,
      );
    expect(subject(asked.container)).toBe('企业');
    choice(asked.container, '登记');
    asked.unmount();
    test.imports.choose({ setId: 'own', row: 1 });
    const cross = renderIn(test, <CrossView />);
    expect(cells(lineOf(cross.container.querySelector('table'), '合计')).at(-1)).toBe('24');
    cross.unmount();
    test.imports.arrived('own');
    expect(cells(lineOf(renderIn(test, <CrossView />).container.querySelector('table'), '合计')).at(-1)).toBe('6');
  });

  it('gives its columns of few values as rows and columns, and a cell of them narrows it', async () => {
    const test = await withRows('cross=cluster.district', ROWS, [
      codedColumn('规模', ['大', '小', '小', '暂无', '大', '大']),
    ]);
    test.imports.arrived('own');
    const { container } = renderIn(test, <CrossView />);
    const grid = () => container.querySelector('table');
    const [rowsOf] = container.querySelectorAll('select');
    if (rowsOf === undefined) throw new Error('no choice of rows');
    fireEvent.change(rowsOf, { target: { value: 'column:规模' } });
    expect([...(grid()?.querySelectorAll('tbody th') ?? [])].map(words)).toEqual(['大', '小', '未载明']);
    expect(cells(lineOf(grid(), '大')).at(-1)).toBe('3');
    choice(container, '员工数');
    expect(words(lineOf(grid(), '大') ?? null)).toContain('400');
    choice(container, '记录数');
    const cell = [...container.querySelectorAll('button')].find((b) =>
      /^小, 合计: 2/.test(b.getAttribute('aria-label') ?? ''),
    );
    fireEvent.click(cell ?? container);
    expect([...(test.imports.byId('own')?.rows ?? [])]).toEqual([1, 2]);
    expect(test.state.filters.value.cell).toBeNull();
  });
});

describe('a cell of a table of own rows', () => {
  /** Panels whose code comes on need may be a while on a busy machine. */
  const shown = <T,>(look: () => T) => vi.waitFor(look, { timeout: 20_000 });
  const open = async () => {
    const test = await withRows('cross=cluster.district');
    const { container } = renderIn(test, <AppView modes={MODES} onMapElement={() => undefined} />);
    await shown(() => expect(container.querySelector('.cross-grid')).not.toBeNull());
    const press = (label: RegExp) => {
      const cell = [...container.querySelectorAll('button')].find((b) =>
        label.test(b.getAttribute('aria-label') ?? ''),
      );
      fireEvent.click(cell ?? container);
    };
    const register = () => words(container.querySelector('.legend .panel-head .muted'));
    const own = () => words(container.querySelector('.map-set'));
    return { ...test, container, press, register, own };
  };

  it('narrows the set it was counted from, in map, legend and answers, and leaves the register', async () => {
    const { state, imports, container, press, register, own } = await open();
    imports.restyle('own', { visible: false });
    choice(container, '企业');
    press(/^汽车及新能源, 南海区: 2/);
    expect(state.address.value).toMatchObject({ view: null, cross: null });
    expect([...(imports.byId('own')?.rows ?? [])]).toEqual([1, 3]);
    expect(imports.visible.value.map(({ id }) => id)).toEqual(['own']);
    expect(register()).toBe('24 / 24 项');
    await shown(() => expect(own()).toContain('2 / 6 行'));
    const chip = await shown(() => {
      const found = container.querySelector('.map-sets .cell-chip');
      expect(words(found)).toBe('汽车及新能源 × 南海区 ×');
      return found;
    });
    // The table that set it is not narrowed by it.
    state.actions.openCross({ row: 'cluster', column: 'district' });
    await shown(() => expect(container.querySelector('.cross-grid')).not.toBeNull());
    choice(container, '企业');
    expect(cells(lineOf(container.querySelector('table'), '合计')).at(-1)).toBe('6');
    fireEvent.click(chip ?? container);
    expect(imports.byId('own')?.rows).toBeUndefined();
  });

  it('narrows all that was counted together, and goes as it came', async () => {
    const { state, imports, container, press, register, own } = await open();
    choice(container, '全部合在一起');
    press(/^汽车及新能源, 顺德区: 2/);
    expect(register()).toBe('1 / 24 项');
    await shown(() => expect(own()).toContain('1 / 6 行'));
    const chip = await shown(() => {
      const found = container.querySelector('.filter-bar .cell-chip');
      expect(found).not.toBeNull();
      return found;
    });
    fireEvent.click(chip ?? container);
    expect(state.filters.value.cell).toBeNull();
    expect(imports.byId('own')?.filter.cell).toBeNull();
  });
});

describe('questions about a set that is filtered', () => {
  it('ask the rows that pass alone, the nearest too', async () => {
    const test = await withRows('ask=radius:113.006,23.006:5');
    test.imports.refilter('own', { districts: ['nanhai'] });
    const { container } = renderIn(test, <AskPanel />);
    choice(container, '企业');
    expect(words(container.querySelector('.ask-total'))).toContain('1 项');
    expect(words(container)).toContain('只查询当前筛选下的 2 条（共 6 条）');
    expect([...container.querySelectorAll('.near-list li > span:first-child')].map(words)).toEqual(['厂1', '厂3']);
  });

  it('count service by the rows that pass', async () => {
    const test = await withRows('cross=cluster.district');
    test.imports.refilter('own', { districts: ['nanhai'] });
    const { container } = renderIn(test, <CrossView />);
    const table = [...container.querySelectorAll('table')].find(
      (t) => words(t.querySelector('caption')) === '服务范围',
    );
    expect(cells(lineOf(table ?? null, '建陶小镇'))).toEqual(['1', '有']);
    expect(words(container)).toContain(
      '在任何园区、平台的范围以外：1 行；不能确定在范围内：1 行；没有位置、无从判断：0 行',
    );
  });
});

describe('a column summed over an answer', () => {
  const lines = (container: Element) =>
    [...container.querySelectorAll('.ask-sums tbody tr')].map((tr) => [words(tr.querySelector('th')), ...cells(tr)]);

  it('gives sum, share, mean and median, each with its rows, and what is certain to possible', async () => {
    const test = await withRows('ask=radius:113.0062,23.006:5.1');
    const { container } = renderIn(test, <AskPanel />);
    choice(container, '企业');
    choice(container, '员工数');
    // 厂2 lies 5.1 km away, known to 10 m: its 7 may be in it.
    expect(lines(container)).toEqual([
      ['合计', '120（120–127）', '2（2–3）'],
      ['占总数的比例', '25.7%（25.7%–27.2%）', '2（2–3）'],
      ['平均', '60（42.33–60）', '2（2–3）'],
      ['中位数', '60（20–60）', '2（2–3）'],
      ['没有数的行', '', '0'],
    ]);
    expect(words(container.querySelector('.ask-sums'))).toContain('全部被查询的行：5 行合计 467，1 行没有数。');
  });

  it('is in the file of the answer, and is not offered of the register', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:';
    });
    const test = await withRows('ask=radius:113.006,23.006:5');
    const { container } = renderIn(test, <AskPanel />);
    expect(container.querySelector('.ask-sums')).toBeNull();
    choice(container, '企业');
    choice(container, '员工数');
    fireEvent.click(container.querySelector('.csv-button') ?? container);
    const lines = ((await saved[0]?.text()) ?? '').split('\r\n').map((line) => line.replace(/,[^,]*$/, ''));
    expect(lines[0]).toMatch(/员工数$/);
    expect(lines.find((line) => line.includes('厂0'))).toMatch(/,100$/);
    expect(lines).toContain('合计,120,120,120');
    expect(lines).toContain('有数的行,2,2,2');
    vi.restoreAllMocks();
  });
});

describe('shading by own rows', () => {
  let test: Awaited<ReturnType<typeof withRows>>;
  let container: Element;
  beforeEach(async () => {
    test = await withRows('view=shade&shade=gdp.2016', SHADED_ROWS);
    ({ container } = renderIn(test, <ShadePanel />));
  });
  const values = () =>
    [...container.querySelectorAll('.ask-table tbody tr')].map((tr) => [words(tr.querySelector('th')), ...cells(tr)]);

  it('sums a column by the district that counts a row, and says what is left out', () => {
    choice(container, '您的数据“企业”：员工数，合计');
    expect(values()).toEqual([
      // The 7 of a row of which nothing is known may be in any of them.
      ['禅城区', '400（400–407）', '2'],
      ['南海区', '60（60–67）', '2'],
      ['顺德区', '不详：归入该区的行都没有数', '0'],
      ['三水区', '50（50–57）', '1'],
      ['高明区', '9（9–16）', '1'],
    ]);
    const legend = [...container.querySelectorAll('.shade-key li')].map(words);
    expect(legend).toEqual([
      '9高明区 9（9–16）',
      '50三水区 50（50–57）',
      '60南海区 60（60–67）',
      '400禅城区 400（400–407）',
      '不详顺德区',
    ]);
    expect(words(container)).toContain('不能归入单独一个区的 1 行不算在内');
    expect(words(container)).toContain('1 行在此没有数');
  });

  it('averages, and counts rows', () => {
    choice(container, '您的数据“企业”：员工数，平均');
    expect(values().slice(0, 2)).toEqual([
      ['禅城区', '200（135.67–200）', '2'],
      ['南海区', '30（22.33–30）', '2'],
    ]);
    // A mean of so few never stands without their number.
    expect([...container.querySelectorAll('.shade-key li')].map(words)).toContain(
      '200禅城区 200（135.67–200）（n = 2）',
    );
    choice(container, '您的数据“企业”：行数');
    expect(values().map(([, n]) => n)).toEqual(['2（2–3）', '2（2–3）', '1（1–2）', '1（1–2）', '1（1–2）']);
    expect(words(container)).toContain('不能归入单独一个区的 1 行不算在内');
    expect(words(container)).not.toContain('行在此没有数');
  });

  it('does not round a small number to nothing', () => {
    const view = { key: { key: '', figureKey: null, perKm2: false }, unit: null, values: [], own: null };
    const seen = [0.00412, -0.5, 0, 12.345].map(shadeScale(test.i18n.value, view).words);
    expect(seen).toEqual(['0.00412', '-0.5', '0', '12.35']);
  });

  it('follows the filter of the set', () => {
    choice(container, '您的数据“企业”：员工数，合计');
    test.imports.refilter('own', { districts: ['chancheng'] });
    return vi.waitFor(() => {
      expect(values()[1]).toEqual(['南海区', '不详：归入该区的行都没有数', '0']);
      expect(words(container)).toContain('不能归入单独一个区的 0 行不算在内');
    });
  });

  it('is in no address, gives way to another shading, and colours the map', async () => {
    const onMap = renderIn(test, <ShadeOnMap />);
    choice(container, '您的数据“企业”：员工数，合计');
    expect(test.state.address.value.shade).toBeNull();
    expect(formatAddress(test.state.address.value)).not.toContain('own');
    await vi.waitFor(() =>
      expect([...(test.state.plan.shaded.value ?? [])]).toEqual([
        ['chancheng', 3],
        ['nanhai', 2],
        ['shunde', null],
        ['sanshui', 1],
        ['gaoming', 0],
      ]),
    );
    test.imports.restyle('own', { visible: false });
    await vi.waitFor(() => expect(test.state.plan.shaded.value).toBeNull());
    test.state.actions.setShade({ key: 'gdp', year: '2016', method: 'natural' });
    expect(test.state.plan.ownShade.value).toBeNull();
    onMap.unmount();
  });
});
