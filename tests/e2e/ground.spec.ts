import { boxOf, overlaps } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { renderedOn } from './rendered.ts';
import { settled } from './settled.ts';

const SCREENS = [
  [1920, 1080],
  [1440, 900],
  [1280, 720],
  [1024, 768],
  [390, 844],
  [360, 640],
] as const;
const DISTRICTS = {
  zh: ['三水区', '南海区', '禅城区', '顺德区', '高明区'],
  en: ['Chancheng', 'Gaoming', 'Nanhai', 'Sanshui', 'Shunde'],
};

test('the first view names all five districts on every screen, and cities around outside them', async ({
  app,
  page,
}) => {
  await app.open();
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    for (const lang of ['zh', 'en'] as const) {
      await app.show(lang === 'en' ? 'lang=en' : 'lang=zh-Hans');
      await expect
        .poll(async () => (await renderedOn(page, ['district-names'])).sort(), {
          message: `${width}x${height} ${lang}`,
        })
        .toEqual(DISTRICTS[lang]);
      const around = lang === 'zh' ? ['广州市', '肇庆市'] : ['Guangzhou', 'Zhaoqing'];
      await expect
        .poll(async () => await renderedOn(page, ['neighbour-names']), { message: `${width}x${height} ${lang}` })
        .toEqual(expect.arrayContaining(around));
    }
  }
  // Where there is room, those in the south too.
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.show('lang=zh-Hans');
  await expect
    .poll(() => renderedOn(page, ['neighbour-names']))
    .toEqual(expect.arrayContaining(['广州市', '肇庆市', '江门市', '中山市']));
});

test('where the ground ends a labelled grid and what is near stand in, by mouse and by keys', async ({ app, page }) => {
  await app.open('map=14.00/22.80000/112.70000');
  const line = page.getByRole('region', { name: '地图所在位置' });
  await expect(line).toContainText('高明区');
  await expect(line).toContainText('CGCS2000');
  await expect.poll(async () => (await renderedOn(page, ['grid-lines'], 'kind')).length).toBeGreaterThan(8);
  const labels = () => renderedOn(page, ['grid-labels']);
  await expect.poll(labels).toEqual(expect.arrayContaining(['112°42′00″E', '22°48′00″N']));

  // Nearer, the step is finer; from afar the ground is back.
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(labels).toEqual(expect.arrayContaining(['112°42′00″E', '22°48′10″N']));
  await app.show('map=11.00/22.80000/112.70000');
  await expect.poll(() => renderedOn(page, ['grid-lines', 'grid-labels'], 'kind')).toEqual([]);
  await expect(line).toHaveCount(0);

  await app.show('map=13.50/22.80000/112.70000');
  await line.getByRole('group').locator('summary').press('Enter');
  await expect(line.getByText('CGCS2000')).toBeHidden();
  await line.getByRole('group').locator('summary').press('Enter');
  await line.getByRole('button').first().press('Enter');
  await expect(page).toHaveURL(/site=/);
});

test('the words where the ground ends keep off scale, credits, mark and buttons', async ({ app, page }) => {
  await app.open('map=14.00/22.80000/112.70000');
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height });
    await settled(page);
    const line = await boxOf(page.locator('.ground-line'));
    for (const other of ['.maplibregl-ctrl-scale', '.map-credits', '.map-mark', '.map-controls', '.map-north'])
      expect(overlaps(line, await boxOf(page.locator(other))), `${width}x${height} ${other}`).toBe(false);
  }
});
