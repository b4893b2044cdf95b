/** A file of points on its way into the page, as a user brings it. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const POINTS = 'tests/fixtures/import/points.csv';

export async function choose(page: Page, file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) {
  await page.locator('.drop-zone input[type="file"]').setInputFiles(file);
}

export async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入', exact: true }).click();
}

/** Imports the points with the panel of the user's own data open, and waits for the receipt. */
export async function importPoints(page: Page): Promise<void> {
  await choose(page, POINTS);
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: points' })).toContainText('已定位');
}

/** Waits until what was imported is on the map. */
export async function overlayDrawn(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1', { timeout: 60_000 });
}
