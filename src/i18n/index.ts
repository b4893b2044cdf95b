/** The interface in one language: typed messages, names of things, numbers and dates. */
import { formatDate, formatDistanceRange, formatFact, formatNumber, isChinese, type Lang } from '../domain/format.ts';
import type { Bilingual, ConversionTable, Fact } from '../domain/schema.ts';
import type { MessageKey, Messages } from './zh-Hans.ts';

export type { MessageKey } from './zh-Hans.ts';

export interface I18n {
  readonly lang: Lang;
  t(key: MessageKey, params?: Readonly<Record<string, string | number>>): string;
  /** Chinese data text for this interface: converted where it is traditional. Never for verbatim policy text. */
  zh(text: string): string;
  text(bilingual: Bilingual): string;
  name(thing: { nameZh: string; nameEn: string }): string;
  fact(fact: Pick<Fact, 'value' | 'unit' | 'qualifier'>): string;
  date(date: string): string;
  number(value: number, digits?: number): string;
  distance(minM: number, maxM: number): string;
}

export async function loadMessages(lang: Lang): Promise<Messages> {
  return lang === 'en' ? (await import('./en.ts')).messages : (await import('./zh-Hans.ts')).messages;
}

/** `conversion` turns simplified strings into traditional ones; empty for the other two languages. */
export function createI18n(lang: Lang, messages: Messages, conversion: ConversionTable = {}): I18n {
  const zh = (text: string) => (Object.hasOwn(conversion, text) ? conversion[text] : undefined) ?? text;
  const i18n: I18n = {
    lang,
    t(key, params = {}) {
      return zh(messages[key]).replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name];
        return value === undefined ? whole : typeof value === 'number' ? formatNumber(value, lang) : value;
      });
    },
    zh,
    text: (bilingual) => (isChinese(lang) ? zh(bilingual.zh) : bilingual.en),
    name: (thing) => (isChinese(lang) ? zh(thing.nameZh) : thing.nameEn),
    fact: (fact) => convertUnits(formatFact(typeof fact.value === 'object' && 'zh' in fact.value ? { ...fact, value: { ...fact.value, zh: zh(fact.value.zh) } } : fact, lang), lang),
    date: (date) => formatDate(date, lang),
    number: (value, digits) => formatNumber(value, lang, digits),
    distance: (minM, maxM) => formatDistanceRange(minM, maxM, lang),
  };
  return i18n;
}

/** Scale words and units of numbers, which are composed and so are in no table. */
const UNIT_CHARACTERS: Record<string, string> = { 亿: '億', 万: '萬', 亩: '畝', 约: '約', 预: '預', 计: '計', 规: '規', 划: '劃', 顷: '頃', 吨: '噸', 时: '時', 过: '過', 达: '達' };

function convertUnits(text: string, lang: Lang): string {
  return lang === 'zh-Hant' ? text.replace(/[亿万亩约预计规划顷吨时过达]/g, (c) => UNIT_CHARACTERS[c] ?? c) : text;
}
