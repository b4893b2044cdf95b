/** The interface in one language: typed messages, names of things, numbers and dates. */
import { formatDate, formatDistanceRange, formatNumber, isChinese, type Lang } from '../domain/format.ts';
import { plainLine } from '../domain/plain-line.ts';
import type { ConversionTable } from '../domain/schema/config.ts';
import type { Bilingual } from '../domain/schema/parts.ts';
import type { Area, MessageKey, Messages } from './catalogues.ts';
import { FIRST } from './catalogues-first.ts';
import { fill } from './fill.ts';

export type { Area, MessageKey } from './catalogues.ts';

/** One language as far as it is loaded. */
export interface Language {
  readonly lang: Lang;
  readonly areas: ReadonlySet<Area>;
  readonly messages: Messages;
  /** Simplified → traditional; empty for the other two languages. */
  readonly conversion: ConversionTable;
}

export interface I18n {
  readonly lang: Lang;
  /** Whether an area's words are there: what speaks them waits for it. */
  has(area: Area): boolean;
  t(key: MessageKey, params?: Readonly<Record<string, string | number>>): string;
  /** Chinese data text for this interface: converted where it is traditional. Never for verbatim policy text. */
  zh(text: string): string;
  text(bilingual: Bilingual): string;
  name(thing: { nameZh: string; nameEn: string }): string;
  /** Of what a document is called, its own words or ours in English; the Chinese is never converted. */
  verbatim(zh: string, en: string): string;
  /** Items in a row: with commas, or, where they hold commas themselves, with semicolons. */
  list(items: readonly string[], by?: 'comma' | 'semicolon'): string;
  date(date: string): string;
  number(value: number, digits?: number): string;
  distance(minM: number, maxM: number): string;
}

const later = () => import('./catalogues-later.ts');

/** Every area of words. */
export const allAreas = () => import('./areas.ts').then(({ AREAS }) => AREAS);

/** The messages of some areas in one language, merged; of all where none is named. Traditional starts from simplified. */
export async function loadMessages(lang: Lang, areas?: readonly Area[]): Promise<Messages> {
  const of = lang === 'en' ? 'en' : 'zh';
  const loaded = await Promise.all(
    (areas ?? (await allAreas())).map(async (area) =>
      area === 'shell' || area === 'panels' ? FIRST[area][of]() : (await later()).LATER[area][of](),
    ),
  );
  return Object.assign({}, ...loaded.map(({ messages }) => messages));
}

const SEPARATORS = { comma: { zh: '、', en: ', ' }, semicolon: { zh: '；', en: '; ' } } as const;

/** `onMissing` is told when a word is asked for before its catalogue is there; nothing stands in its place until then. */
export function createI18n({ lang, messages, conversion, areas }: Language, onMissing?: () => void): I18n {
  const zh = (text: string) => (Object.hasOwn(conversion, text) ? conversion[text] : undefined) ?? text;
  const i18n: I18n = {
    lang,
    has: (area) => areas.has(area),
    t(key, params = {}) {
      const message = messages[key];
      if (message === undefined) {
        onMissing?.();
        return '';
      }
      return fill(zh(message), params, (value) =>
        typeof value === 'number' ? formatNumber(value, lang) : plainLine(value),
      );
    },
    zh,
    text: (bilingual) => (isChinese(lang) ? zh(bilingual.zh) : bilingual.en),
    name: (thing) => (isChinese(lang) ? zh(thing.nameZh) : thing.nameEn),
    verbatim: (chinese, english) => (isChinese(lang) ? chinese : english),
    list: (items, by = 'comma') => items.join(SEPARATORS[by][isChinese(lang) ? 'zh' : 'en']),
    date: (date) => formatDate(date, lang),
    number: (value, digits) => formatNumber(value, lang, digits),
    distance: (minM, maxM) => formatDistanceRange(minM, maxM, lang),
  };
  return i18n;
}
