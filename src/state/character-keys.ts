/** Whether single characters act as shortcuts, as this device keeps it: speech input types by accident. */
import { DEVICE_KEYS } from '../data/device/keys.ts';
import { type Device, keepText, textAt } from '../data/device/storage.ts';
import type { AppState } from './app-state.ts';

const OFF = 'off';

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Takes what the device keeps, and keeps what is set. Storage that is forbidden keeps nothing: shortcuts are on. */
export function keepCharacterKeys({ characterKeys, actions }: AppState, device?: Device): void {
  if (textAt(DEVICE_KEYS.characterKeys, device) === OFF) actions.useCharacterKeys(false);
  // Where it is not kept nothing says so: the switch shows what holds, and the next visit starts with shortcuts on.
  characterKeys.subscribe((on) => void keepText(DEVICE_KEYS.characterKeys, on ? null : OFF, device));
}
