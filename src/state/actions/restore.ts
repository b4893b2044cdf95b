/** Takes a whole address, as after Back or a pasted link. */
import { batch } from '@preact/signals';
import type { Address } from '../address/keys.ts';
import { existingAddress } from '../address/resolve.ts';
import type { Slices } from './slices.ts';

export function restoreAction({ address, opened, plan, corrections }: Slices) {
  return {
    restore(asked: Address) {
      const next = existingAddress(corrections.shownBase(), asked);
      batch(() => {
        corrections.stopEditing();
        plan.stopDrawing();
        opened.setFollowed(null);
        if (next.cross !== null) plan.keepAxes(next.cross);
        if (next.shade !== null) plan.forgetOwnShade();
        address.change(next);
      });
    },
  };
}
