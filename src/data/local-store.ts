/**
 * Corrections as this device keeps them. Content that does not fit the schema is set aside under a key of its
 * own before anything is written; a storage that is forbidden or full leaves the corrections in memory.
 */
import { Correction, StoredCorrections } from '../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../domain/schema/parse.ts';
import { asideKey, STORE_KEY } from './corrections-held.ts';

/** The part of the browser's Storage that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface StoreContent {
  readonly corrections: readonly Correction[];
  /** Texts that could not be read as corrections, kept as they were; oldest first. */
  readonly aside: readonly string[];
  /** False where the device refuses to keep anything. */
  readonly keeps: boolean;
}

export interface CorrectionStore {
  read(): StoreContent;
  /** False when it could not be kept; what was kept before is then still there. */
  write(corrections: readonly Correction[]): boolean;
  /** Forgets the texts that were set aside. */
  dropAside(): void;
  /** Calls back when another window of the page has changed what is kept. */
  onChange(listener: () => void): void;
}

/** For tests: no device to keep anything on. */
export function memoryStore(): CorrectionStore {
  return {
    read: () => ({ corrections: [], aside: [], keeps: false }),
    write: () => false,
    dropAside: () => {},
    onChange: () => {},
  };
}

function parsed(text: string): { corrections: Correction[]; broken: boolean } {
  try {
    const stored = parseAs(StoredCorrections, JSON.parse(text), STORE_KEY);
    const good = stored.corrections.filter((item) => problemsOf(Correction, item).length === 0);
    return {
      corrections: good.map((item) => parseAs(Correction, item, STORE_KEY)),
      broken: good.length < stored.corrections.length,
    };
  } catch {
    return { corrections: [], broken: true };
  }
}

function asideOf(storage: TextStorage): string[] {
  const texts: string[] = [];
  for (let n = 1; ; n++) {
    const text = storage.getItem(asideKey(n));
    if (text === null) return texts;
    texts.push(text);
  }
}

/** `storage` may throw when it is asked for, as where the browser forbids it. */
export function deviceStore(
  storage: () => TextStorage,
  listen: CorrectionStore['onChange'] = () => {},
): CorrectionStore {
  /** Broken content that could not be set aside must not be written over. */
  let locked = false;
  return {
    read() {
      try {
        const device = storage();
        const text = device.getItem(STORE_KEY);
        const { corrections, broken } = text === null ? { corrections: [], broken: false } : parsed(text);
        const aside = asideOf(device);
        locked = false;
        if (!broken || text === null) return { corrections, aside, keeps: true };
        if (aside.includes(text)) return { corrections, aside, keeps: true };
        try {
          device.setItem(asideKey(aside.length + 1), text);
          device.setItem(STORE_KEY, JSON.stringify({ schema: 1, corrections }));
        } catch {
          locked = true;
        }
        return { corrections, aside: [...aside, text], keeps: !locked };
      } catch {
        return { corrections: [], aside: [], keeps: false };
      }
    },
    write(corrections) {
      if (locked) return false;
      try {
        const device = storage();
        if (corrections.length === 0) device.removeItem(STORE_KEY);
        else device.setItem(STORE_KEY, JSON.stringify({ schema: 1, corrections }));
        return true;
      } catch {
        return false;
      }
    },
    dropAside() {
      try {
        const device = storage();
        for (let n = asideOf(device).length; n >= 1; n--) device.removeItem(asideKey(n));
      } catch {
        // What cannot be reached cannot be dropped, and is offered again.
      }
    },
    onChange: listen,
  };
}
