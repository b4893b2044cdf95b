import { expect, test } from './fixtures.ts';

for (const [name, width, height, hash] of [
  ['a desk', 1440, 900, 'site=jihua-laboratory'],
  ['400 %', 320, 256, 'site=jihua-laboratory'],
] as const) {
  test(`the keyboard goes round and is always in sight: ${name}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await app.open(hash);
    await expect(page.locator('#detail .rows').first()).toBeVisible();
    const seen: string[] = [];
    const hidden: string[] = [];
    for (let i = 0; i < 260; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return null;
        const visit = element.dataset['visit'] ?? null;
        element.dataset['visit'] = 'yes';
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const within = (from: number, to: number, most: number) =>
          [0.02, 0.5, 0.98].map((share) => Math.min(Math.max(from + (to - from) * share, 1), most - 1));
        const seenAt = within(left, right, innerWidth).some((x) =>
          within(top, bottom, innerHeight).some((y) => {
            const on = document.elementFromPoint(x, y);
            return (
              on !== null && (element.contains(on) || on.contains(element) || on.closest('label')?.contains(element))
            );
          }),
        );
        const outlined = getComputedStyle(element).outlineStyle !== 'none';
        return {
          visit,
          what: `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 20)}`,
          visible: seenAt && bottom > 0 && top < innerHeight,
          outlined,
        };
      });
      if (at === null || at.visit !== null) break;
      seen.push(at.what);
      if (!at.visible || !at.outlined) hidden.push(at.what);
    }
    expect(hidden).toEqual([]);
    expect(seen.length).toBeGreaterThan(20);
  });
}
