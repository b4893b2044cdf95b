/**
 * The user's own tours as this device keeps them, in IndexedDB: what was saved, and beside it what was being
 * edited and not saved yet, so that a crash loses nothing. What cannot be read is left where it is.
 */
import type { DBSchema } from 'idb';
import { parseKept } from '../../domain/tour-parse.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { keptDb } from './kept-db.ts';

/** Something kept, and when: milliseconds since 1970. */
export interface KeptTour {
  readonly tour: Tour;
  readonly at: number;
}

interface Kept {
  readonly tour: unknown;
  readonly at: number;
}

interface Schema extends DBSchema {
  tours: { key: string; value: Kept };
  drafts: { key: string; value: Kept };
}

type Shelf = 'tours' | 'drafts';

export interface ToursStore {
  /** Both by the id of the tour, the latest first. `keeps` is false where the device refuses to keep anything. */
  read(): Promise<{
    readonly tours: readonly KeptTour[];
    readonly drafts: readonly KeptTour[];
    readonly damaged: number;
    readonly keeps: boolean;
  }>;
  /** False when it could not be kept. */
  put(shelf: Shelf, kept: KeptTour): Promise<boolean>;
  remove(shelf: Shelf, id: string): Promise<boolean>;
}

const NAME = 'foshan-224-map.tours';

export function deviceTours(): ToursStore {
  const { attempt } = keptDb<Schema>(NAME, ['tours', 'drafts']);
  const done = (work: Promise<unknown>) => work.then(() => true);
  const refused = () => false;
  return {
    read: () =>
      attempt(
        async (db) => {
          const shelf = async (name: Shelf) => (await db.getAll(name)).map(typed);
          const [tours, drafts] = await Promise.all([shelf('tours'), shelf('drafts')]);
          const good = (all: readonly (KeptTour | null)[]) =>
            all.filter((kept) => kept !== null).sort((a, b) => b.at - a.at);
          const damaged = [...tours, ...drafts].filter((kept) => kept === null).length;
          return { tours: good(tours), drafts: good(drafts), damaged, keeps: true };
        },
        () => ({ tours: [], drafts: [], damaged: 0, keeps: false }),
      ),
    put: (shelf, kept) => attempt((db) => done(db.put(shelf, { ...kept }, kept.tour.id)), refused),
    remove: (shelf, id) => attempt((db) => done(db.delete(shelf, id)), refused),
  };
}

function typed({ tour, at }: Kept): KeptTour | null {
  const parsed = parseKept(tour);
  return parsed === null ? null : { tour: parsed, at };
}
