/** A tour on the stage. */
import type { Locator, Page } from '@playwright/test';

export const stageTitle = (page: Page): Locator => page.locator('.stage-title');

/** Waits until the map stands at a stop, counted from 1, with its sites drawn. */
export async function arrived(page: Page, stop: number): Promise<void> {
  await page.locator(`html[data-stop="${stop}"]`).waitFor({ state: 'attached', timeout: 60_000 });
}
