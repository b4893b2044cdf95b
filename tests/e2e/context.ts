import type { Page } from '@playwright/test';

/** Takes the map's WebGL context away, as a driver does that starts anew, and gives it back a frame later. */
export async function loseContext(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
    const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
    const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve, { once: true }));
    loss?.loseContext();
    await lost;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    loss?.restoreContext();
  });
}
