/**
 * Imported sets as this device keeps them, in IndexedDB: typed arrays as they are, nothing ever sent. A mark
 * in localStorage says that there is something to load, so that a first view opens no database.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PointSet } from '../domain/point-set.ts';
import type { SetFilter, SetLook } from '../domain/set-look.ts';
import type { Receipt } from './import/types.ts';
import { MARK } from './sets-mark.ts';

/** A set with its receipt, as imported: written once. */
export interface KeptSet {
  readonly set: PointSet;
  readonly receipt: Receipt;
}
/** What may change of a set: small, written often. */
export interface KeptLook {
  readonly id: string;
  /** Place in the list. */
  readonly order: number;
  readonly look: SetLook;
  readonly filter: SetFilter;
}

interface Schema extends DBSchema {
  sets: { key: string; value: KeptSet };
  looks: { key: string; value: KeptLook };
}

/** Why a set is not kept. */
export type Refused = 'full' | 'forbidden';

export interface SetsStore {
  /** What is kept, in order; `damaged` counts what could not be read and was left where it is. */
  read(): Promise<{ readonly kept: readonly (KeptSet & KeptLook)[]; readonly damaged: number }>;
  /** What is kept of one set now; null where nothing is, or nothing whole. Rejects where nothing can be read. */
  readOne(id: string): Promise<(KeptSet & KeptLook) | null>;
  /** Null when it was kept. */
  add(kept: KeptSet, look: KeptLook): Promise<Refused | null>;
  /** `gone` where the set was removed meanwhile, by another window: it is not brought back. */
  setLook(look: KeptLook): Promise<Refused | 'gone' | null>;
  remove(id: string): Promise<Refused | null>;
}

const NAME = 'foshan-224-map.sets';

function refusalOf(error: unknown): Refused {
  const name = error instanceof Error ? error.name : '';
  return name === 'QuotaExceededError' || name === 'DataCloneError' || name === 'UnknownError' ? 'full' : 'forbidden';
}

/** Arrays as long as the set says: what an interrupted write or another version left is not drawn. */
function isWhole({ set }: KeptSet): boolean {
  const n = set.count;
  const perRow = [set.radiusM, set.precision, set.cluster, set.district, set.town, set.siteKind, set.status];
  return set.positions.length === 2 * n && perRow.every((column) => column.length === n);
}

/** `storage` may throw when it is asked for, as where the browser forbids it. */
export function deviceSets(storage: () => Pick<Storage, 'setItem' | 'removeItem'>): SetsStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDB<Schema>(NAME, 1, {
      upgrade(db) {
        db.createObjectStore('sets');
        db.createObjectStore('looks');
      },
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const marked = async (db: IDBPDatabase<Schema>) => {
    const any = (await db.count('looks')) > 0;
    try {
      if (any) storage().setItem(MARK, '1');
      else storage().removeItem(MARK);
    } catch {
      // Without the mark the sets load when their panel is opened.
    }
  };
  const attempt = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | Refused> => {
    try {
      const db = await database();
      const done = await work(db);
      await marked(db);
      return done;
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    async read() {
      try {
        const db = await database();
        const looks = (await db.getAll('looks')).sort((a, b) => a.order - b.order);
        const kept: (KeptSet & KeptLook)[] = [];
        for (const look of looks) {
          const found = await db.get('sets', look.id);
          if (found !== undefined && isWhole(found)) kept.push({ ...found, ...look });
        }
        await marked(db);
        return { kept, damaged: looks.length - kept.length };
      } catch {
        return { kept: [], damaged: 0 };
      }
    },
    async readOne(id) {
      const db = await database();
      const [found, look] = await Promise.all([db.get('sets', id), db.get('looks', id)]);
      return found === undefined || look === undefined || !isWhole(found) ? null : { ...found, ...look };
    },
    add: (kept, look) =>
      attempt(async (db) => {
        const both = db.transaction(['sets', 'looks'], 'readwrite');
        await Promise.all([
          both.objectStore('sets').put(kept, look.id),
          both.objectStore('looks').put(look, look.id),
          both.done,
        ]);
        return null;
      }),
    setLook: (look) =>
      attempt(async (db) => {
        const looks = db.transaction('looks', 'readwrite');
        const known = await looks.store.getKey(look.id);
        await Promise.all([known === undefined ? null : looks.store.put(look, look.id), looks.done]);
        return known === undefined ? 'gone' : null;
      }),
    remove: (id) =>
      attempt(async (db) => {
        const both = db.transaction(['sets', 'looks'], 'readwrite');
        await Promise.all([both.objectStore('sets').delete(id), both.objectStore('looks').delete(id), both.done]);
        return null;
      }),
  };
}
