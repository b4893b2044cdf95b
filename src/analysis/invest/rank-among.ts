/** Ranks by score. */

/** 1 for the highest; equal scores share a rank. Rounding in the last places makes no difference of rank. */
export function rankAmong(scores: readonly number[] | Float64Array): (own: number) => number {
  const sorted = Float64Array.from(scores).sort();
  return (own) => {
    // The first of the ascending scores that is above it.
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) > own + 1e-9) high = middle;
      else low = middle + 1;
    }
    return sorted.length - low + 1;
  };
}
