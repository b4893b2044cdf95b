/** Of which district a row is, in words: where every count has it, and what the file states. */
import { countedImport, statedDistrict } from '../../analysis/counted-set.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { whereabouts } from '../../domain/row-districts.ts';
import { ELSEWHERE, NOT_STATED_KEY, SEVERAL } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';

export interface DistrictWords {
  readonly counted: string;
  readonly stated: string;
}

export function districtWords({ t }: Pick<I18n, 't'>, set: PointSet, row: number): DistrictWords {
  const stated = statedDistrict(set, row);
  const place = whereabouts(countedImport(set).districtsOf(row));
  const said = stated === null ? t('notStated') : t(`district.${stated}`);
  // A row of an import states one district at most: it is never of several.
  if (place === NOT_STATED_KEY || place === SEVERAL) return { counted: t('districtUnknown'), stated: said };
  return { counted: place === ELSEWHERE ? t('outsideFoshan') : t(`district.${place}`), stated: said };
}
