/** What planning does: questions, the cross table, the shading. */
import { batch } from '@preact/signals';
import { type Ask, type Cross, roundedAsk } from '../address/plan-address.ts';
import { existingAsk } from '../address/resolve.ts';
import type { openActions } from './open.ts';
import type { Slices } from './slices.ts';

export function planActions({ address, plan, corrections }: Slices, { openView }: ReturnType<typeof openActions>) {
  /** The panel of questions: with the one asked last, or an empty one. */
  function openAsk(): void {
    openView(address.whole.peek().ask === null ? 'ask' : null);
  }
  return {
    openAsk,
    setAsk(next: Ask | null) {
      batch(() => {
        address.change({ ask: next === null ? null : existingAsk(corrections.shownBase(), roundedAsk(next)) });
        openAsk();
      });
    },
    openCross(next: Cross) {
      batch(() => {
        plan.keepAxes(next);
        openView('cross');
      });
    },
    setShade: plan.setShade,
    setOwnShade: plan.setOwnShade,
  };
}
