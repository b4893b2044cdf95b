/** How large the presenter reads the notes: kept on the device, where it keeps anything. */
import { useSignal } from '@preact/signals';
import { keptText } from '../../../data/device/kept-text.ts';
import { DEVICE_KEYS } from '../../../data/device/keys.ts';

/** CSS pixels. */
const SIZES = [14, 16, 18, 21, 24, 28, 33, 38, 44] as const;
const USUAL = 3;

/** Place in SIZES. */
const kept = keptText({
  key: DEVICE_KEYS.notesSize,
  empty: USUAL,
  parse(text) {
    const at = Number(text);
    return { value: Number.isInteger(at) && at in SIZES ? at : USUAL, whole: true };
  },
  format: String,
});

export function useZoom() {
  const at = useSignal(kept.read().value);
  return {
    size: {
      get value() {
        return SIZES[at.value] ?? SIZES[USUAL];
      },
    },
    by(step: 1 | -1) {
      at.value = Math.min(SIZES.length - 1, Math.max(0, at.value + step));
      // Where it is not kept, the size holds for this window.
      kept.write(at.value);
    },
  };
}
