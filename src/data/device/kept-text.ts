/**
 * Texts as this device keeps them. A storage that is forbidden or full leaves what it is told in memory, and says so.
 * A text that cannot be read is set aside under a key of its own, and nothing is written over it before.
 */
import { asideKey, type Device, keepText, onStorage, type TextStorage, thisDevice } from './storage.ts';

/** What a kept value is as a text. */
export interface TextForm<T> {
  readonly key: string;
  /** Where nothing is kept. */
  readonly empty: T;
  /** `whole` is false where something of the text could not be read. Throws where nothing could. */
  readonly parse: (text: string) => { readonly value: T; readonly whole: boolean };
  /** Null where there is nothing to keep. */
  readonly format: (value: T) => string | null;
  /** Key of the n-th text, from 1, that was set aside. */
  readonly asideKey?: (n: number) => string;
}

export interface KeptText<T> {
  read(): {
    readonly value: T;
    /** Texts that could not be read, kept as they were; oldest first. */
    readonly aside: readonly string[];
    /** False where the device refuses to keep anything. */
    readonly keeps: boolean;
  };
  /** False when it could not be kept; what was kept before is then still there. */
  write(value: T): boolean;
  /** Forgets the texts that were set aside. */
  dropAside(): void;
  /** Calls back when another window of the page has changed what is kept. */
  onChange(listener: () => void): void;
}

export function keptText<T>(
  form: TextForm<T>,
  device: Device = thisDevice,
  target?: Pick<Window, 'addEventListener'>,
): KeptText<T> {
  const { key, empty, format, asideKey: keyOf = (n: number) => asideKey(key, n) } = form;
  /** Broken content that could not be set aside must not be written over. */
  let locked = false;

  const parsed = (text: string | null) => {
    if (text === null) return { value: empty, whole: true };
    try {
      return form.parse(text);
    } catch {
      return { value: empty, whole: false };
    }
  };
  return {
    read() {
      try {
        const text = device().getItem(key);
        const { value, whole } = parsed(text);
        const aside = textsAside(device(), keyOf);
        locked = false;
        if (whole || text === null || aside.includes(text)) return { value, aside, keeps: true };
        locked = !keepText(keyOf(aside.length + 1), text, device);
        return { value, aside: [...aside, text], keeps: !locked };
      } catch {
        return { value: empty, aside: [], keeps: false };
      }
    },
    write: (value) => !locked && keepText(key, format(value), device),
    dropAside() {
      try {
        const text = device().getItem(key);
        const { value, whole } = parsed(text);
        for (let n = textsAside(device(), keyOf).length; n >= 1; n--) device().removeItem(keyOf(n));
        // Else it would be set aside again.
        if (!whole) keepText(key, format(value), device);
      } catch {
        // What cannot be reached cannot be dropped, and is offered again.
      }
    },
    onChange: (listener) => onStorage(key, listener, target),
  };
}

function textsAside(storage: TextStorage, keyOf: (n: number) => string): string[] {
  const texts: string[] = [];
  for (let n = 1; ; n++) {
    const text = storage.getItem(keyOf(n));
    if (text === null) return texts;
    texts.push(text);
  }
}
