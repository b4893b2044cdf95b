import type { Page } from '@playwright/test';

/** Takes the map's WebGL context away, as a driver does that starts anew, and gives it back a frame later. */
export async function loseContext(page: Page): Promise<void> {
  const back = await contextGoes(page, false);
  await back();
}

/**
 * The same, as soon as the map takes off to the next stop of a tour: no press of a key comes in time for it on a busy
 * machine.
 *
 * @returns waits until it has happened
 */
export function loseContextInFlight(page: Page): Promise<() => Promise<void>> {
  return contextGoes(page, true);
}

async function contextGoes(page: Page, inFlight: boolean): Promise<() => Promise<void>> {
  const going = await page.evaluateHandle((waits) => {
    const html = document.documentElement;
    const takeOff = () =>
      new Promise<void>((resolve) => {
        const look = new MutationObserver(() => {
          if ('stop' in html.dataset) return;
          look.disconnect();
          resolve();
        });
        look.observe(html, { attributeFilter: ['data-stop'] });
      });
    const go = async () => {
      if (waits) await takeOff();
      const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
      const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve, { once: true }));
      loss?.loseContext();
      await lost;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      loss?.restoreContext();
    };
    return { gone: go() };
  }, inFlight);
  return () => going.evaluate(({ gone }) => gone);
}
