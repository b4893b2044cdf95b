/** Whether this device keeps imported sets: asked before anything that reads them is loaded. */

export const MARK = 'foshan-224-map.sets';

export function hasKeptSets(storage: () => Pick<Storage, 'getItem'>): boolean {
  try {
    return storage().getItem(MARK) !== null;
  } catch {
    return false;
  }
}
