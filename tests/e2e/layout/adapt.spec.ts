/** What the reader's device asks for: magnified pages, larger text, large targets. */
import { expect, test } from '../fixtures.ts';

const VIEWS = [
  'lang=en',
  'lang=en&site=jihua-laboratory',
  'lang=en&clause=3.5&view=reader',
  'lang=en&view=units',
  'lang=en&view=table',
  'lang=en&cross=cluster.district',
  'lang=en&ask=radius:113.12,23.02:10',
  'lang=en&view=data',
  'lang=en&view=export',
  'lang=en&view=accessibility',
  'lang=en&mode=invest&need=hydrogen',
];

/** Text that ends outside the window or is cut by its own box, where nothing scrolls to it. */
function cutText(): string[] {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const found = wide > 0 ? [`the page is ${wide} px wider than the window`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (element.closest('.visually-hidden, .map, svg, .table-scroll, .skips, select, [inert]')) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (getComputedStyle(element).clipPath !== 'none') continue;
    const { left, right, width } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const cut =
      style.overflowX !== 'visible' && style.overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1;
    if (width > 0 && (left < -1 || right > innerWidth + 1 || cut))
      found.push(`${element.className || element.tagName}: ${element.textContent.trim().slice(0, 40)}`);
  }
  return found;
}

/** Controls smaller than 24 px with less than 24 px to themselves; links within sentences may be as tall as their line. */
function smallTargets(): string[] {
  const LEAST = 24;
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      '#app :is(a[href], button, input, select, textarea, summary, [role="tab"])',
    ),
  ].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden, [inert]') === null,
  );
  const target = (element: HTMLElement): DOMRect => {
    const label = element instanceof HTMLInputElement ? element.closest('label') : null;
    return (label ?? element).getBoundingClientRect();
  };
  const boxes = controls.map((element) => ({ element, box: target(element) })).filter(({ box }) => box.width > 1);
  const isSmall = ({ box }: { box: DOMRect }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
  const inSentence = (element: HTMLElement) =>
    getComputedStyle(element).display === 'inline' &&
    [...(element.parentElement?.childNodes ?? [])].some((node) => node !== element && node.textContent?.trim());
  return boxes.flatMap((one) => {
    if (!isSmall(one) || inSentence(one.element)) return [];
    const [x, y] = [one.box.x + one.box.width / 2, one.box.y + one.box.height / 2];
    const crowded = boxes.some((other) => {
      if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
      const { box } = other;
      const dx = Math.max(box.left - x, 0, x - box.right);
      const dy = Math.max(box.top - y, 0, y - box.bottom);
      const apart = Math.hypot(dx, dy);
      const centres = Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);
      return apart < LEAST / 2 || (isSmall(other) && centres < LEAST);
    });
    const { width, height } = one.box;
    const name = one.element.textContent.trim().slice(0, 20) || one.element.getAttribute('aria-label');
    return crowded
      ? [`${one.element.className || one.element.tagName} "${name}" ${width.toFixed()}×${height.toFixed()}`]
      : [];
  });
}

test('at 400 % everything is there: 320 by 256', async ({ app, page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await app.open('lang=en');
  await page.getByRole('button', { name: /^Height of the panel/ }).press('ArrowUp');
  const faults: string[] = [];
  for (const view of VIEWS) {
    await app.show(view);
    faults.push(...(await page.evaluate(cutText)).map((fault) => `${view}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('text of twice the size is not cut, on a desk and on a phone', async ({ app, page }) => {
  await app.open('lang=en');
  const faults: string[] = [];
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const view of VIEWS) {
      await app.show(view);
      faults.push(...(await page.evaluate(cutText)).map((fault) => `${width} ${view}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test('head and tools of planning are in sight, each in one line, from the width of a tablet on', async ({
  app,
  page,
}) => {
  await app.open();
  for (const [width, height] of [
    [1024, 768],
    [1181, 768],
    [1200, 768],
    [1280, 720],
    [1330, 768],
    [1366, 768],
    [1500, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      await app.show(`lang=${lang}`);
      const tools = page.locator('.stage .plan-bar button');
      await expect(tools).toHaveCount(8);
      // Whoever clicks near an edge of a tool gets the tool: nothing cuts it or lies over it.
      const seen = await tools.evaluateAll((buttons) =>
        buttons.map((button) => {
          const { left, right, top, bottom } = button.getBoundingClientRect();
          const y = (top + bottom) / 2;
          const hit = [left + 3, (left + right) / 2, right - 3].every((x) =>
            button.contains(document.elementFromPoint(x, y)),
          );
          return { top, hit, whole: button.scrollWidth <= button.clientWidth };
        }),
      );
      const head = await page
        .locator('.top-bar > *')
        .evaluateAll((parts) =>
          parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => top + bottom),
        );
      expect(Math.max(...head) - Math.min(...head), `${lang} ${width}`).toBeLessThan(8);
      const [{ top } = { top: 0 }] = seen;
      expect(seen, `${lang} ${width}`).toEqual(seen.map(() => ({ top, hit: true, whole: true })));
    }
  }
});

test('targets have 24 px', async ({ app, page }) => {
  await app.open('lang=en');
  const faults = new Set<string>();
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const view of [...VIEWS, 'mode=present', 'mode=present&tour=policy&stop=5']) {
      await app.show(view);
      for (const fault of await page.evaluate(smallTargets)) faults.add(fault);
    }
  }
  expect([...faults]).toEqual([]);
});
