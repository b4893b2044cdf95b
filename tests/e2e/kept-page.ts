/**
 * One page for one test after the other. Of opening the product in a fresh browser context half the work and more is
 * reading and compiling what the test before had read and compiled; a page that is kept has it still. What a test can
 * leave behind is taken away; where it did something that stays, the next test gets a new context.
 */
import type { Browser, BrowserContext, CDPSession, Clock, Page, ViewportSize } from '@playwright/test';

/** What outlasts the page's address, and is not taken back here. */
const CHANGE_PAGE = [
  ...['addInitScript', 'addLocatorHandler', 'close', 'exposeBinding', 'exposeFunction', 'on', 'routeFromHAR'],
  ...['routeWebSocket', 'setDefaultNavigationTimeout', 'setDefaultTimeout', 'setExtraHTTPHeaders'],
] as const satisfies readonly (keyof Page)[];
const CHANGE_CONTEXT = [
  ...['addCookies', 'addInitScript', 'close', 'exposeBinding', 'exposeFunction', 'grantPermissions', 'newCDPSession'],
  ...['on', 'routeFromHAR', 'routeWebSocket', 'setDefaultNavigationTimeout', 'setDefaultTimeout'],
  ...['setExtraHTTPHeaders', 'setGeolocation', 'setOffline', 'setStorageState'],
] as const satisfies readonly (keyof BrowserContext)[];
const CHANGE_CLOCK = [
  ...['fastForward', 'install', 'pauseAt', 'resume', 'runFor', 'setFixedTime', 'setSystemTime'],
] as const satisfies readonly (keyof Clock)[];

/** What a new context emulates. */
const AS_OPENED = { media: null, forcedColors: 'none', contrast: 'no-preference' } as const;

interface Kept {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  /** What its context was opened with. */
  readonly options: string;
}

interface Wanted {
  readonly browser: Browser;
  /** Ends with a slash. */
  readonly origin: string;
  /** All that is asked of the context but the size of its window and its media, as text to be compared. */
  readonly options: string;
  readonly viewport: ViewportSize | null | undefined;
  readonly media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
  /** Done once to each context, before its page opens. */
  readonly prepare: (context: BrowserContext) => Promise<void>;
}

export class PageKeeper {
  #kept: Kept | null = null;
  #worn = false;

  /** The kept page as if it were new, or a new one in a new context. */
  async page({ browser, origin, options, viewport, media, prepare }: Wanted): Promise<Page> {
    if (this.#kept !== null && !this.#worn && !this.#kept.page.isClosed() && this.#kept.options === options) {
      await renew(this.#kept, origin);
      const { page } = this.#kept;
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ ...AS_OPENED, ...media });
      return page;
    }
    await this.close();
    const context = await browser.newContext();
    await prepare(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    this.#kept = { context, page, session, options };
    this.#worn = false;
    const wear = () => this.wear();
    whenCalled(page, CHANGE_PAGE, wear);
    whenCalled(context, CHANGE_CONTEXT, wear);
    whenCalled(page.clock, CHANGE_CLOCK, wear);
    return page;
  }

  /** No other test gets this page. */
  wear(): void {
    this.#worn = true;
  }

  async close(): Promise<void> {
    await this.#kept?.context.close();
    this.#kept = null;
  }
}

/** Leaves nothing of the test before: no other window, no route, nothing stored, no way back, no pointer over the page. */
async function renew({ context, page, session }: Kept, origin: string): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  // Of what is stored the browser gives it alone to the page itself.
  if (page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await context.clearCookies();
  await session.send('Page.resetNavigationHistory');
  await page.mouse.move(-1, -1);
}

function whenCalled<T extends object>(it: T, names: readonly (keyof T)[], tell: () => void): void {
  for (const name of names) {
    const method = it[name];
    if (typeof method !== 'function') throw new Error(`${String(name)} is no method`);
    Reflect.set(it, name, (...args: unknown[]): unknown => {
      tell();
      return Reflect.apply(method, it, args);
    });
  }
}
