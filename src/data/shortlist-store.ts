/**
 * The shortlist as this device keeps it. Content that does not fit the schema is set aside under a key of its own
 * before anything is written; a storage that is forbidden or full leaves the list in memory.
 */
import { parseAs } from '../domain/schema/parse.ts';
import { StoredShortlist } from '../domain/schema/shortlist.ts';
import type { TextStorage } from './local-store.ts';

export const SHORTLIST_KEY = 'foshan-224-map.shortlist';
const ASIDE_KEY = `${SHORTLIST_KEY}.set-aside`;

export interface KeptShortlist {
  readonly ids: readonly string[];
  /** By candidate. Notes never leave the device but in a file that its user asks for. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface ShortlistStore {
  /** `keeps` is false where the device refuses to keep anything. */
  read(): KeptShortlist & { readonly keeps: boolean };
  /** False when it could not be kept; what was kept before is then still there. */
  write(content: KeptShortlist): boolean;
  /** Calls back when another window of the page has changed what is kept. */
  onChange(listener: () => void): void;
}

const EMPTY: KeptShortlist = { ids: [], notes: {} };

/** For tests and wherever there is no device to keep anything on. */
export function memoryShortlist(): ShortlistStore {
  return { read: () => ({ ...EMPTY, keeps: false }), write: () => false, onChange: () => {} };
}

function parsed(text: string): KeptShortlist | null {
  try {
    const { ids, notes } = parseAs(StoredShortlist, JSON.parse(text), SHORTLIST_KEY);
    return { ids: [...new Set(ids)], notes };
  } catch {
    return null;
  }
}

/** `storage` may throw when it is asked for, as where the browser forbids it. */
export function deviceShortlist(storage: () => TextStorage, target: Pick<Window, 'addEventListener'>): ShortlistStore {
  return {
    read() {
      try {
        const device = storage();
        const text = device.getItem(SHORTLIST_KEY);
        if (text === null) return { ...EMPTY, keeps: true };
        const content = parsed(text);
        // Kept as it was, so that what an older or newer edition wrote is not lost.
        if (content === null) device.setItem(ASIDE_KEY, text);
        return { ...(content ?? EMPTY), keeps: true };
      } catch {
        return { ...EMPTY, keeps: false };
      }
    },
    write({ ids, notes }) {
      try {
        const device = storage();
        if (ids.length === 0 && Object.keys(notes).length === 0) device.removeItem(SHORTLIST_KEY);
        else device.setItem(SHORTLIST_KEY, JSON.stringify({ schema: 1, ids, notes }));
        return true;
      } catch {
        return false;
      }
    },
    onChange(listener) {
      target.addEventListener('storage', (event) => {
        if (event.key === SHORTLIST_KEY || event.key === null) listener();
      });
    },
  };
}
