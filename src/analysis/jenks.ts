/**
 * Natural breaks (Jenks, in Fisher's exact form): the grouping of sorted numbers with the least sum of squared
 * deviations from the class means. Divide and conquer over the last break makes it O(k n log n), so it is
 * exact for any number of values.
 */

/** First index of each class, ascending, for distinct ascending `values` that occur `weights` times. `k` ≤ length. */
export function naturalBreaks(values: readonly number[], weights: readonly number[], k: number): number[] {
  const n = values.length;
  const cost = deviations(values, weights);
  let best = Float64Array.from({ length: n }, (_, end) => cost(0, end));
  const splits: Int32Array[] = [];
  for (let level = 1; level < k; level++) {
    const next = new Float64Array(n).fill(Infinity);
    const split = new Int32Array(n);
    solve(best, next, split, cost, level, n - 1, level, n - 1);
    splits.push(split);
    best = next;
  }
  const starts = [0];
  let end = n - 1;
  for (const split of [...splits].reverse()) {
    const start = split[end] ?? 0;
    starts.splice(1, 0, start);
    end = start - 1;
  }
  return starts;
}

/** Sum of squared deviations of the values from index `a` to `b`; centred first, to keep the digits. */
function deviations(values: readonly number[], weights: readonly number[]): (a: number, b: number) => number {
  const centre = values[Math.floor(values.length / 2)] ?? 0;
  const w = new Float64Array(values.length + 1);
  const s = new Float64Array(values.length + 1);
  const q = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    const weight = weights[i] ?? 1;
    const x = value - centre;
    w[i + 1] = (w[i] ?? 0) + weight;
    s[i + 1] = (s[i] ?? 0) + weight * x;
    q[i + 1] = (q[i] ?? 0) + weight * x * x;
  });
  const between = (sums: Float64Array, a: number, b: number): number => (sums[b + 1] ?? 0) - (sums[a] ?? 0);
  return (a, b) => Math.max(0, between(q, a, b) - between(s, a, b) ** 2 / between(w, a, b));
}

/** Fills `next[end]` for the ends `from … to`, knowing that the best last class starts in `low … high`. */
function solve(
  best: Float64Array,
  next: Float64Array,
  split: Int32Array,
  cost: (a: number, b: number) => number,
  from: number,
  to: number,
  low: number,
  high: number,
): void {
  if (from > to) return;
  const end = (from + to) >> 1;
  let at = low;
  for (let start = low; start <= Math.min(end, high); start++) {
    const value = (best[start - 1] ?? Infinity) + cost(start, end);
    if (value < (next[end] ?? Infinity)) {
      next[end] = value;
      at = start;
    }
  }
  split[end] = at;
  solve(best, next, split, cost, from, end - 1, low, at);
  solve(best, next, split, cost, end + 1, to, at, high);
}
