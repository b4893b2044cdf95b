import { expect, test } from '../e2e/fixtures.ts';

test('Chinese is drawn, not boxes, whatever fonts the machine has', async ({ app, page }) => {
  await app.open();
  // Boxes all look the same; characters do not.
  const pictures: string[] = [];
  for (const text of ['佛', '顺', '禅']) {
    await page.evaluate((character) => {
      const probe = document.getElementById('probe') ?? document.body.appendChild(document.createElement('output'));
      probe.id = 'probe';
      probe.textContent = character;
      Object.assign(probe.style, { position: 'fixed', inset: '0 auto auto 0', zIndex: '9999', background: '#fff' });
    }, text);
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    pictures.push((await page.locator('#probe').screenshot()).toString('base64'));
  }
  expect(new Set(pictures).size).toBe(3);
});

test('no Chinese text on the page keeps the boxes it may have been drawn with at first', async ({ app, page }) => {
  await app.open();
  // A Chinese character is as wide as its font size; the box that stands for a missing one is narrower here.
  const narrow = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.search(/\p{Script=Han}/u) ?? -1;
      if (at < 0 || !node.parentElement) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { width } = range.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(node.parentElement).fontSize);
      if (width > 1 && width < size * 0.9) found.push(node.textContent ?? '');
    }
    return found;
  });
  expect(narrow).toEqual([]);
});
