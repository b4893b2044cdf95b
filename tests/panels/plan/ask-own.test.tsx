import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NOT_STATED, type PointSet, packText } from '../../../src/domain/point-set.ts';
import { RowCard } from '../../../src/panels/data/row-card.tsx';
import { aboutMap } from '../../../src/panels/paper/about-map.ts';
import AskPanel from '../../../src/panels/plan/ask-panel.tsx';
import { ownAsk } from '../../../src/panels/shared/own-ask.ts';
import { formatAddress } from '../../../src/state/address/address.ts';
import { formatAsk, forOthers } from '../../../src/state/address/plan-address.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { type WithSets, withSets } from '../../fixtures/own-sets.tsx';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

/** One metre eastward at 23.01° N, degrees. */
const E = 1 / 102_543;

/** A parcel known to 20 m, one beside it that shares its edge, one that its east edge cuts in two, and a road. */
function parcels(): PointSet {
  const set = shapedSet([
    { rings: [rectangle(113.1, 23, 113.12, 23.02)], radiusM: 20 },
    { rings: [rectangle(113.08, 23, 113.1, 23.02)], radiusM: 0 },
    { rings: [rectangle(113.115, 23.005, 113.135, 23.015)], radiusM: 0 },
    {
      line: [
        [113.1, 23.05],
        [113.12, 23.05],
      ],
      radiusM: 10,
    },
  ]);
  return { ...set, id: 'parcels', name: '地块', label: packText('名称', ['甲', '乙', '丙', '路']), columns: [] };
}

/** Firms known to 50 m, so many metres east of the parcel's west edge; of the last only its district is known. */
const EAST = [500, 60, -60, -80, -460, -540, -700];
function firms(): PointSet {
  const at = [...EAST.map((metres) => [113.1 + metres * E, 23.01]), [Number.NaN, Number.NaN]];
  const set = shapedSet(at.map(() => ({ line: [], radiusM: 50 })));
  const { geometries: _, ...points } = set;
  return {
    ...points,
    id: 'firms',
    name: '企业',
    positions: Float64Array.from(at.flat()),
    cluster: new Uint8Array(at.length).fill(NOT_STATED),
    district: new Uint8Array(at.length).fill(NOT_STATED),
    town: new Uint32Array(at.length),
    label: packText(
      '名称',
      at.map((_at, row) => `厂${row}`),
    ),
    columns: [],
  };
}

const SET = parcels();
const hashOf = (row: number, km: number) => `ask=${formatAsk(ownAsk(SET, row, km))}`;
const open = async (hash: string): Promise<WithSets & { container: Element }> => {
  const test = await withSets(hash, [parcels(), firms()]);
  const { container } = renderIn(test, <AskPanel />);
  await waitFor(() => expect(words(container)).not.toContain('载入中'));
  return { ...test, container };
};
const choose = (container: Element, label: string, option: string) => {
  const field = [...container.querySelectorAll('label')].find((each) => words(each).startsWith(label));
  const select = field?.querySelector('select');
  const found = [...(select?.options ?? [])].find((each) => words(each) === option);
  if (select === null || select === undefined || found === undefined) throw new Error(`no ${option} of ${label}`);
  fireEvent.change(select, { target: { value: found.value } });
};
const total = (container: Element) => words(container.querySelector('.ask-total'));
const group = (container: Element, title: string) =>
  [...container.querySelectorAll('.ask-group')]
    .filter((each) => words(each.querySelector('h4')).startsWith(title))
    .flatMap((each) => [...each.querySelectorAll('li')].map(words));

