import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { expect, test, waitForMap } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';

const title = (page: Page) => page.locator('.stage-title');
const arrived = (page: Page, stop: number) =>
  page.locator(`html[data-stop="${stop}"]`).waitFor({ state: 'attached', timeout: 60_000 });

/** Share of the pixels of two pictures of one size that differ, far enough to be seen. */
function difference(page: Page, first: Buffer, second: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('no 2d context');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      };
      const [a, b] = await Promise.all(pictures.map(read));
      if (a === undefined || b === undefined) throw new Error('two pictures are compared');
      let differing = 0;
      for (let i = 0; i < a.length; i += 4) {
        if ([0, 1, 2].some((c) => Math.abs((a[i + c] ?? 0) - (b[i + c] ?? 0)) > 24)) differing += 1;
      }
      return differing / (a.length / 4);
    },
    [first.toString('base64'), second.toString('base64')],
  );
}

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
    for (let stop = 1; stop <= 11; stop += 1) {
      await arrived(page, stop);
      titles.push((await title(page).textContent()) ?? '');
      await page.keyboard.press('PageDown');
    }
    expect(new Set(titles).size).toBe(11);
    expect(titles[0]).toBe('八个集群，三个梯队');
    // Beyond the end nothing moves, and the address holds the place.
    await expect(page).toHaveURL(/tour=overview&stop=11$/);
  });

  test('flies, ends a flight at the next press, and has everything drawn when it arrives', async ({ app, page }) => {
    await app.open('mode=present&tour=overview&stop=3');
    await arrived(page, 3);
    await page.keyboard.press('PageDown');
    await expect(title(page)).toHaveText('汽车及新能源');
    await expect(page.locator('html[data-stop]')).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await arrived(page, 4);
    await expect(title(page)).toHaveText('汽车及新能源');
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
      await app.open('mode=present&tour=overview&stop=5&lang=zh-Hans');
      await page.reload();
      await arrived(page, 5);
      const credits = page.locator('.map-credits');
      await expect(credits).toContainText('OpenStreetMap');
      const box = await credits.boundingBox();
      if (box === null) throw new Error('the credits have no box');
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
    await expect(page.getByRole('complementary').first()).toBeVisible();
    await expect(page).toHaveURL(/#map=11\.00\/23\.00\d+\/113\.10\d+&clusters=food$/);
  });

  test('hides its buttons from a still mouse, and shows no scroll bar and no tooltip', async ({ app, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open('mode=present&tour=policy&stop=5');
    await arrived(page, 5);
    await page.mouse.move(400, 300);
    await page.mouse.move(420, 320);
    const buttons = page.getByRole('toolbar', { name: '演示控制' });
    await expect(buttons).toHaveCSS('opacity', '1');
    await expect(buttons).toHaveCSS('opacity', '0');
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.present-stage, .present-stage *')].filter(
          (element) => element.hasAttribute('title') || element.scrollHeight > element.clientHeight + 400,
        ),
      ),
    ).toEqual([]);
  });
});

test.describe('the presenter’s window', () => {
  test('drives the stage and follows it, over a reload of either, and says when the stage is closed', async ({
    app,
    page,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open('mode=present&tour=overview&stop=2');
    await arrived(page, 2);
    const opening = page.waitForEvent('popup');
    await page.keyboard.press('n');
    const notes = await opening;
    const now = notes.getByRole('region', { name: '这一站' });
    await expect(notes.getByText('已连接演示窗口')).toBeVisible();
    await expect(now).toContainText('装备制造');
    await expect(notes.locator('canvas')).toHaveCount(0);

    await notes.keyboard.press('PageDown');
    await expect(title(page)).toHaveText('泛家居');
    await arrived(page, 3);
    await page.keyboard.press('PageDown');
    await expect(now).toContainText('汽车及新能源');

    await page.reload();
    await waitForMap(page);
    await expect(title(page)).toHaveText('汽车及新能源');
    await expect(notes.getByText('已连接演示窗口')).toBeVisible();
    await notes.getByRole('button', { name: '下一站' }).click();
    await expect(title(page)).toHaveText('军民融合及电子信息');

    await notes.reload();
    await expect(now).toContainText('军民融合及电子信息');
    await expect(notes.getByText('已连接演示窗口')).toBeVisible();
    await notes.getByRole('button', { name: /食品饮料/ }).click();
    await expect(title(page)).toHaveText('食品饮料');
    await notes.keyboard.press('b');
    await expect(page.getByText('黑屏中')).toBeAttached();

    await page.close();
    await expect(notes.getByText('演示窗口已关闭', { exact: false })).toBeVisible();
    await notes.keyboard.press('PageDown');
    await expect(now).toContainText('生物医药及大健康');
  });
});

for (const [lang, theme] of [
  ['zh-Hans', 'light'],
  ['en', 'dark'],
] as const) {
  test(`axe finds nothing in the presenter's mode: ${lang}, ${theme}`, async ({ app, page, origin }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const view of [
      'mode=present',
      'mode=present&tour=overview&stop=4',
      'mode=present&tour=policy&stop=5&display=notes',
    ]) {
      await page.goto('about:blank');
      if (view.includes('display=notes')) await page.goto(`${origin}#${view}&lang=${lang}&theme=${theme}`);
      else await app.open(`${view}&lang=${lang}&theme=${theme}`);
      await page.locator('.present-chooser, .stage-title, .notes-window').first().waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${view}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual(
        [],
      );
    }
  });
}
