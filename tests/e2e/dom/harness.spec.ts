import { expect, test } from '../fixtures.ts';

test.use({ trace: 'off', screenshot: 'off' });

// Each of these is expected to fail: what shows that the fixture notices the fault.
test.describe('the fixture fails a test', () => {
  test.fail('on a script that the policy forbids', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'void 0';
      document.body.append(script);
    });
  });

  test.fail('on a request that leaves the origin', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(async () => {
      const picture = new Image();
      picture.src = 'http://map.invalid/tile.png';
      await picture.decode().catch(() => undefined);
    });
  });

  test.fail('on an error that the page throws', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(() => {
      queueMicrotask(() => {
        throw new Error('thrown on purpose');
      });
    });
  });

  test.fail('on an error on the console', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(() => console.error('said on purpose'));
  });
});

test.describe('the fixture lets pass', () => {
  test.use({ allowedFaults: [/said on purpose/] });

  test('a fault that the test names', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(() => console.error('said on purpose'));
  });
});

test.describe('a page that is handed on', () => {
  test.describe.configure({ mode: 'serial' });

  test('has something kept in it', async ({ page, origin }) => {
    await page.goto(origin);
    await page.evaluate(async () => {
      localStorage.setItem('mine', '1');
      sessionStorage.setItem('mine', '1');
      await cookieStore.set('mine', '1');
      await caches.open('mine');
      await new Promise((resolve) => {
        indexedDB.open('mine').onsuccess = resolve;
      });
      for (const step of ['#a', '#b', '#c']) history.pushState(null, '', step);
    });
  });

  test('has none of it', async ({ page, origin }) => {
    await page.goto(origin);
    const left = await page.evaluate(async () => ({
      stored: [localStorage.getItem('mine'), sessionStorage.getItem('mine'), document.cookie],
      caches: await caches.keys(),
      databases: (await indexedDB.databases()).filter(({ name }) => name === 'mine'),
      hasWayBack: history.length > 2,
    }));
    expect(left).toEqual({ stored: [null, null, ''], caches: [], databases: [], hasWayBack: false });
  });
});
