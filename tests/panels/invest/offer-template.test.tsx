/** The table for parks: what goes out comes back as columns with units and a date. */
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ownColumns } from '../../../src/analysis/invest/own-columns.ts';
import { ownTables, ownTexts } from '../../../src/analysis/invest/own-rows.ts';
import { readRegisterSheets } from '../../../src/data/import/register-sheets.ts';
import { packText } from '../../../src/domain/point-set.ts';
import InvestSide from '../../../src/panels/invest/invest-side.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { watchFiles } from '../../fixtures/handed-out.ts';
import { smallSet } from '../../fixtures/imported.ts';

const FILLED = ['85', '120', '18', '3000', '6300', '900', 'Ms Li', '2099-12-31', 'prepaid'];

describe.each([
  ['en', '10k CNY/mu', /A table for parks/],
  ['zh-Hans', '万元/亩', /给园区填写的表/],
] as const)('the table for parks, %s', (lang, unit, button) => {
  it('has a row a candidate by id, and filled in it gives six criteria with units, a date and two texts', async () => {
    const files = watchFiles();
    const app = makeApp(`mode=invest&lang=${lang}&need=hydrogen&shortlist=xianhu-hydrogen-valley`);
    renderIn(app, <InvestSide />);
    fireEvent.click(await screen.findByRole('button', { name: button }));
    await vi.waitFor(() => expect(files).toHaveLength(1));
    const [sheet] = await readRegisterSheets(new File([files[0]?.file ?? ''], 'offers.xlsx'));
    const rows = (sheet?.rows ?? []).map(({ cells }) => cells);
    expect(rows).toHaveLength(2);
    const [head = [], row = []] = rows;
    expect(row[0]).toBe('xianhu-hydrogen-valley');

    const cells = [...row.slice(0, 3), ...FILLED];
    const columns = head.map((name, at) => packText(String(name), [String(cells[at] ?? '')]));
    const set = { ...smallSet(), count: 1, label: packText('', [String(row[1])]), columns };
    const tables = ownTables([{ name: 'offers', set }], app.state.base.sites, '2026-11-29');
    const own = ownColumns(tables, { lessIsBetter: () => true, pick: () => null, rows: new Set() });
    expect(own).toHaveLength(6);
    expect(own[0]).toMatchObject({ unit, low: 85 });
    expect(own.every((column) => column.unit !== '')).toBe(true);
    expect(tables[0]?.rows[0]).toMatchObject({ until: '2099-12-31', expired: false });
    const texts = ownTexts(tables, 'xianhu-hydrogen-valley').map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['Ms Li', '2099-12-31', 'prepaid']));
  });
});
