import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { settled } from './settled.ts';

/**
 * Fails the test for every fault of access that axe finds in what is shown, and lets it go on to what comes next.
 *
 * @param what said with the faults: the view, the language
 * @param within a selector of the part that is looked at; the whole page without it
 */
export async function expectNoAxeFaults(page: Page, what: string, within?: string): Promise<void> {
  await settled(page);
  // It stays in the page over its views: reading half a megabyte of it twice a look takes as long as some looks.
  const there = await page.evaluate(() => 'axe' in window);
  // No page of the product holds another: axe may do everything in the page itself, which takes half the time.
  const axe = new AxeBuilder(there ? { page, axeSource: 'void 0' } : { page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] });
  // Links to other views have the page's own address: those that are scrolled out of sight are taken for skip links.
  // The page's real ones are buttons.
  axe.disableRules('skip-link');
  if (within !== undefined) axe.include(within);
  const { violations } = await axe.analyze();
  const faults = violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target }) => target.join(' '));
    return `${id}: ${places.join(' | ')}`;
  });
  expect.soft(faults, what).toEqual([]);
}
