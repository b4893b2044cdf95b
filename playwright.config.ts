import { defineConfig } from '@playwright/test';
import { browserLaunchOptions } from './tests/e2e/browser.ts';

/** Browser tests of the built product: run `npm run build` first, or let `npm test` do both. */
export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Software WebGL on a small machine is slow, and other work may share it.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
  use: {
    locale: 'zh-CN',
    // The tests of offline use allow them; elsewhere keeping the product would only cost time.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: await browserLaunchOptions(),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
