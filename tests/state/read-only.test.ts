/** The state hands out signals to read: what `tsc` says of this file is the test. */
import type { ReadonlySignal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { AppState } from '../../src/state/app-state.ts';
import type { Imports } from '../../src/state/imports/imports.ts';
import type { Shortlist } from '../../src/state/invest/shortlist.ts';
import type { Presentation } from '../../src/state/present/present.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Keys whose signal could be written. */
type Writable<T> = {
  [K in keyof T]: T[K] extends ReadonlySignal
    ? Same<Pick<T[K], 'value'>, { -readonly [P in 'value']: T[K][P] }> extends true
      ? K
      : never
    : never;
}[keyof T];

const writable: {
  readonly state: readonly Writable<AppState>[];
  readonly plan: readonly Writable<AppState['plan']>[];
  readonly invest: readonly Writable<AppState['invest']>[];
  readonly present: readonly Writable<AppState['present']>[];
  readonly corrections: readonly Writable<AppState['corrections']>[];
  readonly imports: readonly Writable<Imports>[];
  readonly session: readonly Writable<Imports['session']>[];
  readonly shortlist: readonly Writable<Shortlist>[];
  readonly presentation: readonly Writable<Presentation>[];
  readonly playback: readonly Writable<Presentation['playback']>[];
} = {
  state: [],
  plan: [],
  invest: [],
  present: [],
  corrections: [],
  imports: [],
  session: [],
  shortlist: [],
  presentation: [],
  playback: [],
};
const none: Same<(typeof writable)[keyof typeof writable], readonly never[]> = true;

it('no signal of the state can be written by who is handed it', () => {
  expect(none).toBe(true);
});
