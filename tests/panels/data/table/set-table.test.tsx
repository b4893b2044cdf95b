import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { PointSet } from '../../../../src/domain/point-set.ts';
import { packText } from '../../../../src/domain/point-set.ts';
import DataPanel from '../../../../src/panels/data/data-panel.tsx';
import { createImportSession } from '../../../../src/state/imports/import-session.ts';
import { createImports } from '../../../../src/state/imports/imports.ts';
import { keptSources } from '../../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../../fixtures/app.tsx';
import { NO_STORE, smallImport } from '../../../fixtures/imported.ts';
import { randomSet } from '../../../fixtures/random-set.ts';

async function tableOf(set: PointSet) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add({ set, receipt: smallImport().receipt });
  renderIn(app, <DataPanel />);
  fireEvent.click(screen.getByRole('button', { name: /as a table/ }));
  await waitFor(() => screen.getByRole('grid'));
  const lines = () =>
    within(screen.getByRole('grid'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(words));
  return { imports, lines };
}

describe('a set as a table', () => {
  it('is sorted by the head of a column, searched, and follows the filter', async () => {
    const { imports, lines } = await tableOf(smallImport().set);
    expect(lines()).toEqual([
      ['1', '甲厂', '120'],
      ['2', '乙厂', '85'],
      ['3', '丙厂', ''],
    ]);
    fireEvent.click(screen.getByRole('button', { name: /员工数/ }));
    await waitFor(() => expect(lines().map(([n]) => n)).toEqual(['2', '1', '3']));
    expect(screen.getByRole('columnheader', { name: /员工数/ }).getAttribute('aria-sort')).toBe('ascending');
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '甲' } });
    await waitFor(() => expect(lines()).toEqual([['1', '甲厂', '120']]));
    imports.refilter('import-1', { clusters: ['food'] });
    await waitFor(() => expect(words(screen.getByRole('article'))).toContain('No row holds that'));
    fireEvent.click(screen.getByRole('button', { name: 'Back to the sets' }));
    await waitFor(() => expect(document.querySelector('.set-table')).toBeNull());
  });

  it('leaves a row that is edited where it is, says so, and sorts again when asked', async () => {
    const { imports, lines } = await tableOf(smallImport().set);
    fireEvent.click(screen.getByRole('button', { name: /员工数/ }));
    await waitFor(() => expect(lines().map(([n]) => n)).toEqual(['2', '1', '3']));
    void imports.edits.editCell('import-1', { row: 1, column: 1, text: '900' });
    await waitFor(() => expect(lines()[0]?.slice(0, 2)).toEqual(['2', '乙厂']));
    expect(lines().map(([n]) => n)).toEqual(['2', '1', '3']);
    expect(words(screen.getByRole('article'))).toContain('Edited rows keep their place.');
    fireEvent.click(screen.getByRole('button', { name: 'Sort again' }));
    await waitFor(() => expect(lines().map(([n]) => n)).toEqual(['1', '2', '3']));
    expect(screen.queryByRole('button', { name: 'Sort again' })).toBeNull();
  });

  it('shows numbers that came as text as it shows numbers', async () => {
    const { set } = smallImport();
    await tableOf({ ...set, columns: [...set.columns, packText('产值', ['3,035.2', '暂无', '812'])] });
    const classOf = (place: string) => document.querySelector(`[data-cell="${place}"]`)?.className;
    expect(words(document.querySelector('[data-cell="0 2"]'))).toBe('3,035.2');
    expect(classOf('0 2')).toContain('is-number');
    expect(classOf('0 0')).not.toContain('is-number');
  });

  it('takes the focus, so that the keyboard goes on from it', async () => {
    await tableOf(smallImport().set);
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it('chooses a row on the map, and turns to the row that is chosen there', async () => {
    const { imports, lines } = await tableOf({
      ...randomSet({ seed: 5, count: 250 }),
      id: 'import-1',
      columns: [
        packText(
          'n',
          Array.from({ length: 250 }, (_, n) => `x${n}`),
        ),
      ],
    });
    expect(lines()).toHaveLength(100);
    fireEvent.click(screen.getByRole('button', { name: /^Row 7:/ }));
    expect(imports.chosen.value).toEqual({ setId: 'import-1', row: 6 });
    const marked = () => document.querySelector('tr.is-chosen');
    await waitFor(() => expect(words(marked())).toContain('x6'));
    imports.choose({ setId: 'import-1', row: 220 });
    await waitFor(() => expect(words(marked())).toContain('x220'));
    expect(words(document.querySelector('.set-table > [role=status]'))).toBe('Rows 201 to 250 of 250');
  });

  it('copies what is found, with the names of the columns', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    await tableOf(smallImport().set);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '乙' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy 1 row for Excel' }));
    await waitFor(() => screen.getByText('Copied'));
    expect(writeText).toHaveBeenCalledWith('名称\t员工数\r\n乙厂\t85\r\n');
    vi.unstubAllGlobals();
  });
});

