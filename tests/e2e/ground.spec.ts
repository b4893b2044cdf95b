import { expect, test } from './fixtures.ts';
import { onMap } from './on-map.ts';

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
        .poll(async () => (await onMap(page, ['district-names'])).sort(), { message: `${width}x${height} ${lang}` })
        .toEqual(DISTRICTS[lang]);
      const around = lang === 'zh' ? ['广州市', '肇庆市'] : ['Guangzhou', 'Zhaoqing'];
      await expect
        .poll(async () => await onMap(page, ['neighbour-names']), { message: `${width}x${height} ${lang}` })
        .toEqual(expect.arrayContaining(around));
    }
  }
  // Where there is room, those in the south too.
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.show('lang=zh-Hans');
  await expect
    .poll(() => onMap(page, ['neighbour-names']))
    .toEqual(expect.arrayContaining(['广州市', '肇庆市', '江门市', '中山市']));
});
