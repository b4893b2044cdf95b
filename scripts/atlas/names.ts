/** Where the names of a map that is on screen stand, asked of its renderer, and what is wrong with that. */
import type { Page } from '@playwright/test';
import { KEEP_OUT_PX } from '../../src/map/layers/keep-out.ts';

export interface NameFault {
  readonly what: 'collide' | 'covered';
  readonly at: readonly [x: number, y: number];
}

/** Boxes that the renderer placed, CSS pixels from the map's top left, and what stands over the map. */
interface Placed {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly (readonly [
    left: number,
    top: number,
    right: number,
    bottom: number,
    /** It keeps free of all others. */
    free: boolean,
    /** It may lie over all others and is no wider than a symbol, whose place is where it is. */
    symbol?: boolean,
  ])[];
  readonly over: readonly (readonly [left: number, top: number, right: number, bottom: number])[];
}

/** What stands over a map at a desk, and how wide its symbols are at most, px. */
const DESK = {
  over: '.map-controls, .stage > .plan-bar, .map-credits, .map-legend, .ground-line, .measure-bar',
  symbolPx: 40,
};

/** Runs in the page. */
function placedOn({ over: selector, symbolPx }: typeof DESK): Placed | null {
  /** The renderer's own record of what it placed: boxes in pixels, moved by the margin that it keeps around the screen. */
  interface Grid {
    readonly bboxes: readonly number[];
    readonly boxKeys: readonly { readonly overlapMode: string }[];
  }
  const view = document.querySelector('.map-view');
  let found: unknown = view;
  for (const key of ['map', 'style', 'placement', 'collisionIndex', 'grid']) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  }
  const grid = found as Grid | undefined;
  if (view === null || grid === undefined) return null;
  const { left, top, width, height } = view.getBoundingClientRect();
  const margin = 100;
  const boxes = grid.boxKeys.map(({ overlapMode }, at) => {
    const [a = 0, b = 0, c = 0, d = 0] = grid.bboxes.slice(4 * at, 4 * at + 4).map((px) => px - margin);
    return [a, b, c, d, overlapMode === 'never', overlapMode === 'always' && c - a <= symbolPx] as const;
  });
  const over = [...document.querySelectorAll(selector)].map((element) => {
    const box = element.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top] as const;
  });
  return { width, height, boxes, over };
}

type Box = readonly [left: number, top: number, right: number, bottom: number, ...rest: unknown[]];
const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
const size = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);
/** A share of the smaller box, below which two names still read apart. */
const HARMLESS = 0.15;

/** Pure, so that it can be tried without a map. */
export function nameFaults({ width, height, boxes, over }: Placed): NameFault[] {
  const screen: Box = [0, 0, width, height];
  const shown = boxes.filter((box) => size(box) > 0 && shared(box, screen) > 0);
  const hits = (a: Box, b: Box) => shared(a, b) > HARMLESS * Math.min(size(a), size(b));
  const collide = shown.flatMap((a, i): NameFault[] =>
    // What may lie over others does so on purpose: a symbol on a symbol. Names that keep free never should.
    a[4] && shown.slice(i + 1).some((b) => b[4] && hits(a, b)) ? [{ what: 'collide', at: [a[0], a[1]] }] : [],
  );
  // What holds a control's room among the names lies under it, and is nothing that is seen: it is made of such pixels.
  const isEven = (px: number) => Math.abs(px / KEEP_OUT_PX - Math.round(px / KEEP_OUT_PX)) < 0.01;
  const isRoom = (a: Box) => a[4] === false && isEven(a[2] - a[0]) && isEven(a[3] - a[1]);
  const covered = shown.flatMap((a): NameFault[] =>
    a[5] !== true && !isRoom(a) && over.some((b) => shared(a, b) > 0.5 * size(a))
      ? [{ what: 'covered', at: [a[0], a[1]] }]
      : [],
  );
  return [...collide, ...covered];
}

/** @throws {Error} where the page has no map, or its renderer keeps its record elsewhere */
export async function faultsOn(
  page: Page,
  what = DESK,
): Promise<{ readonly names: number; readonly faults: readonly NameFault[] }> {
  const placed = await page.evaluate(placedOn, what);
  if (placed === null) throw new Error('The map does not tell where its names stand');
  return { names: placed.boxes.length, faults: nameFaults(placed) };
}