describe('firms in a parcel, counted by hand', () => {
  it('adds the error of the parcel to that of each firm: 20 m and 50 m', async () => {
    const { container } = await open(hashOf(0, 0));
    choose(container, '查询哪些数据', '企业');
    // 500 m inside is certain; 60 m inside and 60 m outside are within 70 m of the edge; 80 m outside is not.
    expect(total(container)).toContain('2（1–3） 项');
    expect(group(container, '确定')).toEqual(['厂0']);
    expect(group(container, '点在范围内')).toEqual(['厂1']);
    expect(group(container, '可能')).toEqual(['厂2']);
    expect(words(container)).toContain('位置误差为 20米');
    // The firm without a place or a district is in no number, and said.
    expect(words(container)).toContain('另有 1 项没有位置');
  });

  it('within half a kilometre: 460 m away is inside and not certain, 540 m possible, 700 m neither', async () => {
    const { container } = await open(hashOf(0, 0.5));
    choose(container, '查询哪些数据', '企业');
    expect(total(container)).toContain('5（4–6） 项');
    expect(group(container, '点在范围内')).toEqual(['厂4']);
    expect(group(container, '可能')).toEqual(['厂5']);
  });

  it('gives the areas that are partly inside with their share, and never counts the asked one', async () => {
    const { container } = await open(hashOf(0, 0));
    choose(container, '查询哪些数据', '地块');
    // 丙 lies with a quarter of its width inside; its point is outside. 乙 only shares an edge that is known to 20 m.
    expect(total(container)).toContain('0（0–2） 项');
    // 20 m of the 2,051 m of its width.
    await waitFor(() => expect(group(container, '部分在内')).toEqual(['丙 25%（24–26%）']));
    expect(group(container, '可能')).toEqual(['乙']);
    expect(words(container)).toContain('用来查询的这一行自己不计在内');
    expect(words(container)).not.toContain('当前筛选');
  });
});

describe('a sum over what is partly inside', () => {
  it('weighted by the share says what the errors leave of it', async () => {
    const values = Float64Array.of(1, 1, 1000, 1);
    const set = { ...parcels(), columns: [{ kind: 'number', name: '产值', values } as const] };
    const { container } = renderIn(await withSets(hashOf(0, 0), [set]), <AskPanel />);
    await waitFor(() => expect(words(container)).not.toContain('载入中'));
    choose(container, '查询哪些数据', '地块');
    choose(container, '对一列求和', '产值');
    fireEvent.click(container.querySelector('.ask-check input') ?? container);
    const sum = () =>
      words([...container.querySelectorAll('tr')].find((tr) => words(tr.querySelector('th')) === '合计') ?? null);
    // 1,000 by 25 % ± 20 m of 2,051 m; the neighbour, of 1, touches the edge with its error alone.
    await waitFor(() => expect(sum()).toMatch(/^合计250（240.23–260.77）/));
  });
});

describe('a district asked of own areas', () => {
  it('gives the share of those that its border cuts, with what the accuracy of the border leaves of it', async () => {
    const { base } = makeApp().state;
    const nanhai = base.districts.features.find(({ properties }) => properties.id === 'nanhai');
    const [west, south, east, north] = [113.05, 23.2, 113.1, 23.25];
    if (nanhai === undefined) throw new Error('no district');
    const square = {
      ...nanhai,
      geometry: {
        type: 'Polygon' as const,
        coordinates: [[...rectangle(west, south, east, north), [west, south]].map((at) => [...at])],
      },
    };
    const features = base.districts.features.map((each) => (each === nanhai ? square : each));
    const shape = shapedSet([{ rings: [rectangle(113.09, 23.22, 113.11, 23.23)], radiusM: 0 }]);
    const set = { ...shape, id: 'parcels', district: Uint8Array.of(NOT_STATED), town: new Uint32Array(1) };
    const test = await withSets('ask=district:nanhai', [set], { base: { districts: { ...base.districts, features } } });
    const { container } = renderIn(test, <AskPanel />);
    choose(container, '查询哪些数据', set.name);
    // Half of 2,051 m; the border is known to 300 m.
    await waitFor(() => expect(group(container, '部分在内')[0]).toMatch(/ 50%（35–65%）$/));
  });
});

