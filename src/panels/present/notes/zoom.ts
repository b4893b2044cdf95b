/** How large the presenter reads the notes: kept on the device, where it keeps anything. */
import { useSignal } from '@preact/signals';

const KEY = 'foshan-224-map.notes-size';
/** CSS pixels. */
const SIZES = [14, 16, 18, 21, 24, 28, 33, 38, 44] as const;
const USUAL = 3;

export function useZoom() {
  const at = useSignal(kept());
  return {
    size: {
      get value() {
        return SIZES[at.value] ?? SIZES[USUAL];
      },
    },
    by(step: 1 | -1) {
      at.value = Math.min(SIZES.length - 1, Math.max(0, at.value + step));
      try {
        localStorage.setItem(KEY, String(at.value));
      } catch {
        // Not kept then: the size holds for this window.
      }
    },
  };
}

function kept(): number {
  try {
    const stored = Number(localStorage.getItem(KEY) ?? USUAL);
    return Number.isInteger(stored) && stored in SIZES ? stored : USUAL;
  } catch {
    return USUAL;
  }
}
