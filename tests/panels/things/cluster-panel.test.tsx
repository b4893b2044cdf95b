import { fireEvent } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/domain/describe.ts';
import { findClause } from '../../../src/domain/policy.ts';
import { clauseText } from '../../../src/domain/policy-text.ts';
import { CLUSTER_IDS } from '../../../src/domain/vocabulary.ts';
import { makeApp, PlanDetail, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function open(id: string, options: TestOptions = {}) {
  const test = makeApp(`cluster=${id}`, options);
  const { container } = renderIn(test, <PlanDetail />);
  const section = (title: string) =>
    [...container.querySelectorAll('section.section')].find((s) => words(s.querySelector('h3')) === title) ?? null;
  return { ...test, container, section };
}

describe('a cluster', () => {
  it('says its tier, target and year as the text has them', () => {
    const { container } = open('auto');
    expect(words(container.querySelector('.kicker'))).toBe('超5000亿元产业集群');
    expect(words(container.querySelector('.rows'))).toContain('超过5,000亿元 · 到2026年');
    expect(words(container.querySelector('.target-quote'))).toContain('2个产业集群产值规模突破5000亿');
  });

  it('states no year where the text states none', () => {
    expect(words(open('home').container.querySelector('.rows'))).toContain('超过1万亿元 · 未载明年份');
  });

  it('lists what its clause names, in the order of the clause, and shows the clause verbatim', () => {
    const { section, state } = open('food');
    expect(
      [...(section('点名的项目与园区')?.querySelectorAll('button') ?? [])].map((b) => words(b).slice(0, 4)),
    ).toEqual(['中国（三', '蟠桃绿色']);
    const clause = findClause(state.policy.value, '2.3.3');
    expect(section('条文')?.querySelector('blockquote')?.textContent).toBe(
      clause === undefined ? '' : clauseText(state.policy.value, clause),
    );
  });

  it('counts by district as ranges, and what states no district apart', () => {
    const { section, state } = open('food');
    const tally = section('各区分布');
    expect([...(tally?.querySelectorAll('li') ?? [])].map(words)).toEqual(['三水区1（1–2）', '未载明1']);
    const link = tally?.querySelector('button');
    if (!link) throw new Error('no link');
    fireEvent.click(link);
    expect(state.selection.value).toEqual({ entity: 'district', id: 'sanshui' });
  });

  it('counts plainly where every record states its district', () => {
    expect([...(open('auto').section('各区分布')?.querySelectorAll('li') ?? [])].map(words)).toEqual([
      '禅城区1',
      '南海区2',
      '顺德区1',
      '高明区2',
    ]);
  });

  it('shows output with its year only where a source gives it for this cluster', () => {
    for (const id of CLUSTER_IDS) {
      const { section, state } = open(id);
      const statistics = state.statistics.value;
      if (statistics === null) throw new Error('no statistics');
      const { own, narrower } = figuresOf(statistics, 'cluster', id);
      const shown = section('产值');
      if (own.length === 0) expect(words(shown)).toContain('没有查到公开的产值数据。');
      expect([id, shown?.querySelectorAll('.fact').length]).toEqual([id, own.flat().length + narrower.length]);
      if (narrower.length > 0) expect(words(shown)).toContain(`口径更窄的数据（不是整个集群） (${narrower.length})`);
    }
  });
});

describe('equipment', () => {
  it('says that the policy names no project, and shows no list and no districts', () => {
    const { section } = open('equipment');
    expect(words(section('点名的项目与园区'))).toContain('政策在“装备制造”下没有点名任何项目。');
    expect(section('点名的项目与园区')?.querySelectorAll('button')).toHaveLength(0);
    expect(section('各区分布')).toBeNull();
    expect(section('条文')?.querySelector('blockquote')?.textContent).toMatch(/^1\.装备制造。/);
  });

  it('says so in English too', () => {
    expect(words(open('equipment', { lang: 'en' }).container)).toContain(
      'Under “Equipment manufacturing” the policy names no project.',
    );
  });
});
