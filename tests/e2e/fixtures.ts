import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { PageKeeper } from './kept-page.ts';
import { followRequests, settled } from './settled.ts';

interface App {
  /** Opens the product, `hash` with or without its `#`, and waits until the first view is drawn. */
  open(hash?: string): Promise<void>;
  /** Goes on to another address in the page that is open, and waits until what it asks for is shown. */
  show(hash: string): Promise<void>;
  /** What went wrong so far that no test allows: console and page errors, policy violations, requests to elsewhere. */
  readonly faults: readonly string[];
}

interface Fixtures extends Keeping {
  /** Faults that a test brings about on purpose. */
  allowedFaults: readonly RegExp[];
  app: App;
}

/** What a project of the configuration says. */
export interface Build {
  /** The folder of the build that is tested, from the repository. */
  build: string;
}

/** What a project says, and a test that is about the first visit of a browser otherwise. */
export interface Keeping {
  /** Whether tests get the page that the one before had, as if it were new: see kept-page.ts. */
  keepsPage: boolean;
}

interface WorkerFixtures extends Build {
  keeper: PageKeeper;
  /** Address of the built product as `npm start` serves it, on a port of its own; ends with a slash. */
  origin: string;
}

/**
 * A browser test of the built product. It fails on any console error, page error, violation of the security policy or
 * request that leaves the origin, unless `allowedFaults` names it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  build: ['dist', { option: true, scope: 'worker' }],
  origin: [
    async ({ build }, use) => {
      const dir = fileURLToPath(new URL(`../../${build}`, import.meta.url));
      if (!existsSync(`${dir}/index.html`)) throw new Error(`There is no build in ${build}: npm test makes it`);
      const server = await serve({ dir });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  keeper: [
    async ({ browser: _ }, use) => {
      const keeper = new PageKeeper();
      await use(keeper);
      await keeper.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  allowedFaults: [[], { option: true }],
  keepsPage: [false, { option: true }],
  page: async (
    // biome-ignore format: one list
    {
      browser, origin, keeper, keepsPage, viewport, colorScheme, contextOptions,
      locale, timezoneId, deviceScaleFactor, hasTouch, isMobile, offline, permissions, javaScriptEnabled, serviceWorkers,
    },
    use,
    { errors },
  ) => {
    const prepare = async (context: BrowserContext) => {
      followRequests(context);
      await watch(context, origin);
    };
    if (keepsPage) {
      const device = { locale, timezoneId, deviceScaleFactor, hasTouch, isMobile, offline };
      const options = JSON.stringify({ ...device, permissions, javaScriptEnabled, serviceWorkers, contextOptions });
      const media = { colorScheme, reducedMotion: contextOptions.reducedMotion ?? 'no-preference' };
      await use(await keeper.page({ browser, origin, options, viewport, media, prepare }));
      if (errors.length > 0) keeper.wear();
      return;
    }
    const context = await browser.newContext();
    await prepare(context);
    await use(await context.newPage());
    await context.close();
  },
  context: async ({ page }, use) => use(page.context()),
  app: [
    async ({ page, origin, allowedFaults }, use) => {
      const faults: string[] = [];
      followRequests(page.context());
      reporters.set(page.context(), (fault) => {
        if (!allowedFaults.some((allowed) => allowed.test(fault))) faults.push(fault);
      });
      await use({
        faults,
        async open(hash = '') {
          await page.goto(hash === '' ? origin : `${origin}#${hash.replace(/^#/, '')}`);
          await waitForMap(page);
        },
        async show(hash) {
          await page.evaluate(goTo, `#${hash}`);
          await settled(page);
        },
      });
      reporters.delete(page.context());
      expect(faults, 'faults seen while the test ran').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A sixteenth of the page's pixels: without a graphics card each pixel of each frame of the map costs the processor. */
export const COARSE = { deviceScaleFactor: 0.25 };
/** For `test.use`: every pixel, where it looks at fine lines or compares pictures; and a map that flies, where that matters. */
export const SHARP = { deviceScaleFactor: 1 };
export const MOVING = { contextOptions: { reducedMotion: 'no-preference' } } as const;

/** Waits until every register layer of the first view is on screen and the map is idle. */
export async function waitForMap(page: Page): Promise<void> {
  const failed = page.locator('.boot.is-failed');
  await page.locator('html[data-ready="1"]').or(failed).first().waitFor({ state: 'attached', timeout: 60_000 });
  expect(await failed.allTextContents(), 'the page says that it could not load').toEqual([]);
}

/** Runs in the page: once it is through, the page knows of its new address. */
function goTo(hash: string): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('hashchange', () => resolve(), { once: true });
    const before = location.href;
    location.hash = hash;
    if (location.href === before) resolve();
  });
}

/** What is told of the faults in a context while a test runs in it. */
const reporters = new WeakMap<BrowserContext, (fault: string) => void>();

/** Reports what no page of the product may do. */
async function watch(context: BrowserContext, origin: string): Promise<void> {
  const report = (fault: string) => reporters.get(context)?.(fault);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) report(`request to elsewhere: ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console error: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => report(`page error: ${error.error().message}`));
  await context.exposeFunction('reportPolicyViolation', (what: string) => report(`policy violation: ${what}`));
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        const tell: unknown = Reflect.get(window, 'reportPolicyViolation');
        if (typeof tell === 'function') tell(`${effectiveDirective} ${blockedURI} (${sourceFile}:${lineNumber})`);
      },
    );
  });
}
