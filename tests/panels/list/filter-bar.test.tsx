import { fireEvent, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { countRecords } from '../../../src/domain/site.ts';
import { FilterBar } from '../../../src/panels/list/filter-bar.tsx';
import { formatAddress } from '../../../src/state/address/address.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

function show(hash = '') {
  const test = makeApp(hash);
  renderIn(test, <FilterBar />);
  return test;
}
function menu(name: string): HTMLElement {
  const summary = [...document.querySelectorAll('summary')].find((s) => words(s).startsWith(name));
  const details = summary?.closest('details');
  if (details === null || details === undefined) throw new Error(`no menu ${name}`);
  details.open = true;
  return details;
}
const choices = (name: string) => [...menu(name).querySelectorAll('label')].map(words);

describe('the filters', () => {
  it('offer what the register has, with counts of records', () => {
    show();
    expect(choices('所在区')).toEqual(['禅城区5', '南海区7', '顺德区8', '三水区3', '高明区4', '未载明4']);
    expect(choices('类型')).toEqual([
      '项目4',
      '总部1',
      '园区8',
      '小镇4',
      '片区2',
      '实验室1',
      '院校1',
      '会展场馆1',
      '展会1',
      '空间概念1',
    ]);
    expect(choices('状态')).toEqual(['规划1', '在建1', '运营12', '暂停1', '终止1', '状态未知8']);
    expect(choices('定位精度')).toEqual([
      '建筑或大门1',
      '道路、村或车站2',
      '镇街13',
      '只到区4',
      '只到市1',
      '位置未知3',
    ]);
  });

  it('narrow each other, and leave out what nothing is left of', () => {
    show('districts=gaoming');
    expect(choices('类型')).toEqual(['项目2', '园区1', '片区1']);
    // Its own choices are counted without it.
    expect(choices('所在区')[1]).toBe('南海区7');
  });

  it('take the units that answer, which reach map, list and counts', () => {
    const { state } = show();
    expect(choices('责任单位')).toContain('市教育局1');
    expect(choices('责任单位').at(-1)).toBe('未载明18');
    fireEvent.click(within(menu('责任单位')).getByRole('button', { name: '只看市教育局' }));
    expect(formatAddress(state.address.value)).toBe('units=education');
    const sites = state.visibleSites.value;
    expect([countRecords(sites), sites.every((site) => state.unitsOf(site).includes('education'))]).toEqual([1, true]);
    expect(choices('类型')).toHaveLength(1);
  });

  it('are none where the address names only units that do not exist', () => {
    expect(show('units=gone').state.filters.value.units).toBeNull();
    expect(show('units=gone,education').state.filters.value.units).toEqual(['education']);
    expect(show('units=-').state.visibleSites.value).toEqual([]);
    expect(show('units=%23').state.filters.value.units).toBeNull();
  });

  it('turn one off, show one alone, and all again', () => {
    const { state } = show();
    const box = () => within(menu('状态')).getByRole('checkbox', { name: /运营/ });
    fireEvent.click(box());
    expect(state.filters.value.statuses).toEqual(['planned', 'under-construction', 'suspended', 'ended', 'unknown']);
    fireEvent.click(within(menu('状态')).getByRole('button', { name: '只看运营' }));
    expect(state.filters.value.statuses).toEqual(['operating']);
    expect(words(menu('状态').querySelector('summary'))).toBe('状态1');
    fireEvent.click(within(menu('状态')).getByRole('button', { name: '全部' }));
    expect(state.filters.value.statuses).toBeNull();
  });

  it('keep a chosen choice in sight that nothing is left of', () => {
    show('kinds=venue&districts=gaoming');
    expect(choices('类型')).toContain('会展场馆0');
    expect(within(menu('类型')).getByRole('checkbox', { name: /会展场馆/, checked: true })).toBeTruthy();
  });

  it('keep "not stated" apart from every district', () => {
    const { state } = show();
    fireEvent.click(within(menu('所在区')).getByRole('button', { name: '只看未载明' }));
    expect(state.visibleSites.value).toHaveLength(4);
    expect(state.visibleSites.value.every((s) => s.districts.length === 0)).toBe(true);
  });
});
