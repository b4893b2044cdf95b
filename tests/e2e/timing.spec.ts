import { expect, test } from './fixtures.ts';
import { importPoints, overlayDrawn } from './imports.ts';

test('marks and measures are there for whoever asks how long things took', async ({ app, page }) => {
  await app.open('view=data');
  const names = () =>
    page.evaluate(() => [...new Set(performance.getEntries().map(({ name }) => name))].filter((n) => !n.includes(':')));
  await expect
    .poll(names)
    .toEqual(expect.arrayContaining(['app-shell', 'app', 'list', 'map-load', 'sites-drawn', 'ready']));

  await page.getByRole('button', { name: '只看泛家居' }).click();
  await expect.poll(names).toContain('filter');

  await importPoints(page);
  await expect.poll(names).toContain('import');
  await overlayDrawn(page);

  const filters = () => page.evaluate(() => performance.getEntriesByName('filter', 'measure').length);
  const before = await filters();
  await page.getByText('筛选', { exact: true }).last().click();
  await page.locator('.set-filters input[type="checkbox"]').first().uncheck();
  await expect.poll(filters).toBe(before + 1);

  await page.getByRole('toolbar', { name: '分析工具' }).getByRole('button', { name: '范围查询' }).click();
  await page.getByRole('radio', { name: '区或镇街' }).check();
  await page.getByRole('combobox', { name: '哪个区或镇街' }).selectOption('district:gaoming');
  await expect.poll(names).toContain('query');
});
