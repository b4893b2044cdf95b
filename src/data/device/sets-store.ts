/**
 * Imported sets as this device keeps them, in IndexedDB: typed arrays as they are, nothing ever sent. A mark
 * among the kept texts says that there is something to load, so that a first view opens no database.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { PointSet } from '../../domain/point-set.ts';
import type { SetChanges } from '../../domain/set-changes.ts';
import type { SetFilter, SetLook } from '../../domain/set-look.ts';
import type { Receipt } from '../import/types.ts';
import { keptDb, type Refused, refusalOf } from './kept-db.ts';
import { DEVICE_KEYS } from './keys.ts';
import { type Device, keepText, type TextStorage } from './storage.ts';

/** A set with its receipt, as imported: written once, and when other data take its place. */
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
  /** Of the rows as they were read; absent where nothing is changed. */
  readonly changes?: SetChanges;
  /** How many times other data have taken the place of the first; absent where none has. */
  readonly revision?: number;
}

interface Schema extends DBSchema {
  sets: { key: string; value: KeptSet };
  looks: { key: string; value: KeptLook };
}

export interface SetsStore {
  /** What is kept, in order; `damaged` counts what could not be read and was left where it is. */
  read(): Promise<{ readonly kept: readonly (KeptSet & KeptLook)[]; readonly damaged: number }>;
  /** What is kept of one set now; null where nothing is, or nothing whole. Rejects where nothing can be read. */
  readOne(id: string): Promise<(KeptSet & KeptLook) | null>;
  /** Null when it was kept. */
  add(kept: KeptSet, look: KeptLook): Promise<Refused | null>;
  /** The same set with its rows placed anew, or with other data; `gone` as below. */
  replace(kept: KeptSet, look: KeptLook): Promise<Refused | 'gone' | null>;
  /** `gone` where the set was removed meanwhile, by another window: it is not brought back. */
  setLook(look: KeptLook): Promise<Refused | 'gone' | null>;
  remove(id: string): Promise<Refused | null>;
}

const NAME = 'foshan-224-map.sets';

/** Arrays as long as the set says: what an interrupted write or another version left is not drawn. */
function isWhole({ set }: KeptSet): boolean {
  const n = set.count;
  if (set.sites !== undefined && set.sites.codes.length !== n) return false;
  const perRow = [set.radiusM, set.precision, set.cluster, set.district, set.town, set.siteKind, set.status];
  const rowsOfParts = set.geometries === undefined || set.geometries.kind.length === n;
  return set.positions.length === 2 * n && perRow.every((column) => column.length === n) && rowsOfParts;
}

export function deviceSets(device?: Device<Pick<TextStorage, 'setItem' | 'removeItem'>>): SetsStore {
  const { open, attempt } = keptDb<Schema>(NAME, ['sets', 'looks']);
  // Without the mark the sets load when their panel is opened.
  const mark = async (db: IDBPDatabase<Schema>) =>
    void keepText(DEVICE_KEYS.sets, (await db.count('looks')) > 0 ? '1' : null, device);
  const changed = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | Refused> =>
    attempt(async (db) => {
      const done = await work(db);
      await mark(db);
      return done;
    }, refusalOf);
  return {
    read: () =>
      attempt(
        async (db) => {
          const looks = (await db.getAll('looks')).sort((a, b) => a.order - b.order);
          const kept: (KeptSet & KeptLook)[] = [];
          for (const look of looks) {
            const found = await db.get('sets', look.id);
            if (found !== undefined && isWhole(found)) kept.push({ ...found, ...look });
          }
          await mark(db);
          return { kept, damaged: looks.length - kept.length };
        },
        () => ({ kept: [], damaged: 0 }),
      ),
    async readOne(id) {
      const db = await open();
      const [found, look] = await Promise.all([db.get('sets', id), db.get('looks', id)]);
      return found === undefined || look === undefined || !isWhole(found) ? null : { ...found, ...look };
    },
    add: (kept, look) =>
      changed(async (db) => {
        const both = db.transaction(['sets', 'looks'], 'readwrite');
        await Promise.all([
          both.objectStore('sets').put(kept, look.id),
          both.objectStore('looks').put(look, look.id),
          both.done,
        ]);
        return null;
      }),
    replace: (kept, look) =>
      changed(async (db) => {
        const both = db.transaction(['sets', 'looks'], 'readwrite');
        const known = await both.objectStore('looks').getKey(look.id);
        const writes =
          known === undefined
            ? []
            : [both.objectStore('sets').put(kept, look.id), both.objectStore('looks').put(look, look.id)];
        await Promise.all([...writes, both.done]);
        return known === undefined ? 'gone' : null;
      }),
    setLook: (look) =>
      changed(async (db) => {
        const looks = db.transaction('looks', 'readwrite');
        const known = await looks.store.getKey(look.id);
        await Promise.all([known === undefined ? null : looks.store.put(look, look.id), looks.done]);
        return known === undefined ? 'gone' : null;
      }),
    remove: (id) =>
      changed(async (db) => {
        const both = db.transaction(['sets', 'looks'], 'readwrite');
        await Promise.all([both.objectStore('sets').delete(id), both.objectStore('looks').delete(id), both.done]);
        return null;
      }),
  };
}
