/** How much the browser lets this page keep, and whether it may clear it by itself. */

export interface StorageUse {
  /** Bytes, about; null where the browser does not say. */
  readonly used: number | null;
  readonly quota: number | null;
  /** False: the browser may clear it where room is short. Null where it does not say. */
  readonly persisted: boolean | null;
}

type Manager = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

/** Absent where the page came without encryption. */
const browserStorage = (): Manager | undefined => ('storage' in navigator ? navigator.storage : undefined);

export async function storageUse(manager = browserStorage()): Promise<StorageUse> {
  try {
    if (manager === undefined) return { used: null, quota: null, persisted: null };
    const [{ usage, quota }, persisted] = await Promise.all([manager.estimate(), manager.persisted()]);
    return { used: usage ?? null, quota: quota ?? null, persisted };
  } catch {
    return { used: null, quota: null, persisted: null };
  }
}

/** Asks the browser not to clear what the page keeps; some ask the user. False where it may. */
export async function askToPersist(manager = browserStorage()): Promise<boolean> {
  try {
    return manager !== undefined && ((await manager.persisted()) || (await manager.persist()));
  } catch {
    return false;
  }
}
