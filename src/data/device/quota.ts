/** Whether the browser may clear what this page keeps. */

type Manager = Pick<StorageManager, 'persist' | 'persisted'>;

/** Absent where the page came without encryption. */
const browserStorage = (): Manager | undefined => ('storage' in navigator ? navigator.storage : undefined);

/** Asks the browser not to clear what the page keeps; some ask the user. False where it may. */
export async function askToPersist(manager = browserStorage()): Promise<boolean> {
  try {
    return manager !== undefined && ((await manager.persisted()) || (await manager.persist()));
  } catch {
    return false;
  }
}
