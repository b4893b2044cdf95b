import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NO_PLACES } from '../../../../src/data/device/remote-places-store.ts';
import { placeAgain } from '../../../../src/data/import/place/place-again.ts';
import DataPanel from '../../../../src/panels/data/data-panel.tsx';
import { NO_THREAD } from '../../../../src/state/imports/column-thread.ts';
import { createImportSession } from '../../../../src/state/imports/import-session.ts';
import { createImports } from '../../../../src/state/imports/imports.ts';
import { ALONE } from '../../../../src/state/imports/kept-sets.ts';
import { keptSources } from '../../../../src/state/imports/remote-sets.ts';
import { context, imported, textFile } from '../../../data/import/helpers.ts';
import { makeApp, renderIn, words } from '../../../fixtures/app.tsx';
import { NO_STORE } from '../../../fixtures/imported.ts';

const LIST = '名称,区,经度_wgs84,纬度_wgs84\n甲,,113.1200,23.0200\n乙,顺德区,113.2900,22.8100\n';

async function table() {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn(), ALONE, signal(null), NO_THREAD, NO_PLACES, (request) =>
    Promise.resolve(placeAgain(request, context)),
  );
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add(await imported(textFile(LIST), 'list.csv'));
  renderIn(app, <DataPanel />);
  fireEvent.click(screen.getByRole('button', { name: /as a table/ }));
  await waitFor(() => screen.getByRole('grid'));
  const cell = (at: string) => {
    const found = document.querySelector<HTMLElement>(`[data-cell="${at}"]`);
    if (found === null) throw new Error(`there is no cell ${at}`);
    return found;
  };
  /** By the keyboard alone: the cell has the focus, Enter opens it, and closes it again. */
  const write = (at: string, text: string) => {
    fireEvent.click(cell(at));
    fireEvent.keyDown(cell(at), { key: 'Enter' });
    fireEvent.input(document.querySelector('.cell-input') ?? cell(at), { target: { value: text } });
    fireEvent.keyDown(document.querySelector('.cell-input') ?? cell(at), { key: 'Enter' });
  };
  const position = (row: number) => [...(imports.sets.value[0]?.set.positions.subarray(2 * row, 2 * row + 2) ?? [])];
  return { cell, write, position };
}

describe('a cell that says where its row is', () => {
  it('moves the row, says where it stands now, and is taken back by the key of undoing', async () => {
    const { cell, write, position } = await table();
    write('0 2', '113.2900');
    await waitFor(() => expect(position(0)).toEqual([113.29, 23.02]));
    const status = screen.getAllByRole('status').map(words).join('\n');
    expect(status).toMatch(/Row 1 now stands by its cells: .* ± \d+ m/);
    expect(words(cell('0 2'))).toContain('113.29');
    fireEvent.keyDown(cell('0 2'), { key: 'z', ctrlKey: true });
    await waitFor(() => expect(position(0)).toEqual([113.12, 23.02]));
  });

  it('stays as it was where the row would be nowhere, with the reason and what to do', async () => {
    const { cell, write, position } = await table();
    write('0 2', '11.3');
    await waitFor(() =>
      expect(words(screen.getByRole('alert'))).toBe(
        'Row 1 stays where it was, and its cell too: with “11.3” in “经度_wgs84”, the place is outside Guangdong. Write it as the other rows of the file have it.',
      ),
    );
    expect(position(0)).toEqual([113.12, 23.02]);
    expect(words(cell('0 2'))).toContain('113.12');
    write('1 1', '火星区');
    await waitFor(() => expect(words(screen.getByRole('alert'))).toContain('no district of the city is named'));
  });
});
