import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { boxOf } from './boxes.ts';
import { expect, MOVING, SHARP, test } from './fixtures.ts';
import { difference, shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';
import { arrived, stageTitle } from './tour.ts';

test.use({ ...SHARP, ...MOVING });

test.describe('a tour', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('is played with PageDown alone, each stop with its own title; under reduced motion by cuts', async ({
    app,
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open('mode=present&tour=overview');
    const titles: string[] = [];
    for (let stop = 1; stop <= 12; stop += 1) {
      await arrived(page, stop);
      titles.push((await stageTitle(page).textContent()) ?? '');
      await page.keyboard.press('PageDown');
    }
    expect(new Set(titles).size).toBe(12);
    expect(titles[0]).toBe('八个集群，三个梯队');
    // Beyond the end nothing moves, and the address holds the place.
    await expect(page).toHaveURL(/tour=overview&stop=12$/);
  });

  test('flies, goes on at a press during a flight, and has everything drawn when it arrives', async ({ app, page }) => {
    await app.open('mode=present&tour=overview&stop=3');
    await arrived(page, 3);
    // The map is on its way when the second press comes: no press of a clicker is lost.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await arrived(page, 5);
    await expect(stageTitle(page)).toHaveText('军民融合及电子信息');
    // The buttons fade away from a still mouse in the meantime; the policy lets no style in but through the object model.
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.stage-controls')?.style.setProperty('visibility', 'hidden'),
    );
    const picture = () => page.screenshot();
    const atOnce = await picture();
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 3000 })));
    expect(await difference(page, atOnce, await picture())).toBeLessThan(0.002);
  });

  test('keeps what a stop points out clear of the credits, which cover whatever else is under them', async ({
    app,
    page,
  }) => {
    for (const [width, height] of [
      [1024, 768],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('about:blank');
      await app.open('mode=present&tour=overview&stop=5&lang=zh-Hans');
      await arrived(page, 5);
      const credits = page.locator('.map-credits');
      await expect(credits).toContainText('OpenStreetMap');
      await settled(page);
      const box = await boxOf(credits);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.y + box.height).toBeGreaterThan(height - 24);
      // Nothing of the map shines through: between its round corners the box is the same without it.
      const inside = { ...box, x: box.x + 5, width: box.width - 10 };
      await expect(page.locator('.stage-controls')).toHaveCSS('opacity', '0');
      const before = await page.screenshot({ clip: inside });
      const canvas = page.locator('.map canvas').first();
      await canvas.evaluate((element) => (element.style.visibility = 'hidden'));
      expect(await difference(page, before, await page.screenshot({ clip: inside }))).toBe(0);
      await canvas.evaluate((element) => (element.style.visibility = ''));
      // And no symbol of the stop's cluster is under it.
      await credits.evaluate((element) => (element.style.opacity = '0'));
      expect(await shareOfColour(page.locator('.map'), CLUSTER_COLOURS.light.electronics)).toBeGreaterThan(0);
      expect(await shareOfColour(credits, CLUSTER_COLOURS.light.electronics)).toBe(0);
    }
  });

  test('leaves the planner’s own view as it was', async ({ app, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open('mode=present&tour=overview&stop=4&map=11.00/23.00000/113.10000&clusters=food');
    await arrived(page, 4);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: '选择一场演示' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary').first()).toBeVisible();
    await expect(page).toHaveURL(/#map=11\.00\/23\.00\d+\/113\.10\d+&clusters=food$/);
  });
});
