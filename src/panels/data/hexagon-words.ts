/** What hexagons and densities say, in words: for the legend on the screen and on paper alike. */
import type { HexagonCount } from '../../analysis/hexagon-classes.ts';
import { FEWEST_WITHOUT_N } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { I18n } from '../../i18n/index.ts';
import { MEASURE_WORDS, measureWords } from '../plan/measure-words.ts';

/** A density is that of a square of ten kilometres. */
export const DENSITY_PER_KM2 = 100;

export function hexagonTitle({ t, number }: I18n, { areaM2, measure }: HexagonCount): string {
  const km2 = number(areaM2 / 1e6, 2);
  if (measure === null) return t('legendHexagons', { km2 });
  return t('legendHexagonsOf', { km2, column: plainLine(measure.column), measure: t(MEASURE_WORDS[measure.kind]) });
}

export function classWords(i18n: I18n, { measure }: HexagonCount, { from, to }: { from: number; to: number }): string {
  const words = (value: number) => (measure === null ? i18n.number(value) : measureWords(i18n, value, measure.kind));
  return from === to ? words(from) : `${words(from)}–${words(to)}`;
}

/** How many hexagons hold few rows, where what they say is a rate; the empty string where that does not matter. */
export function fewWords({ t }: I18n, { measure, hexagons }: HexagonCount): string {
  if (measure === null || measure.kind === 'sum' || measure.kind === 'missing') return '';
  const few = hexagons.filter(({ count }) => count < FEWEST_WITHOUT_N).length;
  return few === 0 ? '' : t('hexagonsFew', { n: few, of: hexagons.length, least: FEWEST_WITHOUT_N });
}
