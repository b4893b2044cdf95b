/** What a message says once its parameters are in. */

/** English alone has forms by number among our languages. */
const ENGLISH = new Intl.PluralRules('en');

/**
 * Fills in `{name}`, and chooses by the number of a parameter: `{n} {n|record|records}`. What is no number, a range
 * among them, takes the form of many. A parameter that is not given stays as it is written, for a test to find.
 */
export function fill<T>(message: string, params: Readonly<Record<string, T>>, write: (value: T) => string): string {
  return message.replace(
    /\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g,
    (whole, name: string, one: string | undefined, other: string | undefined) => {
      const value = params[name];
      if (value === undefined) return whole;
      if (one === undefined || other === undefined) return write(value);
      return ENGLISH.select(Number(value)) === 'one' ? one : other;
    },
  );
}
