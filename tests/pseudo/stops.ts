/** Where the walk through the pseudo language stops: every view, panel and dialog, by addresses and a few steps. */
import type { Page } from '@playwright/test';
import { VIEWS } from '../../scripts/pictures/views.ts';
import type { MessageKey } from '../../src/i18n/catalogues.ts';
import { loadMessages } from '../../src/i18n/index.ts';
import { pseudo } from './pseudo.ts';

export interface Stop {
  readonly name: string;
  /** The address without its language. */
  readonly hash: string;
  /** What a user does there. */
  readonly steps?: (page: Page) => Promise<void>;
  readonly only?: 'wide' | 'phone';
}

const ENGLISH = await loadMessages('en');
/** Presses what the pseudo language calls so. */
async function press(page: Page, key: MessageKey, role: 'button' | 'tab' = 'button'): Promise<void> {
  const name = pseudo(ENGLISH[key] ?? key);
  await page.getByRole(role, { name, exact: true }).first().click();
}

const give = (page: Page, file: string) =>
  page.locator('.drop-zone input[type="file"]').setInputFiles(`tests/fixtures/import/${file}`);
async function importFile(page: Page, file: string): Promise<void> {
  await give(page, file);
  await page.locator('.confirm-actions .primary').click();
  await page.locator('.receipt').first().waitFor();
}
const dialog = (page: Page, name: string) => page.locator(`dialog.${name}[open]`).waitFor();
const DESK_OF_NEED = 'mode=invest&need=hydrogen valves&limits=station:3,within:15&weights=preset:heavy';
const SHORTLIST = 'shortlist=sanlongwan,xianhu-hydrogen-valley,zhimeng-textile-town';

/** Views of the atlas of pictures for which their address is all that it takes. */
const SEEN = VIEWS.flatMap(({ steps, name, hash }) =>
  steps === undefined && name !== 'dossier' && name !== 'notes' ? [{ name, hash }] : [],
);

export const STOPS: readonly Stop[] = [
  ...SEEN,
  { name: 'need-limits', hash: DESK_OF_NEED },
  { name: 'need-site', hash: 'mode=invest&need=hydrogen&site=xianhu-hydrogen-valley' },
  { name: 'year', hash: 'year=2023' },
  { name: 'filtered', hash: 'q=hydrogen&clusters=food,equipment&kinds=project&units=industry-it&cell=cluster:food' },
  { name: 'embed-card', hash: 'site=jihua-laboratory', steps: async (page) => press(page, 'copyLink') },
  {
    name: 'search',
    hash: '',
    steps: async (page) => {
      await page.locator('search input').first().fill('hy');
      await page.locator('#search-results [role="option"]').first().waitFor();
    },
  },
  {
    name: 'search-nothing',
    hash: '',
    steps: async (page) => {
      await page.locator('search input').first().fill('qqxx');
      await page.locator('#search-results .empty').first().waitFor();
    },
  },
  {
    name: 'palette',
    hash: '',
    steps: async (page) => {
      await page.keyboard.press('Control+k');
      await dialog(page, 'palette');
    },
  },
  { name: 'measure', hash: '', steps: async (page) => press(page, 'measureTool') },
  { name: 'base-switcher', hash: '', steps: async (page) => press(page, 'basemap') },
  { name: 'list-tab', hash: '', steps: async (page) => press(page, 'list', 'tab'), only: 'phone' },
  { name: 'legend-tab', hash: '', steps: async (page) => press(page, 'legendShort', 'tab'), only: 'phone' },
  { name: 'correct', hash: 'site=jihua-laboratory', steps: async (page) => press(page, 'correctThis') },
  { name: 'add-record', hash: 'view=corrections', steps: async (page) => press(page, 'keepAdd') },
  { name: 'import-points', hash: 'view=data', steps: async (page) => give(page, 'points.csv') },
  { name: 'import-sheets', hash: 'view=data', steps: async (page) => give(page, 'sheets.xlsx') },
  { name: 'import-datum', hash: 'view=data', steps: async (page) => give(page, 'gk-4547.csv') },
  { name: 'import-refused', hash: 'view=data', steps: async (page) => give(page, 'old.xls') },
  { name: 'imported-areas', hash: 'view=data', steps: async (page) => importFile(page, 'parcels.geojson') },
  { name: 'imported', hash: 'view=data', steps: async (page) => importFile(page, 'points.csv') },
  {
    name: 'own-table',
    hash: 'view=data',
    steps: async (page) => page.locator('[aria-label*="points"].link-button').first().click(),
  },
  { name: 'ask-own', hash: 'ask=radius:113.12,23.02:10' },
  { name: 'areas-own', hash: 'view=areas' },
  { name: 'cross-own', hash: 'cross=cluster.district' },
  {
    name: 'print',
    hash: 'view=export',
    steps: async (page) => {
      await press(page, 'printOpen');
      await dialog(page, 'print-layout');
    },
  },
  {
    name: 'dossier',
    hash: `mode=invest&${SHORTLIST}&view=dossier&site=sanshui-water-capital-base`,
    steps: async (page) => page.locator('.dos-sheet').first().waitFor(),
  },
  { name: 'tours', hash: 'mode=present', steps: async (page) => page.locator('.present-chooser').waitFor() },
  ...[1, 2, 4, 6].map((stop) => ({ name: `stage-${stop}`, hash: `mode=present&tour=overview&stop=${stop}` })),
  {
    name: 'stage-keys',
    hash: 'mode=present&tour=overview&stop=2',
    steps: async (page) => {
      await page.keyboard.press('?');
      await dialog(page, 'stage-keys');
    },
  },
  {
    name: 'handout',
    hash: 'mode=present&tour=overview&stop=1',
    steps: async (page) => {
      await page.locator('html[data-stop]').waitFor({ state: 'attached' });
      await page.keyboard.press('h');
      await press(page, 'handoutOpen');
      await dialog(page, 'print-layout');
    },
  },
  {
    name: 'author',
    hash: 'mode=present&tour=cluster-food',
    steps: async (page) => {
      await page.locator('html[data-stop]').waitFor({ state: 'attached' });
      await page.keyboard.press('e');
      await page.locator('.author').first().waitFor();
    },
    only: 'wide',
  },
  { name: 'kiosk', hash: 'mode=present&tour=overview&stop=2&kiosk=1' },
  { name: 'kiosk-hall', hash: 'kiosk=1' },
  { name: 'notes', hash: 'mode=present&tour=overview&stop=2&display=notes' },
  { name: 'embedded', hash: 'embed=1&site=jihua-laboratory' },
  { name: 'embedded-tour', hash: 'embed=tour&tour=overview&stop=2' },
];
