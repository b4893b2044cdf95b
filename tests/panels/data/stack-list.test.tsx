import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { RowHover } from '../../../src/panels/data/map-sets.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { smallImport, smallSet } from '../../fixtures/imported.ts';
import { memorySets } from '../../fixtures/memory-stores.ts';

/** Three rows, of which the second and third stand on one point. */
function stacked(id: string, names: readonly string[]): PointSet {
  return {
    ...smallSet(id, id),
    positions: Float64Array.of(113.2, 22.9, 113.1, 23.02, 113.1, 23.02),
    label: packText('名称', names),
  };
}

async function shown(...sets: readonly PointSet[]) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(memorySets(), vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  for (const set of sets) await imports.add({ set, receipt: smallImport(set.id).receipt });
  renderIn(
    app,
    <>
      <DataPanel />
      <RowHover />
    </>,
  );
  return imports;
}

const items = () => screen.getAllByRole('listitem').map(words);
const title = () => screen.getByRole('heading', { level: 2 }).textContent;

describe('rows on one point', () => {
  it('open as a list when one of them is pointed at; a row alone opens its card', async () => {
    const imports = await shown(stacked('one', ['甲', '乙', '丙']));
    imports.take({ setId: 'one', row: 0 });
    await waitFor(() => expect(title()).toBe('甲'));
    expect(screen.queryByText(/On this point/)).toBeNull();
    imports.take({ setId: 'one', row: 2 });
    await waitFor(() => expect(title()).toBe('2 rows on one point'));
    expect(items()).toEqual(['乙 Road, village or station', '丙 Town']);
  });

  it('are stepped through, round and round, and the way back ends at the row that is left', async () => {
    const imports = await shown(stacked('one', ['甲', '乙', '丙']));
    imports.take({ setId: 'one', row: 2 });
    fireEvent.click(await screen.findByRole('button', { name: '乙' }));
    await waitFor(() => expect(title()).toBe('乙'));
    expect(screen.getByText('On this point: 1 of 2')).toBeTruthy();
    const next = screen.getByRole('button', { name: 'Next' });
    next.focus();
    fireEvent.click(next);
    await waitFor(() => expect(title()).toBe('丙'));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Next' }));
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    await waitFor(() => expect(title()).toBe('乙'));
    fireEvent.click(screen.getByRole('button', { name: 'Previous' }));
    await waitFor(() => expect(title()).toBe('丙'));
    fireEvent.click(screen.getByRole('button', { name: /Back to the 2 rows on this point/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '丙' })));
  });

  it('are counted over all sets that are shown, each row with the name of its set', async () => {
    const imports = await shown(stacked('one', ['甲', '乙', '丙']), stacked('two', ['丁', '戊', '己']));
    imports.take({ setId: 'one', row: 1 });
    // The uppermost set first.
    await waitFor(() => expect(items().map((each) => each.split(' ')[0])).toEqual(['戊', '己', '乙', '丙']));
    expect(items()[0]).toContain('two');
    imports.hover({ setId: 'two', row: 0, x: 1, y: 1 });
    expect(await screen.findByText('2 rows on this point')).toBeTruthy();
    imports.restyle('two', { visible: false });
    await waitFor(() => expect(items().length).toBe(2));
  });

  it('are not counted where the filter leaves them out', async () => {
    const imports = await shown(stacked('one', ['甲', '乙', '丙']));
    expect([...imports.stacks.counted.value.counts]).toEqual([2]);
    imports.refilter('one', { precisions: ['town'] });
    expect([...imports.stacks.counted.value.counts]).toEqual([]);
    imports.take({ setId: 'one', row: 2 });
    await waitFor(() => expect(title()).toBe('丙'));
  });

  it('are a step away for whoever comes from the list of the set', async () => {
    const imports = await shown(stacked('one', ['甲', '乙', '丙']));
    imports.choose({ setId: 'one', row: 1 });
    fireEvent.click(await screen.findByRole('button', { name: 'List all 2' }));
    await waitFor(() => expect(title()).toBe('2 rows on one point'));
    fireEvent.click(screen.getByRole('button', { name: /Back to the list of data/ }));
    await waitFor(() => expect(title()).toBe('Imported data'));
  });
});
