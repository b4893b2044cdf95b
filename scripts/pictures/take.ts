/** Takes the pictures of the atlas from a built product, the same ones whenever it is the same product. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { pictureAtRest } from './at-rest.ts';
import { SCREENS, type Step, type View } from './views.ts';

/** What one view is seen in. */
export interface Look {
  readonly lang: 'zh-Hans' | 'en';
  readonly theme: 'light' | 'dark';
  readonly screen: keyof typeof SCREENS;
}

/** A view in a look. */
export interface Shot {
  readonly view: View;
  readonly look: Look;
}

/** The day on which every picture is taken, so that a date on a page is the same one. */
const NOW = Date.UTC(2026, 0, 15, 4);
/** Runs in the page before anything of it: dates stand still, timers run. */
const STOP_CLOCK = `{
  const Running = Date;
  globalThis.Date = class Date extends Running {
    constructor(...given) {
      super(...(given.length === 0 ? [${NOW}] : given));
    }
    static now() {
      return ${NOW};
    }
  };
}`;
const LOAD_MS = 300_000;

export const shotName = ({ view, look }: Shot): string => `${view.name}-${look.screen}-${look.lang}-${look.theme}`;

/**
 * Opens the view in a browser of its own, free of what earlier ones kept, and writes what is seen of it.
 *
 * @param url address of the product, ending with a slash
 * @param out folder, which exists; gets `NAME.png`, and for paper `NAME-paper.png` and `NAME-paper.json`
 * @returns what went wrong on the page meanwhile: its own errors
 * @throws when the view is not there in time, or never comes to rest
 */
export async function takeShot(browser: Browser, url: string, shot: Shot, out: string): Promise<string[]> {
  const { view, look } = shot;
  const file = (ending: string): string => join(out, `${shotName(shot)}${ending}`);
  const context = await browser.newContext({
    viewport: SCREENS[look.screen],
    hasTouch: look.screen === 'phone',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(LOAD_MS);
  try {
    await context.addInitScript({ content: STOP_CLOCK });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    await open(page, `${url}#${view.hash}&lang=${look.lang}&theme=${look.theme}`, view);
    for (const step of view.steps ?? []) await take(page, step, look.lang);
    await writeFile(file('.png'), await pictureOf(page));
    if (view.paper && look.screen === 'desk') {
      await page.emulateMedia({ media: 'print', reducedMotion: 'reduce' });
      await writeFile(file('-paper.png'), await pictureOf(page, true));
      await writeFile(file('-paper.json'), `${JSON.stringify(await printed(page))}\n`);
    }
    return faults;
  } finally {
    await context.close();
  }
}

/** Until the first view is drawn. */
async function open(page: Page, address: string, view: View): Promise<void> {
  await page.goto(address);
  if (view.mapless) return;
  await page.locator('html[data-ready="1"]').waitFor({ state: 'attached' });
  if (/\bstop=/.test(view.hash)) await page.locator('html[data-stop]').waitFor({ state: 'attached' });
}

async function take(page: Page, step: Step, lang: Look['lang']): Promise<void> {
  const said = (words: readonly [string, string]): string => words[lang === 'en' ? 1 : 0];
  const button = (words: readonly [string, string]): Locator =>
    page.getByRole('button', { name: said(words), exact: true }).first();
  if ('press' in step) await page.keyboard.press(step.press);
  else if ('click' in step)
    await page
      .getByRole(step.click, { name: said(step.name), exact: true })
      .first()
      .click();
  else if ('unfold' in step)
    await page
      .locator('summary', { hasText: said(step.unfold) })
      .first()
      .click();
  else if ('type' in step) await page.keyboard.type(said(step.type));
  else if ('there' in step) await page.locator(step.there).waitFor({ state: 'attached' });
  else if ('ready' in step) await button(step.ready).and(page.locator(':enabled')).waitFor();
  else {
    const { name, text } = step.file;
    const given = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await page.locator('input[type="file"]').first().setInputFiles(given);
  }
}

/** @param whole all of the page, beyond the window */
const pictureOf = (page: Page, whole = false): Promise<Buffer> =>
  pictureAtRest(page, () => page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: whole }));

/** Number of pages and their sizes in points, as the browser would print them. */
async function printed(page: Page): Promise<{ pages: number; sizes: string[] }> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) => box.trim());
  return { pages: (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, sizes: [...new Set(boxes)] };
}
