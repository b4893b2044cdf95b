/** When a large set is drawn with few of its points: while the map moves, and until some rest after a move, a filter or another look. */

/** How long after a move or a change all points are drawn again, ms: one often follows another. */
const REST_MS = 250;

export interface Thinning {
  /** Whether few points are to be drawn now. */
  readonly few: () => boolean;
  readonly moved: (moving: boolean) => void;
  /** A filter or a look has changed. */
  readonly changed: () => void;
  readonly stop: () => void;
}

/**
 * @param applies whether there is a set to thin; never for a picture, which must show every point
 * @param show draws anew; called when `few` has changed by itself or by a move
 */
export function createThinning(applies: () => boolean, show: () => void): Thinning {
  let moving = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const restSoon = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      show();
    }, REST_MS);
  };
  return {
    few: () => moving || resting !== undefined,
    moved(now) {
      if (moving === now || (now && !applies())) return;
      moving = now;
      if (now) show();
      else restSoon();
    },
    changed() {
      if (applies()) restSoon();
    },
    stop: () => clearTimeout(resting),
  };
}
