/** Corrections in words: fields, values before and after. Pure. */

import { type CorrectedField, factIndex, isFactCorrection, newFactState } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { SiteProperties } from '../../domain/schema/site.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';

export function fieldWords(i18n: I18n, site: Pick<SiteProperties, 'facts'> | undefined, field: CorrectedField): string {
  if (field === 'location') return i18n.t('correctLocation');
  if (field === 'status') return i18n.t('status');
  if (field === 'outline') return i18n.t('outline');
  const fact = site?.facts[factIndex(site.facts, field)];
  return fact === undefined ? field : i18n.text(fact.label);
}

/** A value as the panels would show it; amounts in base units. */
export function valueWords(i18n: I18n, value: Correction['oldValue']): string {
  const { t, date, distance } = i18n;
  if ('precision' in value) {
    const { position, precision, radiusM } = value;
    const point = position === null ? t('noPoint') : `${position[0].toFixed(5)}, ${position[1].toFixed(5)}`;
    return [point, t(`precision.${precision}`), ...(radiusM === null ? [] : [`± ${distance(radiusM, radiusM)}`])].join(
      ' · ',
    );
  }
  if ('qualifier' in value) {
    const when = value.asOf === null ? t('dateNotStated') : date(value.asOf);
    return `${factWords(i18n, value)} · ${when}`;
  }
  if ('digest' in value) return outlineWords(i18n, value.digest !== null, value.date);
  return value.date === null ? t(`status.${value.value}`) : `${t(`status.${value.value}`)} · ${date(value.date)}`;
}

function outlineWords({ t, date }: I18n, isThere: boolean, of: string | null): string {
  if (!isThere) return t('outlineNone');
  return of === null ? t('outlineUndated') : t('outlineDated', { date: date(of) });
}

export function newWords(i18n: I18n, correction: Correction): string {
  if (correction.field === 'outline')
    return outlineWords(i18n, correction.newValue.outline !== null, correction.newValue.date);
  return valueWords(i18n, isFactCorrection(correction) ? newFactState(correction) : correction.newValue);
}
