import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ColumnSums } from '../../../src/analysis/column-sums.ts';
import { AskSums, sumCells } from '../../../src/panels/plan/ask-sums.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

const SUMS: ColumnSums = {
  rows: { certain: 3, inside: 4, possible: 5 },
  missing: { certain: 1, inside: 1, possible: 1 },
  sum: { least: 90, middle: 100, greatest: 110 },
  mean: { least: 20, middle: 25, greatest: 30 },
  median: { least: 24, middle: 24, greatest: 24 },
  share: { least: 0.1, middle: 0.2, greatest: 0.3 },
  total: { sum: 500, rows: 12, missing: 3 },
};

function shown(summable: boolean): string {
  const { container } = renderIn(
    makeApp('lang=en'),
    <AskSums
      columns={[{ name: '产值 ÷ 用地', title: '产值 ÷ 用地' }]}
      measure={{ column: '产值 ÷ 用地', byShare: false }}
      onMeasure={() => undefined}
      sums={SUMS}
      summable={summable}
      partly={2}
    />,
  );
  const said = words(container);
  container.remove();
  return said;
}

describe('what an answer says of a column', () => {
  it('has sum, share, mean and median of a column that can be summed', () => {
    expect(shown(true)).toMatch(/Sum.*100.*Mean.*25.*Median.*24/);
    expect(screen.queryByText(/never summed/)).toBeNull();
  });

  it('has of a quotient the mean of what is known, with its n, and no sum', () => {
    const said = shown(false);
    expect(said).not.toMatch(/\b100\b|500/);
    expect(said).toMatch(/Mean.*25/);
    expect(said).toContain('mean and median are of the 12 rows where it is known; unknown: 3');
    const cells = sumCells(makeApp('lang=en').i18n.value, 'x', SUMS, false).flat();
    expect(cells).not.toContain(500);
    expect(cells).toContain(25);
  });
});
