/** One scale and unit for a row of numbers, so that a legend says it once, in its title. Pure. */
import { isChinese, type Lang } from './format.ts';
import { EN_SCALES, UNIT_SUFFIX, ZH_SCALES } from './format-fact.ts';
import type { BaseUnit } from './vocabulary.ts';

export interface LegendUnit {
  /** What each number is divided by. */
  readonly by: number;
  /** 亿元, million people; the empty string for plain numbers. */
  readonly words: string;
}

const PLAIN: LegendUnit = { by: 1, words: '' };

/** The scale of the greatest of the numbers; ranks and numbers without a unit stay as they are. */
export function legendUnit(values: readonly number[], unit: BaseUnit | null, lang: Lang): LegendUnit {
  if (unit === null || unit === 'rank') return PLAIN;
  const zh = isChinese(lang);
  const greatest = Math.max(0, ...values.map(Math.abs));
  if (unit === 'm²') {
    if (greatest >= 1e6) return { by: 1e6, words: zh ? '平方公里' : 'km²' };
    return greatest >= 1e4 ? { by: 1e4, words: zh ? '公顷' : 'ha' } : { by: 1, words: zh ? '平方米' : 'm²' };
  }
  const scale = (zh ? ZH_SCALES : EN_SCALES).find(({ at }) => greatest >= at);
  const suffix = UNIT_SUFFIX[unit];
  return { by: scale?.at ?? 1, words: `${scale?.word ?? ''}${zh ? suffix.zh : suffix.en}`.trim() };
}
