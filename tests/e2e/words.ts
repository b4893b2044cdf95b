import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Nothing that was imported became an element or ran, and no mark turns what is shown. */
export async function expectWords(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    ran: Reflect.get(window, 'taken') ?? null,
    made: document.querySelectorAll('body img:not([src^="blob:"]), body script:not([src]), body iframe').length,
    turning: /[\u202A-\u202E\u2066-\u2069]/.test(document.body.textContent),
  }));
  expect(seen).toEqual({ ran: null, made: 0, turning: false });
}
