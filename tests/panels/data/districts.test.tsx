/** The district of a row as it is counted, and as it is stated where that differs: on its card and in the table. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { RowCard } from '../../../src/panels/data/row-card.tsx';
import { SetTable } from '../../../src/panels/data/table/set-table.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { imported, textFile } from '../../data/import/helpers.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { NO_STORE } from '../../fixtures/imported.ts';

const FILE = [
  '名称,区,经度_wgs84,纬度_wgs84',
  '甲,禅城区,113.1052,23.0187',
  '乙,,113.1431,23.0412',
  '丙,顺德区,113.264,23.129',
  '丁,高明区,,',
].join('\n');

async function opened() {
  const app = makeApp('view=data');
  const { set, receipt } = await imported(textFile(FILE), 'a.csv');
  const imports = {
    ...createImports(NO_STORE, vi.fn()),
    session: createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn()),
    kept: keptSources(() => localStorage),
  };
  app.state.provide({ imports });
  await imports.add({ set, receipt });
  const item = imports.byId(set.id);
  if (item === null) throw new Error('not added');
  return { app, imports, item };
}

it.each([
  [0, '禅城区'],
  [1, '南海区（计入）· 文件写明：未载明'],
  [2, '佛山以外（计入）· 文件写明：顺德区'],
  [3, '高明区'],
])('row %i says %s on its card', async (row, said) => {
  const { app, imports, item } = await opened();
  const { container } = renderIn(app, <RowCard imports={imports} item={item} row={row} />);
  const label = [...container.querySelectorAll('dt')].find((dt) => words(dt) === '区');
  expect(words(label?.nextElementSibling ?? null)).toBe(said);
});

it('stands in two columns of the table, which a switch hides', async () => {
  const { app, imports, item } = await opened();
  const { container } = renderIn(app, <SetTable imports={imports} item={item} />);
  const lines = () =>
    [...container.querySelectorAll('tbody tr')].map((tr) => [...tr.querySelectorAll('td.is-computed')].map(words));
  // A row disagrees with what it states: they are there from the start.
  expect(lines()).toEqual([
    ['禅城区', '禅城区'],
    ['南海区', '未载明'],
    ['佛山以外', '顺德区'],
    ['高明区', '高明区'],
  ]);
  fireEvent.click(screen.getByRole('checkbox', { name: /计入的与文件写明的/ }));
  expect(lines()).toEqual([[], [], [], []]);
});
