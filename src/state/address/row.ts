/** What a row of the table of the address's keys is. */

/** The query pairs of an address. */
export type Pairs = Pick<URLSearchParams, 'get'>;

/** One thing that the address says. */
export interface Row<T> {
  /** Its key; where one of several things can be said, the key of each. */
  readonly keys: readonly string[];
  /** What is broken, unknown or not there is the default. */
  read(pairs: Pairs): T;
  /** Each key with its text; null or empty where it is the default. */
  write(value: T): readonly (readonly [key: string, text: string | null])[];
  /** A change of it replaces the history entry; a change of any other row is a step. */
  readonly minor: boolean;
}

/** A row of one key. */
export function row<T>(key: string, parse: (text: string | null) => T, format: (value: T) => string | null): Row<T> {
  return {
    keys: [key],
    read: (pairs) => parse(pairs.get(key)),
    write: (value) => [[key, format(value)]],
    minor: false,
  };
}

export function minor<T>(of: Row<T>): Row<T> {
  return { ...of, minor: true };
}

export function oneOf<T extends string>(list: readonly T[], text: string | null): T | null {
  return list.find((item) => item === text) ?? null;
}

/** One of a list, or nothing. */
export function choice<T extends string>(key: string, list: readonly T[]): Row<T | null> {
  return row<T | null>(
    key,
    (text) => oneOf(list, text),
    (value) => value,
  );
}

/** Text of a form, no longer than `longest` characters; null where it is none. */
export function matching(form: RegExp, longest: number): (text: string | null) => string | null {
  return (text) => (text !== null && text.length <= longest && form.test(text) ? text : null);
}

/** Text as it is; null is none. */
export function text(key: string, parse: (text: string | null) => string | null): Row<string | null> {
  return row(key, parse, (value) => value);
}

/** Words as they are typed; the empty string is none. */
export function typed(key: string, longest: number): Row<string> {
  return row(
    key,
    (words) => (words ?? '').slice(0, longest),
    (words) => words,
  );
}

/** `1` where it is on. */
export function flag(key: string): Row<boolean> {
  return row(
    key,
    (text) => text === '1',
    (on) => (on ? '1' : null),
  );
}

/** Some of a list, in its order, `-` for none of it; null is all. What is unknown falls out. */
export function some<T extends string>(key: string, list: readonly T[]): Row<readonly T[] | null> {
  return row<readonly T[] | null>(
    key,
    (text) => {
      if (text === null || text === '') return null;
      if (text === '-') return [];
      const wanted = new Set(text.split(','));
      const found = list.filter((item) => wanted.has(item));
      return found.length === 0 || found.length === list.length ? null : found;
    },
    (value) => (value === null ? null : value.length === 0 ? '-' : value.join(',')),
  );
}

/** Ids in the order chosen, each once. */
export function ids(key: string, most: number): Row<readonly string[]> {
  return row<readonly string[]>(
    key,
    (text) => [...new Set((text ?? '').split(',').filter((id) => ID.test(id)))].slice(0, most),
    (value) => value.join(','),
  );
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** A number without an exponent, within bounds. */
export function numberIn(text: string | null | undefined, min: number, max: number): number | null {
  if (text == null || !/^-?\d{1,4}(\.\d{1,8})?$/.test(text)) return null;
  const n = Number(text);
  return n >= min && n <= max ? n : null;
}
