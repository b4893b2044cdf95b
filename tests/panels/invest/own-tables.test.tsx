/** A table of the user's own, from its columns to the ranking, the comparison and the dossier. */
import { signal } from '@preact/signals';
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../src/analysis/invest/own-columns.ts';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import CompareView from '../../../src/panels/invest/compare-view.tsx';
import DossierView from '../../../src/panels/invest/dossier-view.tsx';
import InvestSide from '../../../src/panels/invest/invest-side.tsx';
import { renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { smallSet } from '../../fixtures/imported.ts';
import { findOn } from '../../fixtures/invest-app.ts';
import { withSets } from '../../fixtures/own-sets.tsx';

const PRICE = '地价（万元/亩）';
const PARKS = ['仙湖氢谷', '仙湖氢谷', '建陶小镇', '水帘洞机器人谷'];
const offers: PointSet = {
  ...smallSet('offers', 'offers'),
  count: 4,
  label: packText('园区', PARKS),
  columns: [
    packText('园区', PARKS),
    { kind: 'number', name: PRICE, values: Float64Array.of(90, 80, 60, 10) },
    packText('联系人', ['李女士', '何先生', '', '周先生']),
    packText('有效期至', ['2099-01-01', '2099-01-01', '2099-01-01', '2020-01-01']),
  ],
};

async function withOffers(hash: string): Promise<TestApp> {
  const app = await withSets(`mode=invest&lang=en&need=hydrogen&${hash}`, [offers]);
  await findOn(app);
  return app;
}
const rowOf = (name: string) => screen.getAllByText(name, { selector: '.ranked-name' })[0]?.closest('li') ?? null;

describe('a column of one’s own', () => {
  it('counts after one click on its direction, with its unit', async () => {
    const app = await withOffers('');
    const { state } = app;
    renderIn(app, <InvestSide />);
    const field = screen.getByRole('group', { name: 'Your own data' });
    expect(words(field)).toContain(`${PRICE}2 candidates, offers`);
    fireEvent.click(within(field).getByRole('button', { name: `${PRICE}: less is better` }));
    expect(state.invest.weights.value).toBe(`${markOf(PRICE)}:-3`);
    const value = (id: string) =>
      state.invest.ranking.value?.candidates.find(({ site }) => site.id === id)?.values.get(markOf(PRICE));
    expect(value('xianhu-hydrogen-valley')).toMatchObject({ reason: 'rows-differ' });

    const several = within(field).getByRole('combobox', { name: `Several rows of one candidate, ${PRICE}` });
    fireEvent.change(several, { target: { value: 'least' } });
    expect(state.invest.weights.value).toBe(`${markOf(PRICE)}:-3.least`);
    expect(value('xianhu-hydrogen-valley')).toMatchObject({ said: { value: 80, unit: '万元/亩', rows: 2 }, score: 0 });
    expect(words(field)).toContain('1 row has expired and does not count.');

    fireEvent.change(several, { target: { value: 'row' } });
    fireEvent.change(within(field).getByRole('combobox', { name: 'Xianhu Hydrogen Valley' }), {
      target: { value: state.invest.finder.value?.own.value[0]?.offers.get('xianhu-hydrogen-valley')?.[0]?.mark },
    });
    expect(value('xianhu-hydrogen-valley')).toMatchObject({ said: { value: 90, pick: 'row' } });
    expect(rowOf('Xianhu Hydrogen Valley')?.querySelector('.parts-bar')?.getAttribute('aria-label')).toContain(PRICE);
  });
});

describe('what a table says', () => {
  const hash = `weights=${markOf(PRICE)}:-3.least&`;

  it('stands in the comparison: numbers with their unit, words, and what has expired', async () => {
    renderIn(
      await withOffers(`${hash}view=compare&compare=xianhu-hydrogen-valley,nanzhuang-ceramics-town`),
      <CompareView />,
    );
    const text = words(document.body);
    expect(text).toContain('80 万元/亩, the least of 2 rows (offers)');
    expect(text).toContain('From your own tables');
    expect(text).toContain('何先生');
  });

  it('stands in the dossier', async () => {
    const app = await withOffers(`${hash}view=dossier&site=nanzhuang-ceramics-town`);
    app.state.actions.setMapStatus('failed');
    renderIn({ ...app, map: signal(null) }, <DossierView />);
    const text = [...document.querySelectorAll('.dos-sheet')].map(words).join(' ');
    expect(text).toContain('From your own tables');
    expect(text).toContain('60 万元/亩 (offers)');
    expect(text).toContain('2099-01-01');
  });
});
