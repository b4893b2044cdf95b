/** Databases as this device keeps them, in IndexedDB: opened when they are first needed, and asked anew after a failure. */
import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import { isEmbedded } from './storage.ts';

/** Why something is not kept. */
export type Refused = 'full' | 'forbidden';

export function refusalOf(error: unknown): Refused {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' || name === 'DataCloneError' || name === 'UnknownError' ? 'full' : 'forbidden';
}

/** False where the browser has none at all, or none is to be used. */
export const keepsDatabases = (): boolean => typeof indexedDB !== 'undefined' && !isEmbedded();

export interface KeptDb<S extends DBSchema> {
  /** Rejects where the browser forbids it. */
  open(): Promise<IDBPDatabase<S>>;
  /** What `work` gives, or what `refused` makes of the reason why it could not be done. */
  attempt<T, R>(work: (db: IDBPDatabase<S>) => Promise<T>, refused: (error: unknown) => R): Promise<T | R>;
}

/** @param shelves its object stores, with keys that are given beside the values */
export function keptDb<S extends DBSchema>(name: string, shelves: readonly StoreNames<S>[]): KeptDb<S> {
  let opened: Promise<IDBPDatabase<S>> | null = null;
  const open = () => {
    if (isEmbedded()) return Promise.reject(new Error('embedded'));
    opened ??= openDB<S>(name, 1, {
      upgrade(db) {
        for (const shelf of shelves) db.createObjectStore(shelf);
      },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  return {
    open,
    async attempt(work, refused) {
      try {
        return await work(await open());
      } catch (error) {
        return refused(error);
      }
    },
  };
}
