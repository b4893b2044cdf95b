import { tourFileOf } from '../../../src/domain/tour-parse.ts';
import { tourOf } from '../../fixtures/tour.ts';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test, waitForMap } from '../fixtures.ts';
import { arrived, stageTitle } from '../tour.ts';

test.describe('a tour', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('hides its buttons from a still mouse, and shows no scroll bar and no tooltip', async ({ app, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open('mode=present&tour=policy&stop=5');
    await arrived(page, 5);
    const buttons = page.getByRole('toolbar', { name: '演示控制' });
    // A slow machine may look when they are gone again.
    await expect(async () => {
      await page.mouse.move(400, 300);
      await page.mouse.move(420, 320);
      await expect(buttons).toHaveCSS('opacity', '1', { timeout: 1000 });
    }).toPass();
    await expect(buttons).toHaveCSS('opacity', '0');
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.present-stage, .present-stage *')].filter(
          (element) =>
            element.hasAttribute('title') ||
            (getComputedStyle(element).overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 400),
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
    await expect(stageTitle(page)).toHaveText('泛家居');
    await arrived(page, 3);
    await page.keyboard.press('PageDown');
    await expect(now).toContainText('汽车及新能源');

    await page.reload();
    await waitForMap(page);
    await expect(stageTitle(page)).toHaveText('汽车及新能源');
    await expect(notes.getByText('已连接演示窗口')).toBeVisible();
    await notes.getByRole('button', { name: '下一站' }).click();
    await expect(stageTitle(page)).toHaveText('军民融合及电子信息');

    await notes.reload();
    await expect(now).toContainText('军民融合及电子信息');
    await expect(notes.getByText('已连接演示窗口')).toBeVisible();
    await notes.getByRole('button', { name: /食品饮料/ }).click();
    await expect(stageTitle(page)).toHaveText('食品饮料');
    await notes.keyboard.press('b');
    await expect(page.getByText('黑屏中')).toBeAttached();

    await page.close();
    await expect(notes.getByText('演示窗口已关闭', { exact: false })).toBeVisible();
    await notes.keyboard.press('PageDown');
    await expect(now).toContainText('生物医药及大健康');
  });
});

test('a tour that the deployer lists plays where nothing was kept, in a kiosk too', async ({ app, page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { tours: ['investors'] } }));
  await page.route('**/tours/investors.json', (route) =>
    route.fulfill({ json: tourFileOf({ ...tourOf('a', 'b'), title: { zh: '招商', en: 'Investors' } }) }),
  );
  await app.open('mode=present&tour=investors&kiosk=1');
  await expect(stageTitle(page)).toHaveText('第 a 站');
  await expect(page.locator('.stage-tour')).toHaveText('招商');
  // A touch opens what a visitor needs, large, and nothing to set.
  await page.mouse.click(700, 400);
  const hall = page.getByRole('article', { name: '看看佛山的八大产业集群' });
  await expect(hall).toBeVisible();
  await expect(hall.getByRole('heading', { level: 3 })).toHaveCount(8);
  await expect(page.locator('.top-bar')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '底图', exact: true })).toHaveCount(0);
  await hall.getByRole('button', { name: '建陶小镇' }).click();
  const site = page.getByRole('article', { name: '建陶小镇' });
  await expect(site).toContainText('织梦小镇等重点项目');
  await expect(site.getByRole('button', { name: '更正这一项' })).toBeHidden();
  await expectNoAxeFaults(page, 'what a visitor of a hall sees');
  await site.getByRole('button', { name: '关闭' }).click();
  await expect(hall).toBeVisible();
  await page.getByRole('button', { name: '现在回到导览' }).click();
  await expect(stageTitle(page)).toHaveText('第 a 站');
  await app.show('mode=present');
  await page.getByRole('button', { name: /招商/ }).click();
  await expect(stageTitle(page)).toHaveText('第 a 站');
});
