/** Quantities with their units, as people read them in each interface language. Pure; no first view needs them. */
import { formatNumber, isChinese, type Lang } from './format.ts';
import type { Fact } from './schema/site.ts';
import type { BaseUnit, Qualifier } from './vocabulary.ts';

export const ZH_SCALES = [
  { at: 1e12, word: '万亿' },
  { at: 1e8, word: '亿' },
  { at: 1e4, word: '万' },
] as const;
export const EN_SCALES = [
  { at: 1e12, word: ' trillion' },
  { at: 1e9, word: ' billion' },
  { at: 1e6, word: ' million' },
] as const;

/** 1.33e10 → 133亿 / 13.3 billion; small numbers stay as they are. */
export function formatScaled(value: number, lang: Lang): string {
  // Rounded first, as it will be shown: 999,999,999 is 1 billion and not 1,000 million.
  const shown = Math.abs(Number(value.toPrecision(6)));
  const scale = (isChinese(lang) ? ZH_SCALES : EN_SCALES).find(({ at }) => shown >= at);
  if (scale === undefined) return formatNumber(value, lang);
  return `${formatNumber(value / scale.at, lang, 3)}${scale.word}`;
}

/** Suffix of each base unit after a scaled number, Chinese and English. Money has its prefix in English. */
export const UNIT_SUFFIX: Record<BaseUnit, { zh: string; en: string }> = {
  CNY: { zh: '元', en: ' yuan' },
  JPY: { zh: '日元', en: ' yen' },
  'm²': { zh: '平方米', en: ' m²' },
  m: { zh: '米', en: ' m' },
  people: { zh: '人', en: ' people' },
  count: { zh: '', en: '' },
  't/a': { zh: '吨/年', en: ' t/year' },
  'm³/a': { zh: '立方米/年', en: ' m³/year' },
  'units/a': { zh: '台（套）/年', en: ' units/year' },
  units: { zh: '台（套）', en: ' units' },
  Wh: { zh: '瓦时', en: ' Wh' },
  kg: { zh: '千克', en: ' kg' },
  'kg/d': { zh: '千克/日', en: ' kg/day' },
  'km/h': { zh: '公里/小时', en: ' km/h' },
  a: { zh: '年', en: ' years' },
  '%': { zh: '%', en: '%' },
  rank: { zh: '', en: '' },
};

/** Keys of facts that measure floors, and those that measure land: each has units of its own. */
const FLOOR = /floor|exhibition/;
const LAND = /land|plot|site/;
const M2_PER_MU = 2000 / 3;

/** Floor area in 万平方米, land in 亩 where its source has 亩, else in hectares; null where neither is measured. */
function formatArea(m2: number, { key = '', asPrinted = '' }: Measured, lang: Lang): string | null {
  const zh = isChinese(lang);
  if (FLOOR.test(key)) return `${formatScaled(m2, lang)}${zh ? '平方米' : ' m²'}`;
  if (!LAND.test(key) || m2 < 1e4) return null;
  if (zh && /mu$|亩/.test(asPrinted)) return `${formatNumber(m2 / M2_PER_MU, lang, 1)}亩`;
  return `${formatNumber(m2 / 1e4, lang)}${zh ? '公顷' : ' ha'}`;
}

/** What is measured, and as its source has it. */
type Measured = Partial<Pick<Fact, 'key' | 'asPrinted'>>;

function formatOne(value: number, unit: BaseUnit | null, lang: Lang, measured: Measured): string {
  const zh = isChinese(lang);
  if (unit === null) return formatNumber(value, lang);
  const area = unit === 'm²' ? formatArea(value, measured, lang) : null;
  if (area !== null) return area;
  if (unit === 'm²' && value >= 1e6) return `${formatNumber(value / 1e6, lang)}${zh ? '平方公里' : ' km²'}`;
  if (unit === 'm²' && value >= 1e4) return `${formatNumber(value / 1e4, lang)}${zh ? '公顷' : ' ha'}`;
  if (unit === 'm' && value >= 1e3) return `${formatNumber(value / 1e3, lang)}${zh ? '公里' : ' km'}`;
  if (unit === 'Wh') return `${formatNumber(value / 1e9, lang, 3)}${zh ? '吉瓦时' : ' GWh'}`;
  if (unit === 'rank') return zh ? `第${formatNumber(value, lang)}` : `No. ${formatNumber(value, lang)}`;
  const suffix = UNIT_SUFFIX[unit];
  return `${formatScaled(value, lang)}${zh ? suffix.zh : suffix.en}`;
}

const QUALIFIER: Record<Qualifier, { zh: string; en: string }> = {
  exact: { zh: '', en: '' },
  over: { zh: '超过', en: 'over ' },
  about: { zh: '约', en: 'about ' },
  nearly: { zh: '近', en: 'nearly ' },
  expected: { zh: '预计', en: 'expected ' },
  planned: { zh: '规划', en: 'planned ' },
};

/** A fact's value in words: 超过133亿元 / over 13.3 billion yuan. Text values are returned as they stand. */
export function formatFact(fact: Pick<Fact, 'value' | 'unit' | 'qualifier'> & Measured, lang: Lang): string {
  const zh = isChinese(lang);
  const { value, unit } = fact;
  if (typeof value === 'object' && 'zh' in value) return zh ? value.zh : value.en;
  const qualifier = QUALIFIER[fact.qualifier][zh ? 'zh' : 'en'];
  if (typeof value === 'number') return qualifier + formatOne(value, unit, lang, fact);
  return `${qualifier}${formatOne(value.min, unit, lang, fact)}–${formatOne(value.max, unit, lang, fact)}`;
}
