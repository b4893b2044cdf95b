/** The map in a frame of another page: what they say to one another, whose the wheel and the fingers are, what is kept. */
import type { Frame, Page } from '@playwright/test';
import { expect, MOVING, test } from './fixtures.ts';
import { hostPage } from './host.ts';

test.use(MOVING);

// The page around and the copy of the build that it frames are not the origin that the fixture serves.
const ELSEWHERE = /^request to elsewhere: http:\/\/127\.0\.0\.1:/;
test.use({ allowedFaults: [ELSEWHERE] });

async function framed(page: Page, address: string): Promise<Frame> {
  await page.goto(address);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error('there is no frame');
  await frame.locator('html[data-ready="1"]').waitFor({ state: 'attached', timeout: 60_000 });
  return frame;
}

const zoomOf = (frame: Frame) => frame.evaluate(() => Number(/map=([\d.]+)/.exec(location.hash)?.[1] ?? Number.NaN));
const scrolled = (page: Page) => page.evaluate(() => scrollY);

test('the example page speaks to the map under a policy of its own, and nothing of the device is touched', async ({
  page,
  build,
}) => {
  const host = await hostPage(build, 'embed=1&lang=en');
  await page.addInitScript(() => {
    const touched: string[] = [];
    Object.assign(window, { touched });
    for (const name of ['getItem', 'setItem', 'removeItem'] as const) {
      Storage.prototype[name] = (key: string) => {
        touched.push(`${name} ${key}`);
        return null;
      };
    }
    IDBFactory.prototype.open = (name) => {
      touched.push(`open ${name}`);
      throw new Error('touched');
    };
  });
  try {
    const frame = await framed(page, host.url);
    await expect(page.locator('#shown')).toHaveText('all');
    await expect(page.locator('#chosen')).toHaveText('nothing');
    await expect(frame.locator('.embed-line')).toContainText('Foshan 2+2+4');
    await expect(frame.locator('.embed-line .map-credits')).toContainText('OpenStreetMap');
    await expect(frame.locator('.top-bar, .sidebar, .details')).toHaveCount(0);

    await page.getByRole('button', { name: 'Food and drink only' }).click();
    await expect(page.locator('#shown')).toHaveText('food');
    await expect.poll(() => frame.evaluate(() => location.hash)).toContain('clusters=food');
    await page.getByRole('button', { name: 'All clusters' }).click();
    await page.getByRole('button', { name: /季华实验室/ }).click();
    await expect(page.locator('#chosen')).toHaveText('site jihua-laboratory');
    await expect(frame.locator('.embed-card')).toContainText('Jihua Laboratory');
    await page.getByRole('button', { name: 'Look at Shunde' }).click();
    await expect(page.locator('#middle')).toHaveText('22.840, 113.240');
    // What the reader does is told too.
    await frame.getByRole('button', { name: 'Close' }).click();
    await expect(page.locator('#chosen')).toHaveText('nothing');
    await frame.locator('canvas').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#chosen')).toHaveText(/^site /);

    const whole = frame.getByRole('link', { name: 'Whole map' });
    await expect(whole).toHaveAttribute('href', /^#(?!.*embed).*site=/);
    expect(await frame.evaluate(() => Reflect.get(window, 'touched'))).toEqual([]);
  } finally {
    await host.close();
  }
});

test('the wheel scrolls the page around, and zooms the map with Ctrl or once that has the focus', async ({
  page,
  build,
}) => {
  await page.setViewportSize({ width: 900, height: 600 });
  const host = await hostPage(build, 'embed=map&lang=en&map=10.00/23.02000/113.10000');
  try {
    const frame = await framed(page, host.url);
    await page.locator('iframe').hover({ position: { x: 300, y: 200 } });
    await page.mouse.wheel(0, 120);
    await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
    expect(await zoomOf(frame)).toBe(10);
    await expect(frame.locator('.maplibregl-desktop-message')).toHaveText(/Hold (Ctrl|⌘) to zoom/);

    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(() => zoomOf(frame)).toBeGreaterThan(10);

    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => scrolled(page)).toBe(0);
    await frame.locator('canvas').focus();
    await expect(frame.locator('.maplibregl-desktop-message')).toHaveCount(0);
    await page.locator('iframe').hover({ position: { x: 300, y: 200 } });
    const [before, top] = [await zoomOf(frame), await scrolled(page)];
    await page.mouse.wheel(0, 240);
    await expect.poll(() => zoomOf(frame)).toBeLessThan(before);
    expect(await scrolled(page)).toBe(top);
    await page.getByRole('button', { name: 'The whole city' }).focus();
    await expect(frame.locator('.maplibregl-desktop-message')).toHaveCount(1);
  } finally {
    await host.close();
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  const latitude = (frame: Frame) =>
    frame.evaluate(() => Number(/map=[\d.]+\/([\d.]+)/.exec(location.hash)?.[1] ?? Number.NaN));

  /** Fingers beside the middle of the frame go up. */
  async function swipe(page: Page, fingers: readonly number[]): Promise<void> {
    await page.locator('iframe').scrollIntoViewIfNeeded();
    const box = await page.locator('iframe').boundingBox();
    if (box === null) throw new Error('the frame is not in sight');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await page.context().newCDPSession(page);
    const at = (dy: number) => fingers.map((dx, id) => ({ x: x + dx, y: y + dy, id }));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let dy = 10; dy <= 120; dy += 10)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(-dy) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  for (const { what, fingers } of [
    { what: 'one finger scrolls the page around', fingers: [0] },
    { what: 'two fingers move the map', fingers: [-40, 40] },
  ]) {
    test(what, async ({ page, build }) => {
      const host = await hostPage(build, 'embed=map&lang=en&map=10.00/23.02000/113.10000');
      try {
        const frame = await framed(page, host.url);
        await swipe(page, fingers);
        if (fingers.length === 1) {
          await expect.poll(() => scrolled(page)).toBeGreaterThan(0);
          expect(await latitude(frame)).toBe(23.02);
        } else {
          await expect.poll(() => latitude(frame)).toBeLessThan(23.02);
          expect(await scrolled(page)).toBe(0);
        }
      } finally {
        await host.close();
      }
    });
  }
});

test.describe('a page that the configuration does not name', () => {
  test.use({ allowedFaults: [/frame-ancestors|^request to elsewhere: http:\/\/127\.0\.0\.1:/] });

  test('shows nothing of it', async ({ page, build }) => {
    const host = await hostPage(build, 'embed=1', false);
    try {
      await page.goto(host.url);
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    } finally {
      await host.close();
    }
  });
});
