import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NOT_STATED, type PointSet, packText } from '../../../src/domain/point-set.ts';
import AreasView from '../../../src/panels/plan/areas-view.tsx';
import { partWords, spreadWords } from '../../../src/panels/shared/measures.ts';
import { renderIn, words } from '../../fixtures/app.tsx';
import { withSets } from '../../fixtures/own-sets.tsx';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

/** Two parcels of Nanhai that share an edge at 113.1° E, each known to 20 m. */
function parcels(): PointSet {
  const set = shapedSet([
    { rings: [rectangle(113.08, 23.05, 113.1, 23.07)], radiusM: 20 },
    { rings: [rectangle(113.1, 23.05, 113.12, 23.07)], radiusM: 20 },
  ]);
  return { ...set, id: 'parcels', name: '地块', label: packText('名称', ['西', '东']), columns: [] };
}

/** Firms so many metres to the east of that edge, known to 50 m, with their staff. */
const EAST = [-500, -60, 60, 80, 500, 700];
function firms(): PointSet {
  const E = 1 / 102_500;
  const { geometries: _, ...points } = shapedSet(EAST.map(() => ({ line: [], radiusM: 50 })));
  return {
    ...points,
    id: 'firms',
    name: '企业',
    positions: Float64Array.from(EAST.flatMap((metres) => [113.1 + metres * E, 23.06])),
    district: new Uint8Array(EAST.length).fill(NOT_STATED),
    town: new Uint32Array(EAST.length),
    label: packText(
      '名称',
      EAST.map((metres) => `厂${metres}`),
    ),
    columns: [{ kind: 'number', name: '员工数', values: Float64Array.of(1, 2, 4, 8, 16, 32) }],
  };
}

const lines = (container: Element) =>
  [...container.querySelectorAll('tbody tr')].map((line) => [...line.querySelectorAll('th, td')].map(words));
const choose = (container: Element, option: string) => {
  const select = [...container.querySelectorAll('select')].find((each) =>
    [...each.options].some((one) => words(one) === option),
  );
  const found = [...(select?.options ?? [])].find((one) => words(one) === option);
  fireEvent.change(select ?? container, { target: { value: found?.value } });
};
const open = async () => {
  const test = await withSets('view=areas', [parcels(), firms()]);
  const { container } = renderIn(test, <AreasView />);
  await waitFor(() => expect(words(container)).toContain('2 个面'));
  return { ...test, container };
};

describe('areas with what lies in them', () => {
  it('have one line each, with the three numbers of every set, and sums, by hand', async () => {
    const { container } = await open();
    // No record of the register lies here; six of them have no place, and may where they state the district.
    expect(lines(container).map((line) => [line[0], line[3]])).toEqual([
      ['西', '2（1–3）'],
      ['东', '4（3–5）'],
    ]);
    choose(container, '企业: 员工数');
    // West: 1 certain, 2 in it, 4 may; east: 8, 16 and 32 certain, 4 in it, 2 may.
    await waitFor(() => expect(lines(container).map((line) => line.at(-1))).toEqual(['3（1–7）', '60（56–62）']));
    const head = [...container.querySelectorAll('thead button')].find((each) => words(each).startsWith('企业'));
    fireEvent.click(head ?? container);
    expect(lines(container).map(([name]) => name)).toEqual(['东', '西']);
  });

  it('go into a file with three columns a number, and open their row', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:';
    });
    const { container, state, imports } = await open();
    fireEvent.click(container.querySelector('.csv-button') ?? container);
    const [head = '', first = ''] = ((await saved[0]?.text()) ?? '').split('\r\n');
    expect(head).toContain('企业: 点在范围内,企业: 确定,企业: 可能');
    expect(first).toMatch(/^1,西,.*,2,1,3,/);
    vi.restoreAllMocks();
    const name = [...container.querySelectorAll('tbody button')].find((each) => words(each) === '东');
    fireEvent.click(name ?? container);
    expect(imports.chosen.value).toEqual({ setId: 'parcels', row: 1 });
    expect(state.view.value).toBe('data');
  });

  it('stand by district, and a number lists them', async () => {
    const { container } = await open();
    choose(container, '各区有哪些面');
    await waitFor(() => expect(lines(container)).toHaveLength(5));
    // The border of Chancheng and Nanhai goes through both parcels; their shares in the two make them whole.
    expect(lines(container).map((line) => [line[0], line[4]])).toEqual([
      ['禅城区', '2'],
      ['南海区', '2'],
      ['顺德区', '0'],
      ['三水区', '0'],
      ['高明区', '0'],
    ]);
    const shares = (district: string) => {
      const number = [...container.querySelectorAll('button')].find((each) =>
        each.getAttribute('aria-label')?.startsWith(`${district}, 部分在内`),
      );
      fireEvent.click(number ?? container);
      return [...container.querySelectorAll('.ask-rows li')].map((line) => words(line).split(' '));
    };
    const [inChancheng, inNanhai] = [shares('禅城区'), shares('南海区')];
    expect(inChancheng.map(([name]) => name)).toEqual(['西', '东']);
    const both = inChancheng.map(
      ([, share], at) => Number.parseFloat(share ?? '') + Number.parseFloat(inNanhai[at]?.[1] ?? ''),
    );
    for (const sum of both) expect(sum).toBeCloseTo(100, 0);
  });
});

describe('a share of a district', () => {
  it('says what it may be with the border where it may be, in the list and in the file', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:';
    });
    const { container } = await open();
    choose(container, '各区有哪些面');
    await waitFor(() => expect(lines(container)).toHaveLength(5));
    const number = [...container.querySelectorAll('button')].find((each) =>
      each.getAttribute('aria-label')?.startsWith('禅城区, 部分在内'),
    );
    fireEvent.click(number ?? container);
    const listed = () => words(container.querySelector('.ask-rows li'));
    await waitFor(() => expect(listed()).toMatch(/^西 \d+%（\d+–\d+%）$/));
    const [share = 0, least = 0, most = 0] = [...listed().matchAll(/\d+/g)].map(([digits]) => Number(digits));
    expect([least < share, share < most]).toEqual([true, true]);

    fireEvent.click(container.querySelector('.csv-button') ?? container);
    const [head = '', first = ''] = ((await saved[0]?.text()) ?? '').split('\r\n');
    expect(head).toContain('在内的比例,在内的比例，至少,在内的比例，至多');
    const cells = first
      .split(',')
      .slice(4, 7)
      .map((cell) => Math.round(100 * Number(cell)));
    expect(cells).toEqual([share, least, most]);
    vi.restoreAllMocks();
  });

  it('is one number where the border makes no difference', async () => {
    const { i18n } = await withSets('', []);
    const said = (least: number, share: number, most: number) => spreadWords(i18n.value, { least, share, most });
    expect(said(0.31, 0.342, 0.37)).toBe('34%（31–37%）');
    expect(said(0.341, 0.342, 0.344)).toBe('34.2%');
    expect(said(0, 0.0004, 0.004)).toBe('< 0.1%');
  });
});

describe('a share of what is partly inside', () => {
  it('is never said to be nothing or all', async () => {
    const { i18n } = await withSets('', []);
    const said = [0, 0.0004, 0.0012, 0.25, 0.9994, 1].map((share) => partWords(i18n.value, share));
    expect(said).toEqual(['< 0.1%', '< 0.1%', '0.1%', '25%', '> 99.9%', '> 99.9%']);
  });
});

describe('without areas', () => {
  it('says what is missing', async () => {
    const test = await withSets('view=areas', [firms()]);
    const { container } = renderIn(test, <AreasView />);
    expect(words(container)).toContain('请先导入一组');
  });
});
