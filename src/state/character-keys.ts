/** Whether single characters act as shortcuts. Speech input types by accident, so they can be turned off; kept on this device. */
import { type ReadonlySignal, signal } from '@preact/signals';

const KEY = 'foshan-224-map.character-keys';
const OFF = 'off';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    // Storage that is forbidden keeps nothing: shortcuts are on.
    return true;
  }
}

const on = signal(kept());
export const characterKeys: ReadonlySignal<boolean> = on;

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Holds for this page also where nothing can be kept. */
export function setCharacterKeys(use: boolean): void {
  on.value = use;
  try {
    if (use) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, OFF);
  } catch {
    // Said nowhere: the switch shows what holds, and the next visit starts with shortcuts on.
  }
}
