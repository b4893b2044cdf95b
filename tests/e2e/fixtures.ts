import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

interface App {
  /** Opens the product, `hash` with or without its `#`, and waits until the first view is drawn. */
  open(hash?: string): Promise<void>;
  /** What went wrong so far that no test allows: console and page errors, policy violations, requests to elsewhere. */
  readonly faults: readonly string[];
}

interface Fixtures {
  /** Faults that a test brings about on purpose. */
  allowedFaults: readonly RegExp[];
  app: App;
}

interface WorkerFixtures {
  /** Address of the built product as `npm start` serves it, on a port of its own; ends with a slash. */
  origin: string;
}

/**
 * A browser test of the built product. It fails on any console error, page error, violation of the security policy or
 * request that leaves the origin, unless `allowedFaults` names it.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  origin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      if (!existsSync(`${DIST}/index.html`)) throw new Error('There is no build in dist: npm run build');
      const server = await serve({ dir: DIST });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ origin }, use) => use(origin),
  allowedFaults: [[], { option: true }],
  app: [
    async ({ page, origin, allowedFaults }, use) => {
      const faults: string[] = [];
      await watch(page, origin, (fault) => {
        if (!allowedFaults.some((allowed) => allowed.test(fault))) faults.push(fault);
      });
      await use({
        faults,
        async open(hash = '') {
          await page.goto(hash === '' ? origin : `${origin}#${hash.replace(/^#/, '')}`);
          await waitForMap(page);
        },
      });
      expect(faults, 'faults seen while the test ran').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until every register layer of the first view is on screen and the map is idle. */
export async function waitForMap(page: Page): Promise<void> {
  const failed = page.locator('.boot.is-failed');
  await page.locator('html[data-ready="1"]').or(failed).first().waitFor({ state: 'attached', timeout: 60_000 });
  expect(await failed.allTextContents(), 'the page says that it could not load').toEqual([]);
}

/** Reports what no page of the product may do. */
async function watch(page: Page, origin: string, report: (fault: string) => void): Promise<void> {
  const context = page.context();
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
