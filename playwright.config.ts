import { defineConfig } from '@playwright/test';
import { browserLaunchOptions, type Fonts, oldestBrowserOptions } from './tests/e2e/browser.ts';
import { type Build, COARSE, type Keeping } from './tests/e2e/fixtures.ts';

/** The product with a map that is not drawn (tests/e2e/stub). */
const undrawn = async (fonts: Fonts) => ({
  build: 'dist-test-dom',
  keepsPage: true,
  launchOptions: await browserLaunchOptions({ fonts, webgl: false }),
});

const oldest = await oldestBrowserOptions();

/** Browser tests of the builds that `npm test` makes; the data of all but `shipped` are those of tests/fixtures/base. */
export default defineConfig<Keeping, Build>({
  testMatch: '**/*.spec.ts',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Software WebGL on a small machine is slow, and other work may share it.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: 'line',
  use: {
    locale: 'zh-CN',
    // The tests of offline use allow them; elsewhere keeping the product would only cost time.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // What was done and said; pictures and the page at each step cost a fifth of the time: `--trace on` has them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: await browserLaunchOptions(),
  },
  projects: [
    // The longest tests first: when the last ones run, both workers have something to do until the end.
    { name: 'shipped', testDir: 'tests/shipped', use: { build: 'dist' } },
    // The main walks in the oldest browser that there is a package of, where it runs.
    ...(oldest === null
      ? []
      : [
          {
            name: 'oldest',
            testDir: 'tests/e2e/oldest',
            use: { build: 'dist-test', launchOptions: oldest, ...COARSE },
          },
        ]),
    // What places things on the map, pictures it or looks at its pixels. The map cuts instead of flying.
    {
      name: 'map',
      testDir: 'tests/e2e',
      testIgnore: ['dom/**', 'layout/**', 'oldest/**', 'plain/**'],
      use: {
        build: 'dist-test',
        keepsPage: true,
        ...COARSE,
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
    // The same product where the browser has no WebGL2: the map as SVG.
    {
      name: 'plain',
      testDir: 'tests/e2e/plain',
      use: { build: 'dist-test', launchOptions: await browserLaunchOptions({ webgl: false }) },
    },
    // What stands beside the map.
    { name: 'dom', testDir: 'tests/e2e/dom', use: await undrawn('usual') },
    // What depends on the width and the height of text, without a Chinese font of the machine's and with one.
    { name: 'layout', testDir: 'tests/e2e/layout', use: await undrawn('latin') },
    { name: 'layout-cjk', testDir: 'tests/e2e/layout', use: await undrawn('chinese') },
  ],
});
