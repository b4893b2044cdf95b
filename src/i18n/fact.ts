/** A fact's value in words: apart, since no first view has one to say. */
import type { Lang } from '../domain/format.ts';
import { formatFact } from '../domain/format-fact.ts';
import type { I18n } from './index.ts';

type Fact = Parameters<typeof formatFact>[0];

/** A text of the data in two languages is converted as any other. */
export function factWords({ lang, zh }: Pick<I18n, 'lang' | 'zh'>, fact: Fact): string {
  const { value } = fact;
  const said = typeof value === 'object' && 'zh' in value ? { ...fact, value: { ...value, zh: zh(value.zh) } } : fact;
  return convertUnits(formatFact(said, lang), lang);
}

/** Scale words and units of numbers, which are composed and so are in no table. */
const UNIT_CHARACTERS: Record<string, string> = {
  亿: '億',
  万: '萬',
  亩: '畝',
  约: '約',
  预: '預',
  计: '計',
  规: '規',
  划: '劃',
  顷: '頃',
  吨: '噸',
  时: '時',
  过: '過',
  达: '達',
};

/** Units and scale words in the characters of the language. */
export function convertUnits(text: string, lang: Lang): string {
  return lang === 'zh-Hant' ? text.replace(/[亿万亩约预计规划顷吨时过达]/g, (c) => UNIT_CHARACTERS[c] ?? c) : text;
}
