/** A picture of a page that stands still. */
import type { Page } from '@playwright/test';

const MOST_PICTURES = 60;
/** Frames of the page between two pictures: they are long where it is slow. */
const FRAMES = 15;

/** Runs in the page. */
function framesOf(count: number): Promise<void> {
  return new Promise((resolve) => {
    const next = (left: number): unknown => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : resolve());
    next(count);
  });
}

/**
 * The picture of which three in a row are the same, once nothing is being loaded.
 *
 * @param shot takes one, of the page or of a part of it
 * @throws where it never comes to rest
 */
export async function pictureAtRest(page: Page, shot: () => Promise<Buffer>): Promise<Buffer> {
  // What is being loaded says so.
  await page.waitForFunction(() => document.querySelector('.boot') === null);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  let last: Buffer = Buffer.alloc(0);
  let same = 0;
  for (let n = 0; n < MOST_PICTURES; n += 1) {
    await page.evaluate(framesOf, FRAMES);
    const next = await shot();
    same = next.equals(last) ? same + 1 : 0;
    if (same === 2) return next;
    last = next;
  }
  throw new Error(`the page does not come to rest: no three of ${MOST_PICTURES} pictures in a row are the same`);
}
