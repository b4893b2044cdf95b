/** What a row's position stands for, in words. */
import { isPlaced, type PointSet, precisionAt, siteIdAt } from '../../domain/point-set.ts';
import type { I18n } from '../../i18n/index.ts';

/** A radius in the words of a length; null where nobody has stated one. */
export function radiusWords({ number, distance }: I18n, set: PointSet, row: number): string | null {
  const radius = set.radiusM[row] ?? Number.NaN;
  if (!Number.isFinite(radius)) return null;
  return radius < 1000 ? `${number(Math.ceil(radius))} m` : distance(radius, radius);
}

/** Of a row that stands for a site of the register: where it stands, and that the position is the site's. */
export function atSiteWords(i18n: I18n, set: PointSet, row: number): string {
  if (!isPlaced(set, row)) return i18n.t('rowSiteUnplaced');
  const radius = radiusWords(i18n, set, row);
  return radius === null ? i18n.t('rowAtSiteUnknown') : i18n.t('rowAtSite', { radius });
}

/** Its precision, and whose position it has. */
export function placeWords(i18n: I18n, set: PointSet, row: number): string {
  const precision = i18n.t(`precision.${precisionAt(set, row)}`);
  return siteIdAt(set, row) === null ? precision : `${precision} · ${atSiteWords(i18n, set, row)}`;
}
