/**
 * Figures that a cell gives as about so much: 约15亩, 15亩左右, ≈15. They are read as the number that stands there, and
 * counted. Bounds (超15, 近15, 15余, >15) are no such number and stay text. Pure.
 */
const BEFORE = /^(?:大约|约为|约|≈|~|～|about|approx\.?|approximately|ca?\.)\s*(?=[\d\uff10-\uff19])/i;
const BEHIND = /\s*(?:左右|上下)$/;

/** The figure without the words; null where the text does not say that it is about so much. */
export function aboutFigure(text: string): string | null {
  const own = text.trim();
  const figure = own.replace(BEFORE, '').replace(BEHIND, '');
  return figure === own ? null : figure;
}
