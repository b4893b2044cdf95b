/** Where things are on the screen, CSS pixels. */
import type { Locator, Page } from '@playwright/test';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @throws {Error} when it is not shown */
export async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} has no box`);
  return box;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The place at a share of the map's width and height, from its top left. */
export async function onMap(page: Page): Promise<(x: number, y: number) => [x: number, y: number]> {
  const map = await boxOf(page.locator('.map'));
  return (x, y) => [map.x + map.width * x, map.y + map.height * y];
}

export async function clickMiddle(page: Page): Promise<void> {
  const at = await onMap(page);
  await page.mouse.click(...at(0.5, 0.5));
}
