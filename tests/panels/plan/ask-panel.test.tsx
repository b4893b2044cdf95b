import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import AskPanel from '../../../src/panels/plan/ask-panel.tsx';
import { parseAddress } from '../../../src/state/address/address.ts';
import { makeApp, PlanDetail, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function open(address: string, options: TestOptions = {}) {
  const test = makeApp(address, options);
  const { container } = renderIn(test, <AskPanel />);
  const section = (title: string) =>
    [...container.querySelectorAll('section.section')].find((s) => words(s.querySelector('h3')) === title) ?? null;
  const rows = (caption: string) =>
    [
      ...((
        [...container.querySelectorAll('table')].find((table) => words(table.querySelector('caption')) === caption) ??
        null
      )?.querySelectorAll('tr') ?? []),
    ].map(words);
  const group = (title: string) =>
    [...(section('名单')?.querySelectorAll('.ask-group') ?? [])].filter((g) =>
      words(g.querySelector('h4')).startsWith(`${title} `),
    );
  const names = (of: Element | undefined) => [...(of?.querySelectorAll('.site-link') ?? [])].map(words);
  return { ...test, container, section, rows, group, names };
}

describe('10 km around 113.12, 23.02, counted by hand from sites.geojson', () => {
  const hash = 'ask=radius:113.12,23.02:10';

  it('counts 5 records by their point, 4 to 8 by their error, and 1 to 2 parts beside them', () => {
    const { container } = open(hash);
    expect(words(container.querySelector('.ask-total'))).toBe(
      '5（4–8） 项 另有组成部分 1（1–2） 个，列出但不计数 怎样计数',
    );
    expect(words(container.querySelector('.ask'))).toContain('另有 6 项没有位置，无从判断');
  });

  it('says the count aloud, from a place that is there before the answer', async () => {
    const { state } = open('view=ask');
    const said = screen.getByRole('status');
    expect(words(said)).toBe('');
    state.actions.setAsk(parseAddress(hash).ask);
    await waitFor(() => expect(words(said)).toBe('5（4–8） 项'));
    state.actions.setAsk(parseAddress('ask=district:nanhai').ask);
    await waitFor(() => expect(words(said)).not.toBe('5（4–8） 项'));
    expect(words(said)).toMatch(/^\d.* 项$/);
  });

  it('counts by cluster and by status', () => {
    const { rows } = open(hash);
    expect(rows('按集群')).toEqual([
      '泛家居0（0–1）',
      '汽车及新能源1（1–2）',
      '智能制造装备及机器人1',
      '跨集群3（2–4）',
    ]);
    expect(rows('按状态')).toEqual(['运营3（2–6）', '终止1', '状态未知1']);
  });

  it('lists the certain apart from the possible, with the reason', () => {
    const { group, names } = open(hash);
    const [certain] = group('确定');
    expect(new Set(names(certain))).toEqual(
      new Set([
        '玉兔混动电池及芯材项目',
        '佛山大学（河滨校区）属于：佛山科学技术学院',
        '鲁班天工智能制造科技园',
        '广东（瀛洲）国际会展中心',
        '珠江西岸先进装备制造业投资贸易洽谈会',
      ]),
    );
    expect(names(certain)).toHaveLength(5);
    const [inside] = group('点在范围内');
    expect(names(inside)).toEqual(['佛山三龙湾高端创新集聚区']);
    expect(words(inside ?? null)).toContain('误差圆伸出边界');
    const [possible] = group('可能');
    expect(names(possible)).toHaveLength(4);
    expect(words(possible ?? null)).toContain('误差圆伸入圆内');
  });

  it('gives the nearest as ranges in groups', () => {
    const { section } = open(hash);
    const text = words(section('最近的项目'));
    // 1,733 m away and known to 500 m.
    expect(text).toContain('佛山大学（河滨校区）1.2公里–2.2公里');
    expect(text).toContain('这 5 项分不清先后');
    // Known to its district only, so near nothing.
    expect(text).not.toContain('玉兔');
  });

  it('marks the same sites on the map, and lets go of them with the question', () => {
    const { state } = open(hash);
    expect(state.emphasised.value?.size).toBe(10);
    expect(state.emphasised.value?.has('jihua-laboratory')).toBe(true);
    expect(state.emphasised.value?.has('xianhu-hydrogen-valley')).toBe(false);
  });

  it('asks only of what the filters let through, and says so', () => {
    const { container } = open(`${hash}&clusters=robotics`);
    expect(words(container.querySelector('.ask-total'))).toMatch(/^1 项/);
    expect(words(container)).toContain('只查询当前筛选下');
  });
});

describe('the district of Gaoming, counted by hand', () => {
  it('counts 3 that state it alone and 8 with those that state several or none', () => {
    const { container, group, names } = open('ask=district:gaoming');
    expect(words(container.querySelector('.ask-total'))).toMatch(/^3（3–8） 项/);
    const [several, none] = group('可能');
    expect(words(several ?? null)).toContain('写明了几个区');
    expect(names(several)).toHaveLength(1);
    expect(words(none ?? null)).toContain('没有写明在哪个区');
    expect(names(none)).toHaveLength(4);
  });
});

describe('an outline', () => {
  it('is measured, and lists by area only what has no position', () => {
    const { container, group } = open('ask=polygon:113.05,22.95,113.25,22.95,113.25,23.1,113.05,23.1');
    expect(words(container)).toContain('周长74.2公里');
    // From the formula for a quadrangle of the ellipsoid: 340.55 km².
    expect(words(container)).toContain('面积340.55 平方公里');
    expect(words(group('可能：只凭区或镇街')[0] ?? null)).toContain('没有位置');
  });

  it('is taken from a pasted list, and refused with the reason', () => {
    const { container, state } = open('ask=polygon:113.05,22.95,113.25,22.95,113.25,23.1');
    const box = container.querySelector('textarea');
    const form = box?.closest('form');
    if (box === null || !form) throw new Error('no list of corners');
    fireEvent.input(box, { target: { value: '113,23 113.1,23.1 113.1,23 113,23.1' } });
    fireEvent.submit(form);
    expect(words(container.querySelector('[role="alert"]'))).toContain('边界自己相交');
    fireEvent.input(box, { target: { value: '113,23 113.1,23 113.1,23.1' } });
    fireEvent.submit(form);
    expect(state.plan.ask.value).toEqual({
      kind: 'polygon',
      ring: [
        [113, 23],
        [113.1, 23],
        [113.1, 23.1],
      ],
    });
  });
});

describe('the form', () => {
  it('takes a typed pin, and says what is wrong with one in Beijing', () => {
    const { container, state } = open('view=ask');
    const input = container.querySelector<HTMLInputElement>('.ask-pin input');
    const form = input?.form;
    if (!input || !form) throw new Error('no pin form');
    input.value = '116.40,39.90';
    fireEvent.submit(form);
    expect(words(container.querySelector('[role="alert"]'))).toContain('佛山一带');
    expect(state.plan.ask.value).toBeNull();
    input.value = '113.12， 23.02';
    fireEvent.submit(form);
    expect(state.plan.ask.value).toEqual({
      kind: 'radius',
      around: { entity: 'pin', at: [113.12, 23.02] },
      withinKm: 5,
    });
  });

  it('does not count the site that it asks around', () => {
    const { container, names, group } = open('ask=site:exhibition-centre:5');
    expect(names(group('确定')[0])).not.toContain('广东（瀛洲）国际会展中心');
    expect(words(container.querySelector('.ask-total'))).toMatch(/^\d/);
  });

  it('says that a distance from nowhere cannot be measured', () => {
    const { state } = makeApp();
    const unplaced = state.sites.value.find(({ position }) => position === null);
    expect(words(open(`ask=site:${unplaced?.id}:5`).container)).toContain('圆心没有已知位置');
  });

  it('changes the distance and keeps the place', () => {
    const { container, state } = open('ask=town:440606101:5');
    fireEvent.change(container.querySelector('input[type="range"]') ?? container, { target: { value: '12' } });
    expect(state.plan.ask.value).toMatchObject({ around: { entity: 'town', id: '440606101' }, withinKm: 12 });
  });
});

describe('the address', () => {
  it('drops a question about what does not exist', () => {
    expect(makeApp('ask=site:no-such-site:5').state.plan.ask.value).toBeNull();
    expect(makeApp('ask=town:440606999').state.plan.ask.value).toBeNull();
  });

  it('keeps the question while a site of its list is looked at, and shows it again on closing', async () => {
    const test = makeApp('ask=district:gaoming');
    const { findByRole } = renderIn(test, <PlanDetail />);
    await findByRole('article', { name: '范围查询' });
    test.state.actions.selectSite('truck-works');
    await findByRole('article', { name: '麒麟卡车新能源整车项目' });
    expect(test.state.address.value.ask).not.toBeNull();
    test.state.actions.close();
    await findByRole('article', { name: '范围查询' });
    test.state.actions.close();
    await findByRole('article', { name: '概览' });
    expect(test.state.address.value.ask).toBeNull();
    test.state.actions.restore(parseAddress('ask=district:gaoming'));
    await findByRole('article', { name: '范围查询' });
  });
});

describe('an outline that is still to be drawn', () => {
  it('is drawn as soon as it is chosen, and given up with another way to ask', () => {
    const { state, container } = open('view=ask');
    const kind = (title: string) =>
      [...container.querySelectorAll('label')].find((label) => words(label) === title)?.querySelector('input') ??
      container;
    fireEvent.click(kind('画范围'));
    expect(state.plan.drawing.value).toBe('draw');
    fireEvent.click(kind('点周边'));
    expect(state.plan.drawing.value).toBeNull();
  });
});
