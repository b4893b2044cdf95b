/** WebKitGTK's small browser by its own WebDriver, in a window that nobody sees. */
import { spawn } from 'node:child_process';
import { access, readdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { withDisplay } from './display.ts';
import { type Engine, type Hand, HEIGHT, WIDTH } from './hand.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const LIBRARIES = '/usr/lib/x86_64-linux-gnu';
const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;

/** The driver tells of no errors: the page keeps them from when it has been opened. */
const WATCH = `(() => {
  const root = document.documentElement;
  if (root.dataset.faults !== undefined) return;
  root.dataset.faults = '';
  const tell = (text) => { root.dataset.faults += text + '\\n'; };
  addEventListener('error', ({ message }) => tell(message || 'a file was not loaded'), true);
  addEventListener('unhandledrejection', ({ reason }) => tell(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    tell(effectiveDirective + ' ' + blockedURI));
})()`;

export const webkit: Engine = {
  name: 'WebKitGTK',
  how: "Debian's `webkit2gtk-driver` with MiniBrowser, in a window under Xvfb, by WebDriver",
  async missing() {
    const there = (await exists(DRIVER)) && (await miniBrowser()) !== null;
    return there ? null : 'webkit2gtk-driver';
  },
  start: () => withDisplay(start),
  notFromDisk: {
    import: 'a worker of a page from disk can read no file there; the page says so, and keeps what it had',
  },
};

async function start(display: string): Promise<Hand> {
  const binary = await miniBrowser();
  if (binary === null) throw new Error('There is no MiniBrowser');
  const port = await freePort();
  const server = spawn(DRIVER, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } });
  try {
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    });
    const address = `http://127.0.0.1:${port}`;
    await listening(address);
    const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    const hand = await handOf(driver);
    return { ...hand, close: () => hand.close().finally(() => server.kill()) };
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function handOf(driver: WebDriver): Promise<Hand> {
  const version = (await driver.getCapabilities()).getBrowserVersion();
  await driver.manage().window().setRect({ x: 0, y: 0, width: WIDTH, height: HEIGHT });
  const faults: string[] = [];
  const ask = (expression: string) => driver.executeScript<unknown>(`return (${expression})`);
  const collect = async () => {
    const told = await ask(`document.documentElement.dataset.faults ?? ''`);
    faults.push(...String(told).split('\n').filter(Boolean));
  };
  return {
    browser: `WebKitGTK ${version}`,
    async open(url) {
      await collect();
      await driver.get('about:blank');
      await driver.get(url);
      await ask(WATCH);
    },
    async reload() {
      await collect();
      await driver.navigate().refresh();
      await ask(WATCH);
    },
    ask,
    click: (x, y) =>
      driver
        .actions()
        .move({ x: Math.round(x), y: Math.round(y) })
        .click()
        .perform(),
    pageDown: () => driver.actions().sendKeys(Key.PAGE_DOWN).perform(),
    choose: (selector, file) => driver.findElement(By.css(selector)).sendKeys(file),
    picture: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    // Its driver knows no command for that.
    paper: async () => null,
    async faults() {
      await collect();
      return faults;
    },
    close: () => driver.quit(),
  };
}

/** The one beside the newest library. */
async function miniBrowser(): Promise<string | null> {
  const folders = (await readdir(LIBRARIES).catch(() => [])).filter((name) => name.startsWith('webkit'));
  for (const folder of folders.sort().reverse()) {
    const file = join(LIBRARIES, folder, 'MiniBrowser');
    if (await exists(file)) return file;
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Waits until the driver answers. */
async function listening(address: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answers = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
