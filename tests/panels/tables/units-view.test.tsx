import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { UnitsView } from '../../../src/panels/tables/units-view.tsx';
import { UnitPanel } from '../../../src/panels/things/unit-panel.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { testBase } from '../../fixtures/data.ts';

function show(panel: preact.JSX.Element, hash = '') {
  const app = makeApp(hash, { lang: 'en' });
  app.need.statistics();
  renderIn(app, panel);
  return app;
}

const firstRows = (n: number) =>
  screen
    .getAllByRole('rowheader')
    .slice(0, n)
    .map((th) => within(th).getByRole('link').textContent);

it('shows 20 units by 12 clauses, every marked cell a link with its role in words', () => {
  show(<UnitsView />);
  expect(screen.getAllByRole('rowheader')).toHaveLength(20);
  expect(screen.getAllByRole('columnheader')).toHaveLength(14);
  const cell = screen.getByRole('link', {
    name: 'Foshan Municipal Science and Technology Bureau, 三（二）: named first',
  });
  expect(cell.getAttribute('href')).toBe('#clause=3.2&view=reader');
  // Every name in the twelve brackets, counted by hand.
  expect(screen.getAllByRole('link', { name: /[三四]（.）: / })).toHaveLength(55);
});

it('opens the clause from a cell and the unit from its row', () => {
  const { state } = show(<UnitsView />, 'view=units');
  fireEvent.click(screen.getByRole('link', { name: /Bureau of Commerce of Foshan City, 三（八）: listed/ }));
  expect([state.clause.value, state.view.value]).toEqual(['3.8', 'reader']);
  fireEvent.click(screen.getByRole('link', { name: 'Foshan Municipal Education Bureau' }));
  expect(state.selection.value).toEqual({ entity: 'unit', id: 'education' });
});

it('sorts by a column head, the other way round the second time, and says so', () => {
  show(<UnitsView />);
  fireEvent.click(screen.getByRole('button', { name: /^Clauses/ }));
  expect(screen.getByRole('columnheader', { name: /^Clauses/ }).getAttribute('aria-sort')).toBe('descending');
  expect(firstRows(1)).toEqual(["People's Governments of the districts"]);
  fireEvent.click(screen.getByRole('button', { name: /^四（三）/ }));
  expect(firstRows(2)).toEqual([
    'Foshan Municipal Finance Bureau',
    'Foshan Municipal Human Resources and Social Security Bureau',
  ]);
  fireEvent.click(screen.getByRole('button', { name: /^四（三）/ }));
  expect(screen.getByRole('columnheader', { name: /^四（三）/ }).getAttribute('aria-sort')).toBe('descending');
  expect(firstRows(1)).toEqual(["People's Governments of the districts"]);
  fireEvent.click(screen.getByRole('button', { name: 'Back to the order of the text' }));
  expect(firstRows(1)).toEqual(['Foshan Municipal Key Projects Bureau']);
});

it('marks the English names that no source gives, and only those', () => {
  show(<UnitsView />);
  const head = (name: string) => screen.getByRole('rowheader', { name: new RegExp(name) });
  expect(within(head('Financial Work Bureau')).queryByText('unofficial name')).not.toBeNull();
  expect(within(head('Bureau of Commerce')).queryByText('unofficial name')).toBeNull();
});

it('keeps the sites of the text apart from those of our readings, with the quoted words', async () => {
  const { policy } = await testBase();
  const unit = policy.units.find((u) => u.id === 'sanlongwan');
  if (unit === undefined) throw new Error('no such unit');
  show(<UnitPanel unit={unit} />);
  const section = (title: string) => {
    const box = screen.getByRole('heading', { name: title }).closest('section');
    if (box === null) throw new Error(title);
    return within(box);
  };
  const inText = section('Projects that these clauses name');
  expect(inText.getAllByRole('button')).toHaveLength(3);
  const read = section('Sites in our reading');
  expect(read.queryByText('推进特色小镇建设')).not.toBeNull();
  expect(read.queryByText(/^Themed town: 4$/i)).not.toBeNull();
});
