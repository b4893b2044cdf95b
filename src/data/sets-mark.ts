/** Whether this device keeps imported sets: asked before anything that reads them is loaded. */

export const MARK = 'foshan-224-map.sets';
/** Key of the addresses of sets on servers. */
export const REMOTE_KEY = 'foshan-224-map.remote';

export function hasKeptSets(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return [MARK, REMOTE_KEY].some((key) => storage().getItem(key) !== null);
  } catch {
    return false;
  }
}
