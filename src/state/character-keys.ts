/** Whether single characters act as shortcuts. Speech input types by accident, so they can be turned off; kept on this device. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { keptText } from '../data/device/kept-text.ts';
import { DEVICE_KEYS } from '../data/device/keys.ts';

const OFF = 'off';
const kept = keptText({
  key: DEVICE_KEYS.characterKeys,
  empty: true,
  parse: (text) => ({ value: text !== OFF, whole: true }),
  format: (use) => (use ? null : OFF),
});

const on = signal(kept.read().value);
export const characterKeys: ReadonlySignal<boolean> = on;

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Holds for this page also where nothing can be kept. */
export function setCharacterKeys(use: boolean): void {
  on.value = use;
  // Not kept is said nowhere: the switch shows what holds, and the next visit starts with shortcuts on.
  kept.write(use);
}
