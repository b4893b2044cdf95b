import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Legend } from '../../../src/panels/list/legend.tsx';
import { SiteList } from '../../../src/panels/list/site-list.tsx';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function show(hash = '', options: TestOptions = {}) {
  const test = makeApp(hash, options);
  renderIn(
    test,
    <>
      <Legend />
      <SiteList />
    </>,
  );
  return test;
}
const legend = () => screen.getByLabelText(/^(图例|Legend)/);
const listed = () => [...screen.getByLabelText(/^(列表|List)$/).querySelectorAll('li button')];
const box = (name: RegExp) => within(legend()).getByRole('checkbox', { name });
const boxesOn = () => legend().querySelectorAll('.legend-row input:checked').length;
const rows = () => [...legend().querySelectorAll('.legend-row label')].map(words);

describe('the legend', () => {
  it('is the 2 + 2 + 4 with live counts, then what serves several', () => {
    show();
    expect(
      within(legend())
        .getAllByRole('group', { name: /超|服务/ })
        .map((g) => g.querySelectorAll('.legend-row').length),
    ).toEqual([2, 2, 4, 1]);
    expect(rows()).toEqual([
      '装备制造0',
      '泛家居3',
      '汽车及新能源6',
      '军民融合及电子信息1',
      '智能制造装备及机器人2',
      '新材料1',
      '食品饮料2',
      '生物医药及大健康2',
      '跨集群7',
    ]);
  });

  it('takes a class away from the list and the count, and brings it back', () => {
    show();
    expect([words(legend().querySelector('.panel-head .muted')), listed().length]).toEqual(['24 / 24 项', 26]);
    fireEvent.click(box(/泛家居/));
    expect([words(legend().querySelector('.panel-head .muted')), listed().length]).toEqual(['21 / 24 项', 23]);
    expect(screen.queryByText('建陶小镇')).toBeNull();
    // Its own count still says what it would bring.
    expect(rows()).toContain('泛家居3');
    fireEvent.click(box(/泛家居/));
    expect(screen.getByText('建陶小镇')).toBeTruthy();
    expect(listed()).toHaveLength(26);
  });

  it('shows one class alone with "only", and all again when asked twice', () => {
    const { state } = show();
    const only = within(legend()).getByRole('button', { name: '只看食品饮料' });
    fireEvent.click(only);
    expect(listed().map(words)).toEqual([expect.stringContaining('国际水都'), expect.stringContaining('蟠桃')]);
    expect(only.getAttribute('aria-pressed')).toBe('true');
    expect(boxesOn()).toBe(1);
    fireEvent.click(only);
    expect(state.filters.value.clusters).toBeNull();
    expect(listed()).toHaveLength(26);
  });

  it('counts under the other filters', () => {
    show('districts=gaoming');
    expect(rows().filter((row) => !row.endsWith('0') || row.endsWith('10'))).toEqual([
      '汽车及新能源2',
      '新材料1',
      '跨集群1',
    ]);
  });

  it('clears all filters, and offers it only where there is one', () => {
    const { state } = show('clusters=home&kinds=park&q=x');
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(listed()).toHaveLength(26);
    expect(state.filters.value.q).toBe('x');
    expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
  });

  it('says that nothing is left where everything is off', () => {
    show('clusters=-');
    expect(listed()).toHaveLength(0);
    expect(screen.getByText('没有符合筛选条件的项目。')).toBeTruthy();
    expect(boxesOn()).toBe(0);
  });

  it('speaks English', () => {
    show('', { lang: 'en' });
    expect(rows()[2]).toBe('Vehicles and new energy6');
    expect(within(legend()).getByRole('button', { name: 'Only New materials' })).toBeTruthy();
  });
});
