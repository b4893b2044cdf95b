/** Whether single characters act as shortcuts, as this device keeps it: speech input types by accident. */
import { keptText } from '../data/device/kept-text.ts';
import { DEVICE_KEYS } from '../data/device/keys.ts';
import type { AppState } from './app-state.ts';

const OFF = 'off';
const kept = keptText({
  key: DEVICE_KEYS.characterKeys,
  empty: true,
  parse: (text) => ({ value: text !== OFF, whole: true }),
  format: (use) => (use ? null : OFF),
});

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Takes what the device keeps, and keeps what is set. Storage that is forbidden keeps nothing: shortcuts are on. */
export function keepCharacterKeys({ characterKeys, actions }: AppState): void {
  if (!kept.read().value) actions.useCharacterKeys(false);
  // Not kept is said nowhere: the switch shows what holds, and the next visit starts with shortcuts on.
  characterKeys.subscribe((on) => void kept.write(on));
}
