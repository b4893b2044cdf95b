/** A shading in words: what it shows, in which unit, and its numbers. */

import { legendUnit } from '../../domain/legend-unit.ts';
import { FEWEST_WITHOUT_N } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { DistrictId } from '../../domain/vocabulary.ts';
import { convertUnits } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';
import type { NamedColumn } from '../../state/plan/own-shade.ts';
import type { OwnColumn, ShadeView } from '../../state/plan/shade-view.ts';
import { MEASURE_WORDS, plainFigure } from './measure-words.ts';

/** Set, column and measure, and that the data is the user's own. */
export function ownTitle({ t }: I18n, { set, column, how }: NamedColumn): string {
  if (column === null) return t('shadeOwnCount', { set });
  return t('shadeOwnOf', { set, column: plainLine(column), measure: t(MEASURE_WORDS[how]) });
}

/** Which rows are not in the numbers. */
export function ownLeft({ t, number }: I18n, { left, empty }: OwnColumn): string[] {
  return [t('shadeOwnLeft', { n: number(left) }), ...(empty > 0 ? [t('shadeOwnEmpty', { n: number(empty) })] : [])];
}

type Titled = Pick<ShadeView, 'key' | 'figures' | 'own'>;

export function shadeTitle(i18n: I18n, { key, figures, own }: Titled): string {
  if (own !== null) return ownTitle(i18n, own);
  const { t, text } = i18n;
  const [figure] = figures;
  if (key.figureKey === null) return t(key.perKm2 ? 'shadeRecordsDensity' : 'shadeRecords');
  const what = figure === undefined ? key.figureKey : text(figure.label);
  return key.perKm2 ? t('shadePerKm2', { what }) : what;
}

export function yearWords({ t }: I18n, { key, year }: Pick<ShadeView, 'key' | 'year'>): string {
  return key.figureKey === null ? '' : (year ?? t('shadeUndated'));
}

/** Records are few: their density is that of a square of ten kilometres. */
const RECORDS_PER = 100;

/** The unit of all numbers of a shading, and how one of them is written without it. */
export interface ShadeScale {
  /** The empty string where the numbers have none. */
  readonly unit: string;
  readonly words: (value: number) => string;
}

export function shadeScale(i18n: I18n, view: Pick<ShadeView, 'key' | 'unit' | 'values' | 'own'>): ShadeScale {
  const { key, unit, values, own } = view;
  if (own?.column != null && own.how === 'share')
    return { unit: '%', words: (value) => figure(i18n, 100 * value, false) };
  if (key.figureKey === null)
    return { unit: '', words: (value) => figure(i18n, key.perKm2 ? RECORDS_PER * value : value, key.perKm2) };
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const { by, words } = legendUnit(known, unit, i18n.lang);
  return { unit: convertUnits(words, i18n.lang), words: (value) => figure(i18n, value / by, key.perKm2) };
}

/** A rate keeps three figures, since more would say more than the sources do. */
function figure(i18n: I18n, value: number, isRate: boolean): string {
  return plainFigure(i18n, isRate ? Number(value.toPrecision(3)) : value);
}

/** Title, year and unit, the unit once for all numbers beneath. */
export function shadeHeading(i18n: I18n, view: ShadeView): string {
  const { unit } = shadeScale(i18n, view);
  const title = `${shadeTitle(i18n, view)} ${yearWords(i18n, view)}`.trim();
  return unit === '' ? title : i18n.t('shadeUnit', { title, unit });
}

/** A district's number with what the uncertain rows leave open: "8 (7–9)"; the number alone where that is nothing. */
export function valueWords(i18n: I18n, view: ShadeView, district: DistrictId, value: number): string {
  const { words } = shadeScale(i18n, view);
  return openWords(i18n, view, district) ?? words(value);
}

/** The three numbers of a district; null where they are one. */
export function openWords(i18n: I18n, view: ShadeView, district: DistrictId): string | null {
  const { words } = shadeScale(i18n, view);
  const spread = view.spreads?.get(district);
  if (spread === undefined) return null;
  const [certain, possible] = [words(spread.least), words(spread.greatest)];
  if (certain === possible) return null;
  return i18n.t('certainPossible', { inside: spread.middle === null ? '–' : words(spread.middle), certain, possible });
}

/** The rows behind a district's number, where it is no plain sum and they are few; else null. */
export function fewBehind({ key, own, behind }: ShadeView, district: string): number | null {
  const isRate = key.perKm2 || (own !== null && own.column !== null && own.how !== 'sum' && own.how !== 'missing');
  if (!isRate || behind === null) return null;
  const n = [...behind].find(([id]) => id === district)?.[1] ?? 0;
  return n < FEWEST_WITHOUT_N ? n : null;
}
