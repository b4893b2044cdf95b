/** The shortlist with what it needs of the device. */
import { deviceShortlist } from '../../data/device/shortlist-store.ts';
import type { AppState } from '../app-state.ts';
import { createShortlist } from './shortlist.ts';

/** Fills `state.invest.list`. */
export function startShortlist({ invest }: AppState): void {
  invest.provide({
    list: createShortlist(
      { shown: invest.shortlist, noted: invest.noted, show: invest.showShortlist },
      deviceShortlist(),
    ),
  });
}
