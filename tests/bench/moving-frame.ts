/**
 * A frame as it is while the map moves, into docs/moving-frame.jpg: every layer and name is in it, and every pixel. Run
 * by hand after a build: `npm run bench moving-frame`.
 */
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { withoutGraphicsCard } from './speed/launch.ts';

const FILE = resolve('docs/moving-frame.jpg');

const server = await serve({ dir: resolve('dist') });
const browser = await chromium.launch(withoutGraphicsCard(await browserLaunchOptions({ fonts: 'chinese' })));
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await page.goto(`${server.url}#map=9.60/23.00000/113.00000&lang=zh-Hans&theme=light`);
  await page.locator('html[data-ready="1"]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const box = await page.locator('.map').boundingBox();
  if (box === null) throw new Error('no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; step++) await page.mouse.move(x + 18 * step, y + 9 * step);
  const state = await page.evaluate(() => {
    interface Moving {
      isMoving(): boolean;
      getPixelRatio(): number;
    }
    const map: Moving = Reflect.get(document.querySelector('.map-view') ?? {}, 'map');
    return { isMoving: map.isMoving(), pixelRatio: map.getPixelRatio() };
  });
  if (!state.isMoving) throw new Error('the map stands still');
  await page.screenshot({ path: FILE, type: 'jpeg', quality: 65 });
  console.log(`${FILE}: moving, ${state.pixelRatio} pixel a CSS pixel`);
  await page.mouse.up();
} finally {
  await browser.close();
  await server.close();
}
