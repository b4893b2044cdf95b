/** What a user does, as a list: the soak draws from it. An action that does not apply now is passed over. */
import type { Page } from '@playwright/test';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Soaked {
  readonly page: Page;
  readonly random: () => number;
}

export interface Action {
  readonly name: string;
  /** How often it is drawn beside the others. */
  readonly weight: number;
  /** False where it does not apply now. */
  run(soaked: Soaked): Promise<boolean>;
}

const QUICK = { timeout: 5000 } as const;

/** Clicks one of the elements that a selector finds. */
async function clickOne({ page, random }: Soaked, selector: string): Promise<boolean> {
  const found = page.locator(selector);
  const count = await found.count();
  if (count === 0) return false;
  const one = found.nth(Math.floor(random() * count));
  if (!(await one.isVisible()) || !(await one.isEnabled())) return false;
  await one.click(QUICK).catch(() => undefined);
  return true;
}

const click = (name: string, weight: number, selector: string): Action => ({
  name,
  weight,
  run: (soaked) => clickOne(soaked, selector),
});

const press = (key: string): Action => ({
  name: `key ${key}`,
  weight: 1,
  async run({ page }) {
    await page.keyboard.press(key);
    return true;
  },
});

async function onMap({ page, random }: Soaked): Promise<{ x: number; y: number } | null> {
  const map = page.locator('.map');
  if ((await map.count()) === 0 || !(await map.isVisible())) return null;
  const box = await map.boundingBox();
  if (box === null || box.width < 50) return null;
  return { x: box.x + box.width * (0.2 + 0.6 * random()), y: box.y + box.height * (0.2 + 0.6 * random()) };
}

async function choose({ page, random }: Soaked, selector: string): Promise<boolean> {
  const found = page.locator(selector);
  const count = await found.count();
  if (count === 0) return false;
  const one = found.nth(Math.floor(random() * count));
  const options = await one.locator('option:not([disabled])').count();
  if (options === 0 || !(await one.isVisible())) return false;
  await one.selectOption({ index: Math.floor(random() * options) }, QUICK).catch(() => undefined);
  return true;
}

/** A key of the stage, where a tour plays. */
async function whenStaged({ page, random }: Soaked, keys: readonly string[]): Promise<boolean> {
  if ((await page.locator('.frame.is-staged').count()) === 0) return false;
  await page.keyboard.press(keys[Math.floor(random() * keys.length)] ?? 'Escape');
  return true;
}

const WORDS = ['机器人', 'food', '季华', '顺德', 'zzz', '<b>', '\u202Eabc', '2.1'];

export const ACTIONS: readonly Action[] = [
  click('a row of the list', 8, '.list-row'),
  click('a link or button of the panel', 10, '.detail button:not([type="submit"]):not(.file-button *)'),
  click('a view', 5, '.view-links button'),
  click('a mode', 3, '.modes button, .modes a'),
  click('a filter', 6, '.filter-bar button, .filter-bar summary'),
  click('a box to tick', 4, 'input[type="checkbox"]'),
  click('a control of the map', 4, '.map-controls button'),
  click('appearance and link', 1, '.top-actions .icon-button'),
  click('a cell of a table', 3, '.wide-slot button'),
  click('a side panel of a mode', 6, '.sidebar button:not(.file-button *), .sidebar summary'),
  click('a tool of the bench', 3, '.stage .bench-bar button'),
  click('a control of the stage', 5, '.stage-controls button'),
  { name: 'language', weight: 1, run: (soaked) => choose(soaked, '.top-actions select') },
  { name: 'a choice', weight: 4, run: (soaked) => choose(soaked, '.detail select, .list select, .wide-view select') },
  {
    name: 'click on the map',
    weight: 6,
    async run(soaked) {
      const at = await onMap(soaked);
      if (at !== null) await soaked.page.mouse.click(at.x, at.y);
      return at !== null;
    },
  },
  {
    name: 'drag the map',
    weight: 4,
    async run(soaked) {
      const [from, to] = [await onMap(soaked), await onMap(soaked)];
      if (from === null || to === null) return false;
      await soaked.page.mouse.move(from.x, from.y);
      await soaked.page.mouse.down();
      await soaked.page.mouse.move(to.x, to.y, { steps: 4 });
      await soaked.page.mouse.up();
      return true;
    },
  },
  {
    name: 'turn the wheel',
    weight: 4,
    async run(soaked) {
      const at = await onMap(soaked);
      if (at === null) return false;
      await soaked.page.mouse.move(at.x, at.y);
      await soaked.page.mouse.wheel(0, soaked.random() < 0.5 ? -240 : 240);
      return true;
    },
  },
  {
    name: 'search',
    weight: 3,
    async run({ page, random }) {
      const box = page.locator('header input[type="search"], header input[role="combobox"]').first();
      if ((await box.count()) === 0 || !(await box.isVisible())) return false;
      await box.fill(WORDS[Math.floor(random() * WORDS.length)] ?? '', QUICK).catch(() => undefined);
      return true;
    },
  },
  {
    name: 'a tour moves on',
    weight: 4,
    run: (soaked) => whenStaged(soaked, ['ArrowRight', 'PageDown', 'ArrowLeft', 'b']),
  },
  { name: 'a tour ends', weight: 2, run: (soaked) => whenStaged(soaked, ['Escape']) },
  press('Escape'),
  press('Tab'),
  press('Enter'),
  {
    name: 'back',
    weight: 3,
    // Never to another page: what lies before the first view is not the product's.
    run: ({ page }) =>
      page.evaluate(() => {
        const { canGoBack, currentEntry } = navigation;
        const before = navigation.entries()[(currentEntry?.index ?? 0) - 1];
        if (!canGoBack || before?.sameDocument !== true) return false;
        history.back();
        return true;
      }),
  },
  {
    name: 'a file',
    weight: 1,
    async run({ page }) {
      const input = page.locator('.drop-zone input[type="file"]');
      if ((await input.count()) === 0) return false;
      await input.setInputFiles('tests/fixtures/import/points.csv');
      return true;
    },
  },
];

/** One action by weight. */
export function drawn(random: () => number): Action {
  let left = random() * ACTIONS.reduce((sum, { weight }) => sum + weight, 0);
  const found = ACTIONS.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const [first] = ACTIONS;
  if (found === undefined && first === undefined) throw new Error('no action');
  return found ?? first ?? press('Escape');
}
