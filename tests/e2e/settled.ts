/** When a page may be looked at: nothing is on its way to it, and it has stopped changing. */
import type { BrowserContext, Page, Request } from '@playwright/test';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

const underWay = new WeakMap<BrowserContext, Set<Request>>();

/** Keeps the list of what is being fetched, which `settled` asks, and begins it anew; called before a test opens its page. */
export function followRequests(context: BrowserContext): void {
  const known = underWay.get(context);
  if (known !== undefined) {
    known.clear();
    return;
  }
  const requests = new Set<Request>();
  underWay.set(context, requests);
  context.on('request', (request) => requests.add(request));
  context.on('requestfinished', (request) => requests.delete(request));
  context.on('requestfailed', (request) => requests.delete(request));
}

/**
 * Waits until the page holds still: the map, where there is one, is ready; no part of the page, no word and no font is
 * on its way; the window has its width; nothing moves; and for three frames nothing has changed.
 *
 * @throws {Error} says what the page was waiting for, when it has not come to rest in a minute
 */
export async function settled(page: Page): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const unrest = loading(page) ?? (await page.evaluate(unrestOf, page.viewportSize()?.width)) ?? loading(page);
    if (unrest === null) return;
    if (Date.now() > end) throw new Error(`The page does not come to rest: ${unrest}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function loading(page: Page): string | null {
  const [first] = underWay.get(page.context()) ?? [];
  return first === undefined ? null : `${first.url()} is being fetched`;
}

/** Runs in the page. */
async function unrestOf(width: number | undefined): Promise<string | null> {
  await document.fonts.ready;
  let change: string | null = null;
  const observer = new MutationObserver(([record]) => {
    const { target, type } = record ?? {};
    const element = target instanceof Element ? target : target?.parentElement;
    change = `${type} of ${element?.tagName} ${element?.className}`;
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // What is chosen reaches the map behind the two frames of its panel.
  for (let frames = 0; frames < 3; frames++) await frame();
  observer.disconnect();
  const waits = document.querySelector('.map') !== null && document.documentElement.dataset['ready'] !== '1';
  if (waits) return 'the map is not ready';
  if (document.querySelector('#app .boot') !== null) return 'a part of it is loading';
  if (document.fonts.status !== 'loaded') return 'a font is loading';
  // The sheet slides to its height, and what stands above it goes along: no attribute tells of that.
  const moving = document.getAnimations().find(({ effect, playState }) => {
    return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
  });
  if (moving !== undefined) return `${moving.effect?.getTiming().duration} ms of a movement are not over`;
  // A phone has its own idea of the width of a page.
  if (navigator.maxTouchPoints === 0 && width !== undefined && innerWidth !== width)
    return `it is ${innerWidth} px wide`;
  return change;
}
