/** The comparison as its reader sees it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { compareCsv } from '../../../src/panels/invest/compare-csv.ts';
import { compareGroups } from '../../../src/panels/invest/compare-rows.ts';
import CompareView from '../../../src/panels/invest/compare-view.tsx';
import { renderIn, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

const FOUR = 'compare=xianhu-hydrogen-valley,sanlongwan,shunde-nev-town,zhimeng-textile-town';
const rowOf = (label: string) => {
  const head = screen.getAllByRole('rowheader').find((cell) => words(cell).startsWith(label));
  return head?.closest('tr') ?? null;
};

describe('the comparison', () => {
  it('says how to fill it while it is empty, and offers the candidates', () => {
    const app = investApp('mode=invest&view=compare&lang=en');
    renderIn(app, <CompareView />);
    expect(screen.getByText(/Nothing is chosen yet/)).toBeTruthy();
    const picker = screen.getByRole('combobox', { name: 'Add another' });
    fireEvent.change(picker, { target: { value: 'sanlongwan' } });
    expect(app.state.invest.compare.value).toEqual(['sanlongwan']);
    expect(screen.getByText(/Only one: add another/)).toBeTruthy();
  });

  it('has a column for each of four, unknown said as unknown, and no way to add a fifth', async () => {
    const app = investApp(`mode=invest&view=compare&lang=en&need=hydrogen&${FOUR}`);
    await findOn(app);
    renderIn(app, <CompareView />);
    expect(screen.getAllByRole('columnheader')).toHaveLength(4);
    expect(screen.queryByRole('combobox', { name: 'Add another' })).toBeNull();
    const status = rowOf('Status');
    expect(
      within(status as HTMLElement)
        .getAllByRole('cell')
        .map(words)[3],
    ).toContain('Unknown');
    expect(status?.classList.contains('is-differing')).toBe(true);
    // One side is unknown, so no distance is the best.
    const station = rowOf('Metro or rail');
    expect(words(station)).toContain('no known position');
    expect(words(station)).not.toContain('Best');
  });

  it('calls a value the best only where it is known on all sides and beyond the errors', async () => {
    const app = investApp('mode=invest&view=compare&lang=en&need=hydrogen&compare=xianhu-hydrogen-valley,sanlongwan');
    await findOn(app);
    const sites = app.state.invest.compare.value.flatMap((id) => app.state.siteById.value.get(id) ?? []);
    const rows = compareGroups(app.state, app.i18n.value, sites).flatMap((group) => group.rows);
    const best = rows.filter((row) => row.best !== null);
    expect(best.map(({ key }) => key)).toContain('cluster');
    for (const row of best) expect(row.cells.every(({ text }) => text !== null)).toBe(true);
    // Facts are never called best.
    expect(best.every(({ key }) => !sites.some((site) => site.facts.some((fact) => fact.key === key)))).toBe(true);
  });

  it('shows only rows that differ when asked to', async () => {
    const app = investApp('mode=invest&view=compare&lang=en&compare=robot-valley,automation-park');
    await findOn(app);
    const { container } = renderIn(app, <CompareView />);
    const rows = () => [...container.querySelectorAll('tbody tr:not(.compare-group)')];
    const before = rows().length;
    fireEvent.click(screen.getByLabelText('Only rows that differ'));
    await waitFor(() => expect(rows().length).toBeLessThan(before));
    expect(rows().every((row) => row.classList.contains('is-differing'))).toBe(true);
  });

  it('takes one out by its button', () => {
    const app = investApp(`mode=invest&view=compare&lang=en&${FOUR}`);
    renderIn(app, <CompareView />);
    fireEvent.click(screen.getAllByRole('button', { name: /^Leave the comparison/ })[0] as HTMLElement);
    expect(app.state.invest.compare.value).toHaveLength(3);
  });

  it('leaves as a table with a source beside each value', async () => {
    const app = investApp(`mode=invest&lang=en&need=hydrogen&${FOUR}`);
    await findOn(app);
    const sites = app.state.invest.compare.value.flatMap((id) => app.state.siteById.value.get(id) ?? []);
    const rows = compareCsv(app.i18n.value, sites, compareGroups(app.state, app.i18n.value, sites));
    expect(rows[0]).toHaveLength(2 + 4 * 3 + 3);
    expect(rows.every((row) => row.length === 17)).toBe(true);
    const station = rows.find((row) => row[1] === 'Metro or rail');
    expect(String(station?.[4])).toContain('OpenStreetMap');
    expect(String(station?.[11])).toBe('Unknown: no known position');
    // What must be said of it stands once, and the best of those known is no points behind.
    expect(String(station?.[16])).toContain('planned ones do not count');
    expect([station?.[3], station?.[6], station?.[9]]).toContain(0);
  });

  it('says what decides between the first two, and that zones and parks are not set against each other', async () => {
    const app = investApp(
      'mode=invest&view=compare&lang=en&need=hydrogen&compare=xianhu-hydrogen-valley,zhimeng-textile-town,robot-valley',
    );
    await findOn(app);
    renderIn(app, <CompareView />);
    const said = words(screen.getByRole('region', { name: 'What decides' }));
    expect(said).toMatch(/is ahead of .* by [\d.]+ points\. For .*: Cluster/);
    app.state.invest.compareThese(['xianhu-hydrogen-valley', 'sanlongwan']);
    await waitFor(() =>
      expect(words(screen.getByRole('region', { name: 'What decides' }))).toContain('zones hold parks'),
    );
  });
});
