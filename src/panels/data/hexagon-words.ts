/** What hexagons and densities say, in words: for the legend on the screen and on paper alike. */
import type { Hexagon, HexagonCount } from '../../analysis/hexagon-classes.ts';
import { FEWEST_WITHOUT_N } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { I18n } from '../../i18n/index.ts';
import { MEASURE_WORDS, measureSpreadWords, measureWords } from '../plan/measure-words.ts';
import { rangeWords } from '../shared/range-words.ts';

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
  const few = hexagons.filter(({ rows }) => rows.inside < FEWEST_WITHOUT_N).length;
  return few === 0 ? '' : t('hexagonsFew', { n: few, of: hexagons.length, least: FEWEST_WITHOUT_N });
}

/** "400 (380–412) rows": with the point in the hexagon, with the whole circle of error, and all whose circle reaches it. */
export const rowsInWords = (i18n: I18n, { rows }: Hexagon): string =>
  i18n.t('hexagonRowsIn', { range: rangeWords(i18n, rows) });

/** What its column says of a hexagon, with what errors of places leave open; null where rows are counted. */
export function measureOfHexagon(i18n: I18n, { measure }: HexagonCount, { value, spread }: Hexagon): string | null {
  if (measure === null) return null;
  const { column, kind } = measure;
  const said =
    spread === null
      ? value === null
        ? measureWords(i18n, value, kind)
        : i18n.t('hexagonOpen', { value: measureWords(i18n, value, kind) })
      : measureSpreadWords(i18n, value, spread, kind);
  return `${plainLine(column)}, ${i18n.t(MEASURE_WORDS[kind])}: ${said}`;
}

/** What the counts of the hexagons leave open, each a sentence of the legend. */
export function openWords(i18n: I18n, { hexagons, tooCoarse, coarseArePossible, reached }: HexagonCount): string[] {
  const { t } = i18n;
  const unsure = hexagons.filter(({ rows }) => rows.certain !== rows.possible);
  // The first holds the most rows.
  const [fullest] = unsure;
  return [
    ...(fullest === undefined
      ? []
      : [t('hexagonsUnsure', { n: unsure.length, of: hexagons.length, range: rangeWords(i18n, fullest.rows) })]),
    ...(tooCoarse === 0 ? [] : [t(coarseArePossible ? 'hexagonsCoarse' : 'legendCoarse', { n: tooCoarse })]),
    ...(reached === 0 ? [] : [t('hexagonsReached', { n: reached })]),
  ];
}