describe('the question itself', () => {
  it('begins on the card of a row, inside an area and a kilometre about a line', async () => {
    const test = await withSets('view=data', [parcels()]);
    const [item] = test.imports.sets.value;
    if (item === undefined || test.state.imports.value === null) throw new Error('no set');
    const { getByRole, rerender } = renderIn(test, <RowCard imports={test.state.imports.value} item={item} row={0} />);
    fireEvent.click(getByRole('button', { name: '用这个面查询' }));
    expect(test.state.plan.ask.value).toMatchObject({
      kind: 'own',
      ref: expect.stringMatching(/^parcels\.0\./),
      withinKm: 0,
    });
    rerender(<div />);
    const card = renderIn(test, <RowCard imports={test.state.imports.value} item={item} row={3} />);
    fireEvent.click(card.getByRole('button', { name: '用这条线查询' }));
    expect(test.state.plan.ask.value).toMatchObject({ ref: expect.stringMatching(/^parcels\.3\./), withinKm: 1 });
  });

  it('is made in the panel by set, name and distance; a line is asked from 0.1 km on', async () => {
    const { container, state } = await open('view=ask');
    const kind = [...container.querySelectorAll('.ask-kinds label')].find((each) => words(each) === '自己的面或线');
    fireEvent.click(kind?.querySelector('input') ?? container);
    choose(container, '哪一行', '4 · 路');
    expect(state.plan.ask.value).toMatchObject({ ref: expect.stringMatching(/^parcels\.3\./), withinKm: 1 });
    await waitFor(() => expect(container.querySelector('input[type="number"]')?.getAttribute('min')).toBe('0.1'));
    fireEvent.change(container.querySelector('input[type="number"]') ?? container, { target: { value: '0.4' } });
    expect(state.plan.ask.value).toMatchObject({ withinKm: 0.4 });
  });

  it('says that a line has no inside, and that a set is not there', async () => {
    const line = await open(hashOf(3, 1).replace(/1$/, '0'));
    expect(words(line.container)).toContain('线没有内部');
    const gone = await open('ask=own:import-gone.1.abc:2');
    expect(words(gone.container)).toContain('本设备上没有或不再有它');
    expect(gone.container.querySelector('.ask-total')).toBeNull();
  });

  it('follows its area when rows before it are taken out', async () => {
    const { state, imports, container } = await open(hashOf(2, 0));
    const kept = shapedSet([{ rings: [rectangle(113.115, 23.005, 113.135, 23.015)] }]);
    await imports.replace({ set: { ...kept, id: 'parcels' }, receipt: imports.sets.value[0]?.receipt ?? never() });
    await waitFor(() => expect(state.plan.answers.value?.own.value).toMatchObject({ row: 0 }));
    expect(container.querySelector('.ask-total')).not.toBeNull();
  });

  it('stays on the device; a link may take a simplified outline with its error', async () => {
    const { container, state } = await open(hashOf(0, 0.5));
    const address = formatAddress(state.address.value);
    expect(address).toContain('ask=own:parcels.0.');
    // What the address names is a row of this device, and no place.
    expect(address).not.toContain('113');
    expect(forOthers(`https://a.b/#lang=en&${address}&theme=dark`)).toBe('https://a.b/#lang=en&theme=dark');
    expect(words(container)).toContain('只留在本设备上');
    expect(words(container)).toMatch(/\d+ 个顶点，与原来的轮廓相差处处不超过 [1-9]\d?米/);
    const use = [...container.querySelectorAll('button')].find((each) => words(each) === '改用简化的范围查询');
    fireEvent.click(use ?? container);
    expect(state.plan.ask.value?.kind).toBe('polygon');
    expect(forOthers(formatAddress(state.address.value))).toMatch(/^ask=polygon:/);
  });

  it('is named in the file of the answer and beside the picture', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) saved.push(blob);
      return 'blob:';
    });
    const { container, state, i18n } = await open(hashOf(0, 0.5));
    choose(container, '查询哪些数据', '企业');
    fireEvent.click(container.querySelector('.csv-button') ?? container);
    const [, first = ''] = ((await saved[0]?.text()) ?? '').split('\r\n');
    expect(first).toContain('厂0,距“地块”第 1 行（甲）0.5 公里以内,确定');
    const ruler = [
      [113.1, 23],
      [113.2, 23],
    ] as const;
    const about = aboutMap(state, i18n.value, { ruler, sites: new Set(), layers: new Set(), credits: [] }, 100);
    expect(about.shown).toContain('问题：距“地块”第 1 行（甲）0.5 公里以内');
    vi.restoreAllMocks();
  });
});

function never(): never {
  throw new Error('no set');
}
