/** Chromium 103 from an npm package and Debian's Firefox, both by Puppeteer: one by CDP, one by WebDriver BiDi. */
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type ConsoleMessage, type Page } from 'puppeteer-core';
import { packagedChromium } from '../e2e/browser.ts';
import { withDisplay } from './display.ts';
import { type Engine, type Hand, HEIGHT, WIDTH } from './hand.ts';

const FIREFOX = '/usr/bin/firefox-esr';
const CHROMIUM = fileURLToPath(new URL('node_modules/@sparticuz/chromium', import.meta.url));
/** A software renderer counts as none for Firefox, unless it is told. */
const FIREFOX_SETTINGS = { 'webgl.force-enabled': true };
const VIEWPORT = { width: WIDTH, height: HEIGHT };

export const chromium103: Engine = {
  name: 'Chromium 103',
  how: 'npm package `@sparticuz/chromium`, headless, by CDP',
  missing: async () => ((await packagedChromium(CHROMIUM)) === null ? 'Linux x64, for which it is built' : null),
  async start() {
    const found = await packagedChromium(CHROMIUM);
    if (found === null) throw new Error('Chromium 103 does not run here');
    const { executablePath, env, args = [] } = found;
    // Puppeteer asks for the headless mode of later versions.
    return handOf(
      await puppeteer.launch({ executablePath, env, args: ['--headless', ...args], defaultViewport: VIEWPORT }),
    );
  },
};

export const firefox: Engine = {
  name: 'Firefox ESR',
  how: "Debian's `firefox-esr`, in a window under Xvfb, by WebDriver BiDi",
  missing: () =>
    access(FIREFOX).then(
      () => null,
      () => 'firefox-esr',
    ),
  start: () =>
    withDisplay(async (display) =>
      handOf(
        await puppeteer.launch({
          browser: 'firefox',
          executablePath: FIREFOX,
          headless: false,
          env: { ...process.env, DISPLAY: display },
          extraPrefsFirefox: FIREFOX_SETTINGS,
          defaultViewport: VIEWPORT,
        }),
      ),
    ),
};

async function handOf(browser: Browser): Promise<Hand> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(toldBy(message));
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return {
    browser: await browser.version(),
    async open(url) {
      // From hash to hash a browser stays in the page that is open.
      await page.goto('about:blank');
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    ask: (expression) => page.evaluate(expression),
    click: (x, y) => page.mouse.click(x, y),
    pageDown: () => page.keyboard.press('PageDown'),
    choose: async (selector, file) => choose(page, selector, file),
    picture: async () => Buffer.from(await page.screenshot()),
    paper: async () => Buffer.from(await page.pdf({ preferCSSPageSize: true })),
    faults: async () => faults,
    close: () => browser.close(),
  };
}

async function choose(page: Page, selector: string, file: string): Promise<void> {
  const input = await page.$(selector);
  if (input === null) throw new Error(`there is no ${selector}`);
  const typed = await input.toElement('input');
  await typed.uploadFile(file);
}

const toldBy = (message: ConsoleMessage): string => `${message.text()} (${message.location().url})`;
