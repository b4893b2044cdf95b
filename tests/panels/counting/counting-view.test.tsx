/** @vitest-environment happy-dom */
import { fireEvent } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { tally } from '../../../src/analysis/tally.ts';
import { placementCounts } from '../../../src/domain/describe.ts';
import CountingView from '../../../src/panels/counting/counting-view.tsx';
import { countsOf } from '../../../src/panels/counting/own-counts.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { smallImport } from '../../fixtures/imported.ts';

const countIn = (container: Element, id: string) =>
  Number(words(container.querySelector(`[data-count="${id}"] td`)).replace(',', ''));

describe('the page on counting', () => {
  it('has the numbers that the other views show', () => {
    const test = makeApp('view=counting');
    const { container } = renderIn(test, <CountingView />);
    const { byPlacement, total } = placementCounts(test.state.sites.value);
    expect(countIn(container, 'records')).toBe(total);
    expect(countIn(container, 'unknown')).toBe(byPlacement.unlocated);
    expect(countIn(container, 'located')).toBe(byPlacement.located);
    expect(words(container.querySelector('[data-count="notLocated"]'))).toContain(
      `= ${byPlacement.unlocated} 位置未知 + ${byPlacement.coarse} 只到区或市`,
    );
  });

  it.each([
    ['ask=radius:113.12,23.02:10', 'noPoint'],
    ['ask=polygon:113,23,113.2,23,113.2,23.2', 'noAreaToo'],
  ])('has what %s cannot tell, and says how the question is counted', (hash, id) => {
    const test = makeApp(`view=counting&${hash}`);
    const { container } = renderIn(test, <CountingView />);
    const answers = test.state.plan.answers.value;
    const asked = answers?.asked.value;
    const answer = answers?.answer.value;
    if (asked === undefined || answer === null || answer === undefined) throw new Error('nothing is asked');
    const { cannotTell, total } = tally(asked.counted, answer);
    expect(countIn(container, id)).toBe(cannotTell);
    expect(words(container)).toContain(`确定 ${total.certain}，`);
    expect(words(container)).toContain(`无从判断、不计的 ${cannotTell}`);
  });

  it('says what the filters leave beside what there is', () => {
    const test = makeApp('view=counting&clusters=auto');
    const { container } = renderIn(test, <CountingView />);
    const cells = [...container.querySelectorAll('[data-count="records"] td')].map(words);
    expect(Number(cells[1])).toBeLessThan(Number(cells[0]));
    expect(Number(cells[1])).toBeGreaterThan(0);
  });

  it('parts the rows of a set into what is certain, possible and not known', () => {
    const { certain, unsure, elsewhere, unknown, rows, placed } = countsOf(smallImport());
    expect([rows, placed, certain, unknown]).toEqual([3, 3, 2, 1]);
    expect(certain + unsure + elsewhere + unknown).toBe(rows);
  });

  it('leads back to what is counted', () => {
    const test = makeApp('view=counting&ask=radius:113.12,23.02:10');
    const { container } = renderIn(test, <CountingView />);
    const link = [...container.querySelectorAll('button')].find((button) => words(button) === '范围查询');
    fireEvent.click(link ?? container);
    expect(test.state.isAsking.value).toBe(true);
  });
});
