/**
 * Files of base maps as this device keeps them, in IndexedDB: a copy each, of which ranges are read. One that the device
 * does not keep is held as long as the window is open. What every visitor's device stores by itself has no part in this.
 */
import type { DBSchema } from 'idb';
import { keptDb, type Refused, refusalOf } from './kept-db.ts';

interface Kept {
  readonly file: Blob;
  /** Address that it is a copy of; null for one that the user picked. */
  readonly from: string | null;
}

interface Schema extends DBSchema {
  files: { key: string; value: Kept };
}

export interface BasemapFiles {
  /** The file of a base map, copied from that address; null where the device has none. The same object each time. */
  of(id: string, from: string | null): Promise<Blob | null>;
  /** Null when it was kept; else it is held in this window. */
  keep(id: string, file: Blob, from: string | null): Promise<Refused | null>;
  remove(id: string): Promise<void>;
}

const NAME = 'foshan-224-map.basemap-files';

export function deviceBasemapFiles(): BasemapFiles {
  const { attempt } = keptDb<Schema>(NAME, ['files']);
  const held = new Map<string, Promise<Kept | null>>();
  const read = (id: string): Promise<Kept | null> =>
    attempt(
      async (db) => (await db.get('files', id)) ?? null,
      () => null,
    );
  return {
    async of(id, from) {
      const asked = held.get(id) ?? read(id);
      held.set(id, asked);
      const kept = await asked;
      return kept !== null && kept.from === from ? kept.file : null;
    },
    async keep(id, file, from) {
      const kept: Kept = { file, from };
      const refused = await attempt(async (db) => {
        await db.put('files', kept, id);
        return null;
      }, refusalOf);
      held.set(id, Promise.resolve(kept));
      return refused;
    },
    async remove(id) {
      held.set(id, Promise.resolve(null));
      await attempt(
        (db) => db.delete('files', id),
        () => undefined,
      );
    },
  };
}

/** The one of a page, for the map and for panels alike. */
export const basemapFiles = deviceBasemapFiles();
