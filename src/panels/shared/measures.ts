/** Areas and lengths in words. */
import { formatDistance } from '../../domain/format.ts';
import type { I18n } from '../../i18n/index.ts';

/** In hectares below a square kilometre. */
export function areaText({ number, t }: Pick<I18n, 'number' | 't'>, m2: number): string {
  return m2 < 1e6 ? t('areaHa', { n: number(m2 / 1e4, 2) }) : t('areaKm2', { n: number(m2 / 1e6, 2) });
}

/** A bound of an error, rounded upwards. */
export const errorWords = ({ lang }: Pick<I18n, 'lang'>, metres: number): string =>
  formatDistance(metres < 1000 ? Math.ceil(metres) : Math.ceil(metres / 100) * 100, lang);

/** A share of a line or an area in per cent: what is partly inside is never nothing, and never all. */
export function partWords({ number }: Pick<I18n, 'number'>, share: number): string {
  if (share < 0.001) return `< ${number(0.1, 1)}%`;
  if (share > 0.999) return `> ${number(99.9, 1)}%`;
  return `${number(100 * share, 1)}%`;
}
