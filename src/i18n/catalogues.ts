/**
 * The word catalogues, each loaded with the part of the product that says it. The one list of them: the types below,
 * the loader, the table of traditional forms (geo/build.ts) and the tests all follow from it. A catalogue lies beside
 * the panels that it serves; `panels` and `plan` join several into one file.
 */
export const CATALOGUES = {
  shell: { zh: () => import('./shell.zh-Hans.ts'), en: () => import('./shell.en.ts') },
  panels: { zh: () => import('./panels.zh-Hans.ts'), en: () => import('./panels.en.ts') },
  plan: { zh: () => import('./plan.zh-Hans.ts'), en: () => import('./plan.en.ts') },
  table: {
    zh: () => import('../panels/data/table/messages.zh-Hans.ts'),
    en: () => import('../panels/data/table/messages.en.ts'),
  },
  about: {
    zh: () => import('../panels/about/messages.zh-Hans.ts'),
    en: () => import('../panels/about/messages.en.ts'),
  },
  bases: {
    zh: () => import('../panels/bases/messages.zh-Hans.ts'),
    en: () => import('../panels/bases/messages.en.ts'),
  },
  counting: {
    zh: () => import('../panels/counting/messages.zh-Hans.ts'),
    en: () => import('../panels/counting/messages.en.ts'),
  },
  invest: {
    zh: () => import('../panels/invest/messages.zh-Hans.ts'),
    en: () => import('../panels/invest/messages.en.ts'),
  },
  dossier: {
    zh: () => import('../panels/invest/dossier/messages.zh-Hans.ts'),
    en: () => import('../panels/invest/dossier/messages.en.ts'),
  },
  present: {
    zh: () => import('../panels/present/messages.zh-Hans.ts'),
    en: () => import('../panels/present/messages.en.ts'),
  },
  author: {
    zh: () => import('../panels/present/author/messages.zh-Hans.ts'),
    en: () => import('../panels/present/author/messages.en.ts'),
  },
  switcher: {
    zh: () => import('../panels/switcher/messages.zh-Hans.ts'),
    en: () => import('../panels/switcher/messages.en.ts'),
  },
  tours: {
    zh: () => import('../state/present/messages.zh-Hans.ts'),
    en: () => import('../state/present/messages.en.ts'),
  },
} satisfies Record<string, Record<'zh' | 'en', () => Promise<{ readonly messages: Readonly<Record<string, string>> }>>>;

export type Area = keyof typeof CATALOGUES;

type Catalogue = Awaited<ReturnType<(typeof CATALOGUES)[Area]['zh']>>['messages'];
type KeyOf<Catalogue> = Catalogue extends unknown ? keyof Catalogue : never;
/** Every word there is, by the key that all languages share. */
export type MessageKey = KeyOf<Catalogue>;
/** Words as far as they are loaded. */
export type Messages = Readonly<Partial<Record<MessageKey, string>>>;

export const AREAS: readonly Area[] = Object.keys(CATALOGUES).filter((name) => isArea(name));

function isArea(name: string): name is Area {
  return name in CATALOGUES;
}
