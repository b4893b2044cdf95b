import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { StartPanel } from '../../../src/panels/frame/start-panel.tsx';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function show(options: TestOptions = {}) {
  const test = makeApp('', options);
  const { container } = renderIn(test, <StartPanel />);
  return { ...test, container };
}

describe('the start page', () => {
  it('says what this is, with the title, issuer and date of the policy', () => {
    const { container, state } = show();
    expect(words(container)).toContain(`《${state.policy.value.title}》（佛山市人民政府，2020年12月21日）点名的项目`);
  });

  it('draws the 2 + 2 + 4 as the way in', () => {
    const { container, state } = show();
    const tiers = [...container.querySelectorAll('.pyramid-tier')];
    expect(tiers.map((tier) => tier.querySelectorAll('button').length)).toEqual([2, 2, 4]);
    expect(tiers.map((tier) => words(tier.querySelector('.pyramid-label span')))).toEqual([
      '超过1万亿元',
      '超过5,000亿元',
      '超过3,000亿元',
    ]);
    expect([...(tiers[1]?.querySelectorAll('button') ?? [])].map(words)).toEqual([
      '汽车及新能源6',
      '军民融合及电子信息1',
    ]);
    fireEvent.click(screen.getByText('装备制造'));
    expect(state.selection.value).toEqual({ entity: 'cluster', id: 'equipment' });
  });

  it('says how sure the data is, by the records', () => {
    const { container } = show();
    expect([...container.querySelectorAll('.sure-bar figcaption > span')].map(words)).toEqual([
      '16 已定位',
      '5 只到区或市',
      '3 位置未知',
    ]);
    expect(words(container)).toContain('记录 24 项（不计组成部分）');
    const widths = [...container.querySelectorAll('.sure-bar rect')].map((r) => Number(r.getAttribute('width')));
    expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 6);
  });

  it('counts the districts as ranges, since four records state none', () => {
    const { container, state } = show();
    expect(words(container)).toContain('南海区4（4–11）');
    fireEvent.click(screen.getByText('南海区'));
    expect(state.selection.value).toEqual({ entity: 'district', id: 'nanhai' });
  });

  it('opens the policy text', () => {
    const { state } = show();
    fireEvent.click(screen.getByText(/阅读政策原文/));
    expect(state.view.value).toBe('reader');
  });

  it('says what came after the document, with date and source', () => {
    const { container } = show();
    const later = container.querySelector('.later-list');
    expect(words(later)).toContain('2025年1月6日');
    expect(words(later)).toContain('“10+N”');
    expect(words(later)).toContain('年份据');
    expect(later?.querySelector('a')?.href).toMatch(/^https:/);
  });

  it('names the version of the data and what changed in it', () => {
    const { container, state } = show();
    const { version } = state.base;
    expect(words(container)).toContain(version.data);
    expect(container.querySelectorAll('.notes li')).toHaveLength(version.changes.length);
  });

  it('speaks English', () => {
    const { container } = show({ lang: 'en' });
    expect(words(container)).toContain('24 records (parts not counted)');
    expect(words(container)).toContain('over 1 trillion yuan');
  });
});
