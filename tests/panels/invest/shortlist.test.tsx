/** The shortlist as its user sees it: order, notes, another's list, and what leaves as a file. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { ShortlistStore } from '../../../src/data/device/shortlist-store.ts';
import { toCsv } from '../../../src/data/export/csv.ts';
import ShortlistPanel from '../../../src/panels/invest/shortlist.tsx';
import { shortlistCsv } from '../../../src/panels/invest/shortlist-csv.ts';
import { renderIn, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

const IDS = ['xianhu-hydrogen-valley', 'sanlongwan', 'zhimeng-textile-town'];

function deviceWith(ids: readonly string[], notes: Readonly<Record<string, string>> = {}) {
  const write = vi.fn<ShortlistStore['write']>(() => true);
  const store: ShortlistStore = {
    read: () => ({ value: { ids, notes }, aside: [], keeps: true }),
    write,
    onChange: () => {},
  };
  return { store, write };
}
const names = () =>
  screen.getAllByRole('listitem').map((item) => words(within(item).getAllByRole('button')[0] ?? null));

describe('the shortlist', () => {
  it('says how to fill it while it is empty', () => {
    renderIn(investApp('mode=invest&view=shortlist&lang=en'), <ShortlistPanel />);
    expect(screen.getByText(/Press the star of a candidate/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /CSV/ })).toBeNull();
  });

  it('moves by buttons, keeps the focus on what was moved, and says its new place', async () => {
    const { store, write } = deviceWith(IDS);
    const app = investApp('mode=invest&view=shortlist&lang=en', { shortlistStore: store });
    renderIn(app, <ShortlistPanel />);
    const [first, second] = names();
    fireEvent.click(screen.getByRole('button', { name: `Move down: ${first}` }));
    await waitFor(() => expect(names().slice(0, 2)).toEqual([second, first]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Move down: ${first}`);
    expect(screen.getByText(`${first} is now number 2`)).toBeTruthy();
    expect(write).toHaveBeenLastCalledWith({ ids: [IDS[1], IDS[0], IDS[2]], notes: {} });
    expect(app.state.address.value.shortlist).toEqual([IDS[1], IDS[0], IDS[2]]);
  });

  it('removes, and the next one has the focus', async () => {
    const { store } = deviceWith(IDS);
    renderIn(investApp('mode=invest&view=shortlist&lang=en', { shortlistStore: store }), <ShortlistPanel />);
    const [first, second] = names();
    fireEvent.click(screen.getByRole('button', { name: `Take off the shortlist: ${first}` }));
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(words(document.activeElement)).toBe(second);
  });

  it('keeps a note on the device and out of the address', () => {
    const { store, write } = deviceWith(['sanlongwan']);
    const app = investApp('mode=invest&view=shortlist&lang=en', { shortlistStore: store });
    renderIn(app, <ShortlistPanel />);
    fireEvent.input(screen.getByRole('textbox', { name: /^Note: / }), { target: { value: '=call first' } });
    expect(write).toHaveBeenLastCalledWith({ ids: ['sanlongwan'], notes: { sanlongwan: '=call first' } });
    expect(JSON.stringify(app.state.address.value)).not.toContain('call first');
  });

  it('asks before another’s list takes the place of one’s own', async () => {
    const { store, write } = deviceWith(['sanlongwan'], { sanlongwan: 'mine' });
    const app = investApp('mode=invest&view=shortlist&lang=en&shortlist=xianhu-hydrogen-valley', {
      shortlistStore: store,
    });
    renderIn(app, <ShortlistPanel />);
    expect(screen.getByText(/Your own 1 on this device is untouched/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Move up/ })).toBeNull();
    expect(write).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Just look' }));
    expect(screen.getByText(/You are looking at the list of a link/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Add to mine' }));
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(write).toHaveBeenLastCalledWith({
      ids: ['sanlongwan', 'xianhu-hydrogen-valley'],
      notes: { sanlongwan: 'mine' },
    });
  });

  it('says so where the device keeps nothing, and what of a link it does not know', () => {
    renderIn(investApp('mode=invest&view=shortlist&lang=en&shortlist=sanlongwan,no-such-park'), <ShortlistPanel />);
    expect(screen.getByText(/This device lets nothing be kept/)).toBeTruthy();
    expect(screen.getByText(/1 id of the address is not in the register/)).toBeTruthy();
  });
});

describe('the shortlist as a file', () => {
  it('has score, ranks, notes and sources, and no cell that a spreadsheet would run', async () => {
    const app = investApp('mode=invest&lang=en&need=hydrogen');
    await findOn(app);
    const sites = IDS.flatMap((id) => app.state.siteById.value.get(id) ?? []);
    const rows = shortlistCsv(app.state, app.i18n.value, sites, { sanlongwan: '=1+1' });
    const text = toCsv(rows);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain("'=1+1");
    const [head = [], ...lines] = rows;
    expect(lines.map((line) => line[1])).toEqual(IDS);
    const at = (title: string) => head.indexOf(title);
    const [low, high] = [lines[0]?.[at('Score, low end')], lines[0]?.[at('Score, high end')]];
    expect(Number(low)).toBeGreaterThan(0);
    expect(Number(high)).toBeGreaterThanOrEqual(Number(low));
    expect(lines[0]?.[at('Best rank')]).toBeTypeOf('number');
    expect(String(lines[0]?.[at('Sources')])).toMatch(/https?:\/\//);
    // Nothing is known of the third but its name: unknown is an empty cell, not 0.
    expect(lines[2]?.[at('Best rank')]).toBeNull();
    expect(lines.every((line) => line.length === head.length)).toBe(true);
  });
});
