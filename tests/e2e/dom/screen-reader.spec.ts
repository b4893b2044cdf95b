/**
 * The main tasks as a screen reader is told of them: names, roles and order of what it reads, and what is said when
 * something has changed. Done by keyboard.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { choose, POINTS } from '../imports.ts';

const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeAttached();
const detail = (page: Page) => page.locator('#detail');

test('the page: head, ways to use it, search, sides and map, in that order', async ({ app, page }) => {
  await app.open('lang=en');
  await expect(page.locator('#app')).toMatchAriaSnapshot(`
    - navigation "Skip links":
      - button "Skip to the list"
      - button "Skip to the details"
      - button "Skip to the tools"
    - banner:
      - 'button "Foshan 2+2+4: industrial clusters on the map"':
        - 'heading "Foshan 2+2+4: industrial clusters on the map" [level=1]'
      - navigation "Ways to use the map":
        - button "Plan" [pressed]
      - search:
        - combobox "Search sites, places, clusters, units and clauses"
    - complementary "Legend and list":
      - region "Legend and filter"
      - region "List"
    - main
    - complementary "Details":
      - article "Overview"
  `);
});

test('a site is found by its name, and read with its clause', async ({ app, page }) => {
  await app.open('lang=en');
  const search = page.getByRole('combobox', { name: 'Search sites' });
  await search.fill('jihua');
  await says(page, '1 result');
  await expect(page.getByRole('search')).toMatchAriaSnapshot(`
    - combobox "Search sites, places, clusters, units and clauses" [expanded]
    - listbox:
      - option "Jihua Laboratory Projects, parks, platforms" [selected]
  `);
  await search.press('Enter');
  await expect(detail(page)).toMatchAriaSnapshot(`
    - article "Jihua Laboratory":
      - heading "Jihua Laboratory" [level=2]
      - button "Close"
      - term: Status
      - definition:
        - 'button "Status: source"'
      - heading "What the policy says" [level=3]
      - article:
        - button "三（二） 强化创新驱动"
        - blockquote:
          - mark: 季华实验室
      - heading "What happened" [level=3]
      - heading "Where it is" [level=3]
      - heading "Sources" [level=3]
  `);
});

test('a cluster is filtered by its box, and the count is said', async ({ app, page }) => {
  await app.open('lang=en');
  await page.getByRole('button', { name: 'Only Food and beverages' }).press('Enter');
  await says(page, '2 of 24 records shown');
  await expect(page.getByRole('region', { name: 'List' })).toMatchAriaSnapshot(`
    - heading "List" [level=2]
    - combobox "Group"
    - combobox "Sort"
    - region "Food and beverages":
      - heading "Food and beverages 2" [level=3]
  `);
  await expect(page.getByRole('group', { name: 'Clusters over 300 billion yuan' })).toMatchAriaSnapshot(`
    - checkbox "New materials 1"
    - checkbox "Food and beverages 2" [checked]
    - checkbox "Biomedicine and health 2"
  `);
});

test('the text is read clause by clause, with headings in their order', async ({ app, page }) => {
  await app.open('lang=en&clause=2.2.1');
  await expect(detail(page)).toMatchAriaSnapshot(`
    - article "Policy text":
      - heading "Policy text" [level=2]
      - button "Contents"
      - button "Find"
      - button "Previous clause"
      - button "Next clause"
      - heading "佛山市人民政府关于培育发展“2+2+4”产业集群的实施意见" [level=3]
      - heading "一、总体要求" [level=3]
      - heading "一（一） 指导思想" [level=4]
  `);
});

test('a question is asked and its answer told as a number with its range, then as tables', async ({ app, page }) => {
  await app.open('lang=en&ask=radius:113.12,23.02:10');
  await says(page, '5 (4–8) records');
  await expect(detail(page)).toMatchAriaSnapshot(`
    - article "Ask":
      - group "Where":
        - radio "Around a pin" [checked]
      - slider "Distance"
      - status: 5 (4–8) records
      - heading "Answer" [level=3]
      - table "By cluster":
        - rowgroup:
          - row "Vehicles and new energy 1 (1–2)":
            - rowheader "Vehicles and new energy"
            - cell "1 (1–2)"
  `);
});

test('a list of one’s own is read, its columns are named, and what came of it is said', async ({ app, page }) => {
  await app.open('lang=en&view=data');
  await choose(page, POINTS);
  const form = page.getByRole('form', { name: 'Please check: points.csv' });
  await expect(form).toMatchAriaSnapshot(`
    - form:
      - 'heading "Please check: points.csv" [level=3]'
      - textbox "Name of the data"
      - combobox "Text encoding"
      - combobox "Column names in"
  `);
  await form.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Imported (1)' })).toBeVisible();
  await expect(detail(page).getByRole('checkbox', { name: /points/ })).toBeChecked();
});

test('districts are shaded, and the legend says which they are and how much', async ({ app, page }) => {
  await app.open('lang=en&view=shade&shade=gdp.2016');
  await expect(page.locator('.shade-key').first()).toMatchAriaSnapshot(`
    - list:
      - listitem: 70 – 100 Sanshui, Gaoming
      - listitem: 150 Chancheng
      - listitem: 240 Nanhai
      - listitem: 280 Shunde
  `);
});

test('parks are ranked for what is made, each with its rank, its range and its points', async ({ app, page }) => {
  await app.open('lang=en&mode=invest');
  await page.getByRole('textbox', { name: 'What do you make?' }).fill('hydrogen');
  await says(page, '12 ranked. First: Xianhu Hydrogen Valley.');
  await expect(page.getByRole('region', { name: 'Invest' })).toMatchAriaSnapshot(`
    - list "Understood as":
      - listitem:
        - button "Remove Vehicles and new energy"
    - combobox "Kind of investor"
    - heading "Ranking" [level=2]
    - list:
      - listitem:
        - button /^1 Rank 1.* Xianhu Hydrogen Valley/
        - img /Cluster fit 22\\.7 of 22\\.7/
        - button "Compare Xianhu Hydrogen Valley"
  `);
});

test('two parks are compared in a table with heads of rows and columns', async ({ app, page }) => {
  await app.open('lang=en&mode=invest&need=hydrogen&compare=xianhu-hydrogen-valley,shunde-nev-town&view=compare');
  await expect(page.getByRole('region', { name: 'Side by side' })).toMatchAriaSnapshot(`
    - heading "Side by side" [level=2]
    - region "What decides":
      - paragraph: /is ahead of/
    - region "Xianhu Hydrogen Valley, Shunde New-Energy Vehicle Town":
      - table:
        - rowgroup:
          - row:
            - columnheader /^Xianhu Hydrogen Valley/
            - columnheader /^Shunde New-Energy Vehicle Town/
        - rowgroup:
          - row /^Score/:
            - rowheader "Score (Differs)"
            - cell "65–70"
            - cell "41–59"
  `);
});

test('a tour is played, and each stop is said as it comes', async ({ app, page }) => {
  await app.open('lang=en&mode=present&tour=overview&stop=3');
  const stage = page.getByRole('region', { name: 'Presentation' });
  await expect(stage).toMatchAriaSnapshot(`
    - heading "Home and household products" [level=2]
    - figure /Target and published output/
    - list "Legend"
    - toolbar "Controls of the presentation":
      - img "Stop 3 of 12"
      - button "Previous stop"
      - button "Next stop"
  `);
  await page.keyboard.press('PageDown');
  await expect(
    page.locator('[aria-live="polite"]').getByRole('heading', { name: 'Vehicles and new energy' }),
  ).toBeVisible();
});