describe('editing in the table', () => {
  const cell = (row: number, column: number) => {
    const found = document.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);
    if (found === null) throw new Error(`no cell ${row} ${column}`);
    return found;
  };
  const input = () => {
    const found = document.querySelector<HTMLInputElement>('.cell-input');
    if (found === null) throw new Error('no cell is open');
    return found;
  };
  const key = (target: Element, name: string, more: Partial<KeyboardEventInit> = {}) =>
    fireEvent.keyDown(target, { key: name, ...more });
  const isOn = (row: number, column: number) => waitFor(() => expect(document.activeElement).toBe(cell(row, column)));
  const type = async (text: string) => {
    await waitFor(input);
    fireEvent.input(input(), { target: { value: text } });
    await waitFor(() => expect(input().value).toBe(text));
  };

  it('goes by keys from cell to cell, writes one with Enter, leaves one with Escape', async () => {
    const { lines } = await tableOf(smallImport().set);
    cell(0, -1).focus();
    key(cell(0, -1), 'ArrowRight');
    await isOn(0, 0);
    key(cell(0, 0), 'Tab');
    await isOn(0, 1);
    key(cell(0, 1), 'F2');
    await type('1,300');
    key(input(), 'Enter');
    await isOn(1, 1);
    expect(lines()[0]).toEqual(['1', '甲厂', '1,300Edited by hand; the file says “120”']);
    key(cell(1, 1), 'Enter');
    await type('9');
    key(input(), 'Escape');
    await isOn(1, 1);
    expect(lines()[1]).toEqual(['2', '乙厂', '85']);
    key(cell(1, 1), 'z', { ctrlKey: true });
    await waitFor(() => expect(lines()[0]).toEqual(['1', '甲厂', '120']));
    key(cell(1, 1), 'y', { ctrlKey: true });
    await waitFor(() => expect(lines()[0]?.[2]).toContain('1,300'));
  });

  it('is opened by a second click, refuses what is no number, and keeps what was typed', async () => {
    const { imports, lines } = await tableOf(smallImport().set);
    fireEvent.click(cell(2, 1));
    await isOn(2, 1);
    fireEvent.click(cell(2, 1));
    await type('很多');
    key(input(), 'Enter');
    await waitFor(() => expect(words(screen.getByRole('alert'))).toContain('“员工数” holds numbers'));
    expect(input().value).toBe('很多');
    await type('40');
    fireEvent.blur(input());
    await waitFor(() => expect(lines()[2]?.[2]).toContain('40'));
    expect(words(screen.getByRole('article'))).toContain('1 cell edited by hand');
    expect(imports.byId('import-1')?.set.columns[1]?.edited).toEqual(new Set([2]));
  });

  it('takes rows out and brings them back', async () => {
    const { lines } = await tableOf(smallImport().set);
    fireEvent.click(cell(1, -1));
    fireEvent.click(await screen.findByRole('button', { name: 'Take row 2 out' }));
    await waitFor(() => expect(lines().map(([, name]) => name)).toEqual(['甲厂', '丙厂']));
    expect(words(screen.getByRole('article'))).toContain('1 row taken out by hand');
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(lines()).toHaveLength(3));
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '厂' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Take the 3 rows found out' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take 3 rows out of map, counts and export' }));
    await waitFor(() => expect(words(screen.getByRole('article'))).toContain('No row holds that'));
    fireEvent.click(screen.getByRole('button', { name: 'Bring 3 rows back' }));
    await waitFor(() => expect(lines()).toHaveLength(3));
  });
});

describe('computed columns in the table', () => {
  it('are added by their form, told apart, undone and removed', async () => {
    const { set } = smallImport();
    const land = { kind: 'number' as const, name: '用地（亩）', values: Float64Array.of(30, 0, 5) };
    const { imports, lines } = await tableOf({ ...set, columns: [...set.columns, land] });
    fireEvent.click(screen.getByRole('button', { name: 'Add the column' }));
    const name = '员工数 ÷ 用地（亩） (1/亩)';
    await waitFor(() => expect(lines().map((cells) => cells.at(-1))).toEqual(['4', '', '']));
    expect(words(screen.getByRole('article'))).toContain(
      `“${name}” is there for colour, size, filter and answers; 2 rows unknown.`,
    );
    expect(screen.getByRole('columnheader', { name: /÷/ }).querySelector('button')?.title).toBe('员工数 ÷ 用地（亩）');
    // What is worked out is not written over.
    expect(imports.edits.editCell('import-1', { row: 0, column: 3, text: '9' })).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(lines()[0]).toHaveLength(4));
    fireEvent.click(screen.getByRole('button', { name: 'Redo' }));
    fireEvent.click(await screen.findByRole('button', { name: `Remove “${name}”` }));
    await waitFor(() => expect(lines()[0]).toHaveLength(4));
  });
});
