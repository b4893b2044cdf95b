import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { findClause } from '../../../src/domain/policy.ts';
import { clauseText } from '../../../src/domain/policy-text.ts';
import { makeApp, PlanDetail, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function open(id: string, options: TestOptions = {}) {
  const test = makeApp(`site=${id}`, options);
  const { container } = renderIn(test, <PlanDetail />);
  /** The section under a heading. */
  const section = (title: string) => {
    const found = [...container.querySelectorAll('section.section')].find(
      (s) => words(s.querySelector('h3')) === title,
    );
    if (found === undefined) throw new Error(`no section ${title}`);
    return found;
  };
  const row = (label: string) => {
    const found = [...container.querySelectorAll('dt')].find((dt) => words(dt) === label);
    return words(found?.nextElementSibling ?? null);
  };
  return { ...test, container, section, row };
}
const verbatim = (section: Element) => section.querySelector('blockquote')?.textContent ?? '';

describe('the policy in a site’s panel', () => {
  it('is its clause verbatim, the mention marked, with cite, title and date', () => {
    const { state, section } = open('tram-base');
    const clause = findClause(state.policy.value, '2.2.1');
    if (clause === undefined) throw new Error('no clause 2.2.1');
    const context = section('政策依据');
    expect(verbatim(context)).toBe(clauseText(state.policy.value, clause));
    expect([...context.querySelectorAll('mark')].map((m) => m.textContent).join('')).toMatch(/氢能有轨电车制造基地/);
    expect(words(context)).toContain('二（二）1 汽车及新能源');
    expect(words(context)).toContain(`《${state.policy.value.title}》（佛山市人民政府，2020年12月21日）二（二）1`);
    expect(words(context)).toContain('同一条还点名 (5)');
  });

  it('is never converted, whatever the script or language', () => {
    const [hans, hant, en] = (['zh-Hans', 'zh-Hant', 'en'] as const).map((lang) => {
      const { section, i18n } = open('nanzhuang-ceramics-town', { lang });
      return verbatim(section(i18n.value.t('policyContext')));
    });
    expect(hans).toContain('建陶小镇');
    expect([hant, en]).toEqual([hans, hans]);
    expect(screen.getAllByText(/原文為簡體字|原文为简体字/).length).toBeGreaterThan(0);
  });

  it('leads to the other things that the clause names', () => {
    const { state, section } = open('nanzhuang-ceramics-town');
    const link = [...section('政策依据').querySelectorAll('blockquote a')].find((a) => a.textContent === '织梦小镇');
    if (link === undefined) throw new Error('no link');
    fireEvent.click(link);
    expect(state.selectedSite.value?.id).toBe('zhimeng-textile-town');
  });

  it('opens the reader at the clause', () => {
    const { state, section } = open('nanzhuang-ceramics-town');
    const cite = section('政策依据').querySelector('button.cite');
    if (cite === null) throw new Error('no cite');
    fireEvent.click(cite);
    expect([state.clause.value, state.view.value]).toEqual(['2.1.2', 'reader']);
  });

  it('names units where the clause has a bracket, and none in chapter two', () => {
    expect(words(open('sanlongwan').section('政策依据'))).toContain('责任单位: 市自然资源局');
    expect(words(open('car-works').section('政策依据'))).not.toContain('责任单位');
  });

  it('is the parent’s for a part, said so, and nothing for what no sentence names', () => {
    const part = open('fhidz-nanhai-park');
    expect(words(part.section('政策依据'))).toContain('原文点名的是“佛山高新区”，本项是其组成部分。');
    expect(
      [...part.section('政策依据').querySelectorAll('mark')].some((m) => m.textContent.includes('佛山高新区')),
    ).toBe(true);
    const none = open('exhibition-centre');
    expect(words(none.section('政策依据'))).toContain('政策原文没有点名这一条记录。');
    expect(none.section('政策依据').querySelector('blockquote')).toBeNull();
  });

  it('keeps readings apart, with the words they rest on', () => {
    const { section } = open('jihua-laboratory');
    const readings = words(section('我们的理解'));
    expect(readings).toContain('而是我们按所引词句作出的理解');
    expect(readings).toContain('重点实验室、工程技术中心、工程实验室等');
    expect(readings).toContain('该条责任单位: 市科技局');
    expect(words(section('政策依据'))).not.toContain('理解');
  });
});

describe('what a site’s panel says of it', () => {
  it('is its status with the date, district, town and names', () => {
    const { row, container } = open('jihua-laboratory');
    expect(row('状态')).toMatch(/^运营 ?2023年4月/);
    expect(row('区')).toMatch(/^南海区/);
    expect(words(container.querySelector('.kicker'))).toBe('实验室 · 跨集群');
    expect(words(container.querySelector('.subtitle'))).toBe('Jihua Laboratory');
  });

  it('is an unknown status without a date', () => {
    expect(open('longjiang-home-furnishing-town').row('状态')).toMatch(/^状态未知(?!.*\d{4})/);
  });

  it('is every district where several are stated, and "not stated" where none is', () => {
    expect(open('sanlongwan').row('区')).toMatch(/^顺德区、南海区、禅城区/);
    expect(open('green-food-park').row('区')).toMatch(/^未载明/);
  });

  it('is where it is in plain words, with the radius and its source', () => {
    const { section, row } = open('jihua-laboratory');
    const where = words(section('位置'));
    expect(where).toContain('只知道所在镇街；点代表镇街，不是门牌。');
    expect(row('误差半径')).toBe('6.5公里');
    expect(row('WGS-84 经纬度')).toMatch(/^11[23]\.\d{5}, 2[23]\.\d{5}$/);
    expect(row('位置来源').length).toBeGreaterThan(5);
  });

  it('is its facts with dates, printed form and source', () => {
    const { section, state } = open('jihua-laboratory');
    const facts = section('事实');
    const [fact] = state.selectedSite.value?.facts ?? [];
    if (fact === undefined) throw new Error('no fact');
    expect(facts.querySelectorAll('.fact')).toHaveLength(state.selectedSite.value?.facts.length ?? -1);
    expect(words(facts)).toContain(`原文写作: ${fact.asPrinted}`);
    expect(words(facts)).toContain(state.selectedSite.value?.sources[fact.source]?.title ?? '?');
  });

  it('is that no fact was found, where none was', () => {
    expect(words(open('biomedical-park').section('事实'))).toBe('事实没有查到可核对来源的事实。');
  });

  it('is its cluster with tier and target; what serves several has none', () => {
    const { section, state } = open('car-works');
    expect(words(section('所属集群与目标'))).toContain('汽车及新能源 · 超过5,000亿元 · 到2026年');
    const link = section('所属集群与目标').querySelector('button');
    if (link === null) throw new Error('no link');
    fireEvent.click(link);
    expect(state.selection.value).toEqual({ entity: 'cluster', id: 'auto' });
    expect(() => open('jihua-laboratory').section('所属集群与目标')).toThrow();
    expect(words(open('nanzhuang-ceramics-town').section('所属集群与目标'))).toContain('超过1万亿元 · 未载明年份');
  });

  it('is its parts, its venue and its events', () => {
    expect(words(open('foshan-university').section('组成部分'))).toContain('佛山大学（河滨校区）');
    expect(words(open('exhibition-centre').section('在此举办'))).toContain('珠江西岸先进装备制造业投资贸易洽谈会');
    expect(open('equipment-fair').row('举办地')).toContain('广东（瀛洲）国际会展中心');
  });

  it('is what is nearest, as ranges, planned stations left out', () => {
    const { section, state } = open('exhibition-centre');
    const near = section('最近的平台与车站');
    const ranges = [...near.querySelectorAll('li .tabular')].map(words);
    // The laboratory and the campus, and three stations.
    expect(ranges).toHaveLength(2 + 3);
    for (const range of ranges) expect(range).toMatch(/^[\d.,]+(米|公里)–[\d.,]+公里$/);
    const planned = new Set(
      state.stations.value?.features.filter((f) => f.properties.planned).map((f) => f.properties.name),
    );
    const shown = [...near.querySelectorAll('ol:last-of-type li > span:first-child')].map(
      (e) => e.firstChild?.textContent ?? '',
    );
    expect(shown).toHaveLength(3);
    expect(shown.filter((name) => planned.has(name))).toEqual([]);
  });
});

describe('a site without a position', () => {
  it('says so, and gives no distance and no coordinates', () => {
    const { section, row, container } = open('green-food-park');
    expect(words(section('位置'))).toContain('没有查到位置，不在图上画点。');
    expect(row('WGS-84 经纬度')).toBe('');
    expect(words(section('最近的平台与车站'))).toContain('位置只到区或未知，不计算距离。');
    expect(words(container)).not.toContain('NaN');
  });

  it('says which larger thing is known', () => {
    expect(words(open('one-ring-innovation-circle').section('位置'))).toContain('只知道在佛山');
    expect(words(open('battery-project').section('位置'))).toContain('只知道所在区');
  });
});

describe('every site', () => {
  it('has a panel that says its name, in one language or another, without a gap', () => {
    const tests = (['zh-Hans', 'zh-Hant', 'en'] as const).map((lang) => makeApp('', { lang }));
    const { sites } = tests[0]?.state ?? makeApp().state;
    sites.value.forEach((site, i) => {
      const test = tests[i % tests.length] ?? makeApp();
      test.state.actions.selectSite(site.id);
      const { unmount, container } = renderIn(test, <PlanDetail />);
      expect(words(container.querySelector('h2'))).toBe(test.i18n.value.name(site));
      expect(words(container)).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
      unmount();
    });
  }, 30_000);
});

describe('a site that a filter leaves out', () => {
  it('says so, with the way to show it', () => {
    const test = makeApp('site=jihua-laboratory&clusters=food');
    const { container } = renderIn(test, <PlanDetail />);
    expect(words(container)).toContain('地图和列表里都没有它');
    const clear = [...container.querySelectorAll('button')].find((button) => words(button) === '清除筛选');
    fireEvent.click(clear ?? container);
    expect(test.state.filters.value.clusters).toBeNull();
    expect(words(container)).not.toContain('地图和列表里都没有它');
  });
});
