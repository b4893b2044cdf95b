import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SiteList } from '../../../src/panels/list/site-list.tsx';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function show(hash = '', options: TestOptions = {}) {
  const test = makeApp(hash, options);
  renderIn(test, <SiteList />);
  return test;
}
const heads = () => screen.getAllByRole('heading', { level: 3 }).map(words);
function row(name: string | RegExp): HTMLButtonElement {
  const found = screen.getByText(name, { selector: '.list-name' }).closest('button');
  if (found === null) throw new Error(`${name} is no row`);
  return found;
}
const rows = () => screen.getAllByRole('button').filter((button) => button.matches('.list-row'));
const group = (name: string) => [...screen.getByLabelText(name).querySelectorAll('button')].map(words);
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the list', () => {
  it('has every site, by cluster, in the order of the policy', () => {
    show();
    expect(rows()).toHaveLength(26);
    expect(heads()).toEqual([
      '泛家居3',
      '汽车及新能源6',
      '军民融合及电子信息1',
      '智能制造装备及机器人2',
      '新材料1',
      '食品饮料2',
      '生物医药及大健康2',
      '跨集群7',
    ]);
    expect(group('泛家居')).toEqual(['佛山家居名镇顺德区', '建陶小镇禅城区', '织梦小镇无位置']);
  });

  it('keeps unlocated ones in their place and marks them', () => {
    show();
    expect(rows().filter((b) => words(b).endsWith('无位置'))).toHaveLength(6);
    expect(words(row(/蟠桃/))).toBe('蟠桃绿色食品园无位置');
  });

  it('puts parts under their whole', () => {
    show();
    const cross = group('跨集群');
    const zone = cross.indexOf('佛山高新区南海区、禅城区、顺德区、高明区、三水区');
    expect(cross.slice(zone + 1, zone + 3)).toEqual(['佛山高新区南海园南海区', '佛山科学技术学院无位置']);
    expect(document.querySelectorAll('.list-row').length - document.querySelectorAll('.is-part').length).toBe(24);
  });

  it('groups by district, status and how surely placed', () => {
    show();
    choose('分组', 'district');
    expect(heads().at(-1)).toBe('未载明4');
    choose('分组', 'status');
    expect(heads()).toEqual(['规划1', '在建1', '运营12', '暂停1', '终止1', '状态未知8']);
    choose('分组', 'precision');
    expect(heads().map((h) => h.replace(/\d+$/, ''))).toEqual([
      '建筑或大门',
      '道路、村或车站',
      '镇街',
      '只到区',
      '只到市',
      '位置未知',
    ]);
  });

  it('sorts by name in the order of the language', () => {
    show();
    choose('排序', 'name');
    expect(group('泛家居').map((n) => n.slice(0, 2))).toEqual(['佛山', '建陶', '织梦']);
    expect(group('食品饮料').map((n) => n.slice(0, 2))).toEqual(['蟠桃', '中国']);
  });
});

describe('choosing in the list', () => {
  it('selects the site, and shows what is selected elsewhere', async () => {
    const { state } = show();
    fireEvent.click(row(/季华实验室/));
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
    expect(row(/季华实验室/).getAttribute('aria-current')).toBe('true');
    state.actions.selectSite('automation-park');
    await waitFor(() => expect(row(/鲁班天工/).getAttribute('aria-current')).toBe('true'));
    expect(document.querySelectorAll('[aria-current]')).toHaveLength(1);
  });

  it('moves with the arrow keys, Home and End', () => {
    show();
    const buttons = rows();
    buttons[0]?.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    press('ArrowDown');
    expect(document.activeElement).toBe(buttons[1]);
    press('End');
    expect(document.activeElement).toBe(buttons.at(-1));
    press('ArrowDown');
    expect(document.activeElement).toBe(buttons.at(-1));
    press('Home');
    press('ArrowUp');
    expect(document.activeElement).toBe(buttons[0]);
  });

  it('tells the map what the pointer is on', () => {
    const { state } = show();
    fireEvent.mouseEnter(row(/季华实验室/));
    expect(state.hovered.value?.id).toBe('jihua-laboratory');
    fireEvent.mouseLeave(row(/季华实验室/));
    expect(state.hovered.value).toBeNull();
  });
});

describe('languages', () => {
  it('changes all names with the language', () => {
    const { state } = show('', { lang: 'en' });
    expect(words(row(/^Jihua/))).toBe('Jihua LaboratoryNanhai');
    expect(words(row(/^Zhimeng/))).toContain('no location');
    state.actions.setLang('zh-Hant');
    return screen.findByText('季華實驗室');
  });
});
