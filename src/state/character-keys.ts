/** Whether single characters act as shortcuts. Speech input types by accident, so they can be turned off; kept on this device. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { DEVICE_KEYS } from '../data/device/keys.ts';
import { keepText, textAt } from '../data/device/storage.ts';

const OFF = 'off';

const on = signal(textAt(DEVICE_KEYS.characterKeys) !== OFF);
export const characterKeys: ReadonlySignal<boolean> = on;

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Holds for this page also where nothing can be kept. */
export function setCharacterKeys(use: boolean): void {
  on.value = use;
  // Not kept is said nowhere: the switch shows what holds, and the next visit starts with shortcuts on.
  keepText(DEVICE_KEYS.characterKeys, use ? null : OFF);
}
