/** An export speaks the language of the interface, or Chinese and English side by side. */
import type { Lang } from '../../domain/format.ts';
import { createI18n, type I18n, loadMessages, type MessageKey } from '../../i18n/index.ts';

/** One or two languages; the first is the interface's. */
export type Tongues = readonly [I18n, ...I18n[]];

/** The interface's language and, for both, the other one of Chinese and English, loaded now. */
export async function tonguesOf(own: I18n, both: boolean): Promise<Tongues> {
  if (!both) return [own];
  const lang: Lang = own.lang === 'en' ? 'zh-Hans' : 'en';
  const areas = ['shell', 'panels', 'plan'] as const;
  const messages = await loadMessages(lang, areas);
  return [own, createI18n({ lang, areas: new Set(areas), messages, conversion: {} })];
}

/** A word in every language of the export, said once where they agree. */
export function say(tongues: Tongues, key: MessageKey, params?: Readonly<Record<string, string | number>>): string {
  return [...new Set(tongues.map((i18n) => i18n.t(key, params)))].join(' / ');
}

/** Appended to the key of a column whose content is in one language. */
export const suffixOf = ({ lang }: I18n) => (lang === 'en' ? 'En' : 'Zh');
