/** The word catalogues of the first view. */
export type CatalogueTable = Readonly<
  Record<string, Record<'zh' | 'en', () => Promise<{ readonly messages: Readonly<Record<string, string>> }>>>
>;

export const FIRST = {
  shell: { zh: () => import('./shell.zh-Hans.ts'), en: () => import('./shell.en.ts') },
  panels: { zh: () => import('./panels.zh-Hans.ts'), en: () => import('./panels.en.ts') },
} satisfies CatalogueTable;
