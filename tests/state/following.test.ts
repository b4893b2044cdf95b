import { beforeAll, describe, expect, it } from 'vitest';
import type { Base } from '../../src/domain/base.ts';
import { type Address, isMinorChange, parseAddress } from '../../src/state/address/address.ts';
import { createAppState } from '../../src/state/app-state.ts';
import { testBase } from '../fixtures/data.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});
const stateAt = (hash: string) => createAppState(base, parseAddress(hash), { lang: 'zh-Hans', theme: 'light' });

describe('reading on', () => {
  /** Whether going on from one address to the next replaces the history entry. */
  function replaces(hash: string, act: (state: ReturnType<typeof stateAt>) => void): boolean {
    const state = stateAt(hash);
    const from: Address = state.address.value;
    act(state);
    return isMinorChange(from, state.address.value, state.followed.value);
  }

  it('replaces the history entry, choosing a clause or a sentence pushes one', () => {
    expect(replaces('clause=2.1.1&view=reader', ({ actions }) => actions.followClause('2.1.2'))).toBe(true);
    expect(replaces('view=reader', ({ actions }) => actions.followClause('2.1.2'))).toBe(true);
    expect(replaces('clause=2.1.1&sentence=2&view=reader', ({ actions }) => actions.followClause('2.1.2'))).toBe(true);
    expect(replaces('clause=2.1.1&view=reader', ({ actions }) => actions.openClause('2.1.2'))).toBe(false);
    expect(replaces('clause=2.1.1&view=reader', ({ actions }) => actions.openClause('2.1.1', 2))).toBe(false);
  });

  it('is over with the next choice', () => {
    const after =
      (act: (actions: ReturnType<typeof stateAt>['actions']) => void) => (state: ReturnType<typeof stateAt>) => {
        state.actions.followClause('2.1.2');
        act(state.actions);
      };
    expect(
      replaces(
        'clause=2.1.1&view=reader',
        after((a) => a.openClause('2.2.1')),
      ),
    ).toBe(false);
    expect(
      replaces(
        'clause=2.1.1&view=reader',
        after((a) => a.openView('reader')),
      ),
    ).toBe(false);
    expect(
      replaces(
        'clause=2.1.1&view=reader',
        after((a) => a.selectSite('jihua-laboratory')),
      ),
    ).toBe(false);
    expect(
      replaces(
        'clause=2.1.1&view=reader',
        after((a) => a.setLang('en')),
      ),
    ).toBe(false);
  });

  it('moves what stands out on the map, and drops the sentence', () => {
    const state = stateAt('clause=2.1.2&sentence=1&view=reader');
    state.actions.followClause('2.3.1');
    expect([...(state.emphasised.value ?? [])]).toEqual(['robot-valley', 'automation-park']);
    expect(state.sentence.value).toBeNull();
    state.actions.followClause('3.1');
    expect(state.emphasised.value).toBeNull();
  });

  it('leaves the sentence alone while the clause stays the same', () => {
    const state = stateAt('clause=2.1.2&sentence=1&view=reader');
    state.actions.followClause('2.1.2');
    expect([state.sentence.value, state.followed.value]).toEqual([1, null]);
  });
});
