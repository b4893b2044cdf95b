/** Areas and lengths in words. */
import type { ShareRange } from '../../analysis/border-spread.ts';
import { formatDistance } from '../../domain/format.ts';
import type { I18n } from '../../i18n/index.ts';

/** In hectares below a square kilometre. */
export function areaText({ number, t }: Pick<I18n, 'number' | 't'>, m2: number): string {
  return m2 < 1e6 ? t('areaHa', { n: number(m2 / 1e4, 2) }) : t('areaKm2', { n: number(m2 / 1e6, 2) });
}

/** A bound of an error, rounded upwards. */
export const errorWords = ({ lang }: Pick<I18n, 'lang'>, metres: number): string =>
  formatDistance(metres < 1000 ? Math.ceil(metres) : Math.ceil(metres / 100) * 100, lang);

/**
 * A share of a district, whose border is only known to so many metres: "34% (31–37%)" where that makes a difference,
 * since more digits would say more than is known; else one number.
 */
export function spreadWords(i18n: Pick<I18n, 'number' | 't'>, { least, share, most }: ShareRange): string {
  const whole = (part: number): string => i18n.number(100 * part, 0);
  const [low, high] = [whole(least), whole(most)];
  if (low === high) return partWords(i18n, share);
  return i18n.t('shareSpread', { share: `${whole(share)}%`, least: low, most: `${high}%` });
}

/** A share of a line or an area in per cent: what is partly inside is never nothing, and never all. */
export function partWords({ number }: Pick<I18n, 'number'>, share: number): string {
  if (share < 0.001) return `< ${number(0.1, 1)}%`;
  if (share > 0.999) return `> ${number(99.9, 1)}%`;
  return `${number(100 * share, 1)}%`;
}
