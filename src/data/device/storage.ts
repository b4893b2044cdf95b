/** The device's storage of texts: the one place that reaches localStorage. */

/** The part of the browser's Storage that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** May throw when it is asked for, as where the browser forbids it. */
export type Device<S = TextStorage> = () => S;

/** In a frame of another page nothing that the device keeps is read or written: `main.tsx` says so before all else. */
export const isEmbedded = (): boolean => typeof document !== 'undefined' && 'embed' in document.documentElement.dataset;

export const thisDevice: Device = () => {
  if (isEmbedded()) throw new Error('embedded');
  return localStorage;
};

/** Key of the n-th text, from 1, that was set aside from `key`. */
export const asideKey = (key: string, n: number): string => `${key}.set-aside.${n}`;

/** Null where nothing is kept, or the device forbids it. */
export function textAt(key: string, device: Device<Pick<TextStorage, 'getItem'>> = thisDevice): string | null {
  try {
    return device().getItem(key);
  } catch {
    return null;
  }
}

/** Whether something is kept, readable or set aside: asked before the code that reads it is fetched. */
export function holdsText(key: string, device: Device<Pick<TextStorage, 'getItem'>> = thisDevice): boolean {
  return [key, asideKey(key, 1)].some((one) => textAt(one, device) !== null);
}

/** Hears of another window's writes under `key`, and of a storage that was cleared. */
export function onStorage(key: string, listener: () => void, target: Pick<Window, 'addEventListener'> = window): void {
  target.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) listener();
  });
}

/** Null forgets. False when the device refuses. */
export function keepText(
  key: string,
  text: string | null,
  device: Device<Pick<TextStorage, 'setItem' | 'removeItem'>> = thisDevice,
): boolean {
  try {
    if (text === null) device().removeItem(key);
    else device().setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
