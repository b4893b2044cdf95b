/** The word catalogues behind the first view, whose list itself comes with the first of them that is wanted. */
import type { CatalogueTable } from './catalogues-first.ts';

export const LATER = {
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
  corrections: {
    zh: () => import('../panels/corrections/messages.zh-Hans.ts'),
    en: () => import('../panels/corrections/messages.en.ts'),
  },
  keeping: {
    zh: () => import('../panels/corrections/keeping/messages.zh-Hans.ts'),
    en: () => import('../panels/corrections/keeping/messages.en.ts'),
  },
  invest: {
    zh: () => import('../panels/invest/messages.zh-Hans.ts'),
    en: () => import('../panels/invest/messages.en.ts'),
  },
  dossier: {
    zh: () => import('../panels/invest/dossier/messages.zh-Hans.ts'),
    en: () => import('../panels/invest/dossier/messages.en.ts'),
  },
  pack: {
    zh: () => import('../panels/invest/pack/messages.zh-Hans.ts'),
    en: () => import('../panels/invest/pack/messages.en.ts'),
  },
  present: {
    zh: () => import('../panels/present/messages.zh-Hans.ts'),
    en: () => import('../panels/present/messages.en.ts'),
  },
  author: {
    zh: () => import('../panels/present/author/messages.zh-Hans.ts'),
    en: () => import('../panels/present/author/messages.en.ts'),
  },
  targets: {
    zh: () => import('../panels/targets/messages.zh-Hans.ts'),
    en: () => import('../panels/targets/messages.en.ts'),
  },
  switcher: {
    zh: () => import('../panels/switcher/messages.zh-Hans.ts'),
    en: () => import('../panels/switcher/messages.en.ts'),
  },
  palette: {
    zh: () => import('../panels/palette/messages.zh-Hans.ts'),
    en: () => import('../panels/palette/messages.en.ts'),
  },
  measure: {
    zh: () => import('../panels/measure/messages.zh-Hans.ts'),
    en: () => import('../panels/measure/messages.en.ts'),
  },
  embed: {
    zh: () => import('../panels/embed/messages.zh-Hans.ts'),
    en: () => import('../panels/embed/messages.en.ts'),
  },
  workspace: {
    zh: () => import('../panels/workspace/messages.zh-Hans.ts'),
    en: () => import('../panels/workspace/messages.en.ts'),
  },
  tours: {
    zh: () => import('../state/present/messages.zh-Hans.ts'),
    en: () => import('../state/present/messages.en.ts'),
  },
} satisfies CatalogueTable;
