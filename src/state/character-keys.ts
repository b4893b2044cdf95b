/** Whether single characters act as shortcuts, as this device keeps it. */
import type { AppState } from './app-state.ts';

const KEY = 'foshan-224-map.character-keys';
const OFF = 'off';

/** A key that speech input could say: Space belongs to what has the focus, and longer names are no characters. */
export function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

/** Takes what the device keeps, and keeps what is set. Storage that is forbidden keeps nothing: shortcuts are on. */
export function keepCharacterKeys({ characterKeys, actions }: AppState, storage: () => Storage): void {
  try {
    if (storage().getItem(KEY) === OFF) actions.useCharacterKeys(false);
  } catch {
    return;
  }
  characterKeys.subscribe((on) => {
    try {
      if (on) storage().removeItem(KEY);
      else storage().setItem(KEY, OFF);
    } catch {
      // Said nowhere: the switch shows what holds, and the next visit starts with shortcuts on.
    }
  });
}
