/** Whether this device holds corrections: asked before the code that reads them is fetched. */

export const STORE_KEY = 'foshan-224-map.corrections';

/** Key of the n-th text, from 1, that could not be read as corrections. */
export function asideKey(n: number): string {
  return `${STORE_KEY}.set-aside.${n}`;
}

/** `storage` may throw when it is asked for, as where the browser forbids it: then it holds none. */
export function holdsCorrections(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    const device = storage();
    return device.getItem(STORE_KEY) !== null || device.getItem(asideKey(1)) !== null;
  } catch {
    return false;
  }
}

/** Listener for another window's writes. */
export function storageEvents(target: Pick<Window, 'addEventListener'>): (listener: () => void) => void {
  return (listener) =>
    target.addEventListener('storage', (event) => {
      if (event.key === STORE_KEY || event.key === null) listener();
    });
}
