/** The address is the state: opened afresh it gives what those see who came to it step by step. */
import { signal } from '@preact/signals';
import { beforeAll, expect, it } from 'vitest';
import type { Base } from '../../../src/domain/base.ts';
import { formatAddress, parseAddress } from '../../../src/state/address/address.ts';
import { type AppState, createAppState } from '../../../src/state/app-state.ts';
import { startAnswers } from '../../../src/state/plan/answers.ts';
import { copyState } from '../../../src/state/state-copy.ts';
import { realBase } from '../../fixtures/data.ts';

let base: Base;
beforeAll(async () => {
  base = await realBase();
});

function stateAt(hash: string): AppState {
  const state = createAppState(base, parseAddress(hash), { lang: 'zh-Hans', theme: 'light' });
  startAnswers(state);
  return state;
}

const ASK = 'ask=radius:113.12,23.02:10';

it('a question stands out on the map also while a site is open', () => {
  const clicked = stateAt(ASK);
  const answered = clicked.emphasised.value;
  expect(answered?.size).toBe(17);
  clicked.actions.selectSite('jihua-laboratory');
  expect(clicked.emphasised.value).toEqual(answered);
  const opened = stateAt(formatAddress(clicked.address.value));
  expect(opened.selection.value?.id).toBe('jihua-laboratory');
  expect(opened.emphasised.value).toEqual(answered);
});

it('what stands out follows the filters, whichever panel shows', () => {
  const state = stateAt(`view=export&${ASK}`);
  state.actions.setFilter('kinds', ['park']);
  const visible = new Set(state.visibleSites.value.map(({ id }) => id));
  expect([...(state.emphasised.value ?? [])].every((id) => visible.has(id))).toBe(true);
  expect(state.emphasised.value).toEqual(stateAt(formatAddress(state.address.value)).emphasised.value);
});

it('a copy for pictures has the same answer', () => {
  const state = stateAt(ASK);
  expect(copyState(state, signal(null)).emphasised.value).toEqual(state.emphasised.value);
});
