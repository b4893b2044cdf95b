import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { View } from '../../../src/state/address/views.ts';
import type { RowRef } from '../../../src/state/imports/imported-set.ts';
import { bindRowHistory } from '../../../src/state/imports/row-history.ts';

const chosen = signal<RowRef | null>(null);
const view = signal<View | null>('data');
const imports = {
  chosen,
  choose(row: RowRef | null) {
    chosen.value = row;
  },
  byId: (id: string) => (id === 'own' ? { set: { count: 5 } } : null),
};
const row = (at: number): RowRef => ({ setId: 'own', row: at });
const back = (state: unknown) => dispatchEvent(new PopStateEvent('popstate', { state }));
let stop: () => void = () => undefined;

beforeEach(() => {
  chosen.value = null;
  view.value = 'data';
  vi.spyOn(history, 'pushState');
  vi.spyOn(history, 'replaceState');
  stop = bindRowHistory(imports, view);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

it('each row that is opened is a step, and Back opens the one before', () => {
  imports.choose(row(1));
  imports.choose(row(2));
  expect(history.pushState).toHaveBeenCalledTimes(2);
  expect(history.pushState).toHaveBeenLastCalledWith(row(2), '');
  back(row(1));
  expect(chosen.value).toEqual(row(1));
  back(null);
  expect(chosen.value).toBeNull();
  // Going back is no new step.
  expect(history.pushState).toHaveBeenCalledTimes(2);
});

it('a row of a set that is gone, or past its end, is not opened again', () => {
  back({ setId: 'gone', row: 1 });
  expect(chosen.value).toBeNull();
  back(row(5));
  expect(chosen.value).toBeNull();
  back({ other: 'entry' });
  expect(chosen.value).toBeNull();
});

it('a row leaves no ring behind when its panel closes', () => {
  imports.choose(row(1));
  view.value = null;
  expect(chosen.value).toBeNull();
});

it('a row that is opened after the map was moved is a step of its own', () => {
  history.replaceState(null, '', '#map=12.00/23.00000/113.10000');
  imports.choose(row(1));
  expect(history.pushState).toHaveBeenCalledWith(row(1), '');
  // With a step of the address the row is told to its entry.
  history.pushState(null, '', '#map=12.00/23.00000/113.10000&radii=1');
  vi.mocked(history.replaceState).mockClear();
  imports.choose(row(2));
  expect(history.replaceState).toHaveBeenCalledWith(row(2), '');
});
