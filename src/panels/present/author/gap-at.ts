/** Before which card of a grid something is dropped. Pure. */

/** CSS pixels of the window. */
export interface CardBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The gap at a point, from 0 before the first card to their number behind the last. Cards stand in rows, in reading
 * order; below the last row is behind the last card.
 */
export function gapAt(cards: readonly CardBox[], x: number, y: number): number {
  const row = cards.findIndex(({ top, height }) => y < top + height);
  if (row === -1) return cards.length;
  const start = cards[row];
  if (start === undefined) return cards.length;
  // A card of the next row begins below the middle of this one.
  const next = cards.findIndex(({ top }, at) => at > row && top > start.top + start.height / 2);
  const end = next === -1 ? cards.length : next;
  for (let at = row; at < end; at++) {
    const card = cards[at];
    if (card !== undefined && x < card.left + card.width / 2) return at;
  }
  return end;
}

/** Where a card from `from` stands when it is dropped into a gap. */
export const placeOf = (from: number, gap: number): number => (gap > from ? gap - 1 : gap);

/** The place that a key leads to from a card, `columns` a row; null where the key means nothing, or there is none. */
export function placeByKey(key: string, at: number, columns: number, count: number): number | null {
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined || to < 0 || to >= count ? null : to;
}
