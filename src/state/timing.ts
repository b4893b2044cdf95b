/** User Timing measures: how long what was asked for took, for tests and for support to ask users about. */
export type Measure = 'filter' | 'full drawing' | 'import' | 'query' | 'restyle';

/** From `start` (as `performance.now()` gave it) until now. */
export function measureSince(measure: Measure, start: number): void {
  performance.measure(measure, { start, end: performance.now() });
}

/** The answer of some work, and how long it took. */
export function measured<T>(measure: Measure, work: () => T): T {
  const start = performance.now();
  const result = work();
  measureSince(measure, start);
  return result;
}
