import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { TargetsView } from '../../../src/panels/tables/targets-view.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';

function show(panel: preact.JSX.Element, hash = '') {
  const app = makeApp(hash, { lang: 'en' });
  app.need.statistics();
  renderIn(app, panel);
  return app;
}

const line = (cluster: string) => {
  const row = screen.getAllByRole('rowheader', { name: cluster })[0]?.closest('tr');
  if (row === null || row === undefined) throw new Error(cluster);
  return within(row);
};

it('says of every cluster what the text sets, and "not published" where nothing is', () => {
  show(<TargetsView />);
  expect(document.querySelectorAll('.ledger tbody th')).toHaveLength(8);
  expect(
    line('Equipment manufacturing')
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
      .slice(0, 2),
  ).toEqual(['over 1 trillion yuan', 'no year stated']);
  expect(
    line('New materials')
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
      .slice(0, 3),
  ).toEqual(['over 300 billion yuan', '2026', 'Not published']);
  expect(screen.getAllByText('Not published')).toHaveLength(6);
});

it('shows a narrower figure as a note and never as the actual', () => {
  show(<TargetsView />);
  const [, , actual, , notes] = line('Food and beverages')
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
  expect(actual).toBe('Not published');
  expect(notes).toMatch(/over 70 billion yuan.*Sanshui alone/);
});

it('draws only where there are figures, and says the drawing in words', () => {
  show(<TargetsView />);
  const drawings = screen.getAllByRole('img').map((img) => img.getAttribute('aria-label'));
  expect(drawings).toHaveLength(2);
  expect(drawings[0]).toMatch(
    /^Equipment manufacturing: target over 1 trillion yuan .*no year stated; 2020 1\.1 trillion yuan\.$/,
  );
  expect(drawings[1]).toContain('over 1 trillion yuan in a report of 20 March 2023 that does not say for which year');
  // An exact figure is a filled bar; one that is only "over" is never one.
  const filled = screen.getAllByRole('img').map((img) => img.querySelectorAll('rect[fill^="#"]').length);
  expect(filled).toEqual([1, 1]);
});

it('quotes the sentences verbatim with a link to each, and names the missing attachment', () => {
  show(<TargetsView />);
  expect(screen.getAllByRole('link', { name: /一（二） 发展目标/ }).map((a) => a.getAttribute('href'))).toEqual([
    '#clause=1.2&sentence=1&view=reader',
    '#clause=1.2&sentence=2&view=reader',
    '#clause=1.2&sentence=2&view=reader',
  ]);
  expect(screen.queryByText('2个超万亿元核心产业集群')).not.toBeNull();
  expect(screen.queryByText('附件：佛山市“2+2+4”产业集群发展目标表')).not.toBeNull();
  expect(screen.queryByText(/does not include it/)).not.toBeNull();
});

it('says how far each target is met, why it cannot tell, and by which rule', () => {
  show(<TargetsView />);
  const progress = (cluster: string) => line(cluster).getAllByRole('cell')[3]?.textContent;
  expect(progress('Equipment manufacturing')).toBe('reached (2020)');
  expect(progress('New materials')).toBe('cannot tell: no figure of the same scope with a stated year');
  // A narrower figure decides nothing.
  expect(progress('Food and beverages')).toBe('cannot tell: no figure of the same scope with a stated year');
  expect(screen.getByText(/straight line from the earliest figure to the target/)).toBeTruthy();
});

it('sets beside them what others have said elsewhere, with who said it', () => {
  show(<TargetsView />);
  const table = within(screen.getByRole('table', { name: 'Targets stated elsewhere' }));
  const [row] = table.getAllByRole('row').slice(1);
  expect(row?.textContent).toMatch(
    /^Equipment manufacturing.*Output value.*about 1 trillion yuan · by 2020.*A mayor, 2019.*2020 1\.1 trillion yuan.*reached \(2020\)$/,
  );
});
