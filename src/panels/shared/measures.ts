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
