/** What somebody does with the product in one visit, step by step, in whichever browser. */
import { fileURLToPath } from 'node:url';
import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import type { Hand } from './hand.ts';

const POINTS = fileURLToPath(new URL('../fixtures/import/points.csv', import.meta.url));
const PATIENCE_MS = 60_000;
const PAUSE_MS = 150;
const READY = `document.documentElement.dataset.ready === '1'`;
const OVERLAY = `document.documentElement.dataset.overlay === '1'`;
/** Clusters' and sets' colours are on the map where this share of what is seen has them. */
const SEEN = { sites: 0.0001, rows: 0.00003 };

/** A step throws where it fails, and returns what is worth a word in the report. */
interface Step {
  readonly name: string;
  readonly take: (hand: Hand, page: string) => Promise<string | undefined>;
}

export const STEPS: readonly Step[] = [
  {
    name: 'start: the map with its sites, and the list',
    async take(hand, page) {
      await shown(hand, page, '');
      await until(hand, 'the list', `document.querySelector('.list-row') !== null`);
      await untilColour(hand, CLUSTER_COLOURS.light.auto, SEEN.sites);
      return undefined;
    },
  },
  {
    name: 'click: a site on the map, its clause',
    async take(hand, page) {
      await shown(hand, page, 'map=14.00/22.99876/113.23456');
      await clickMiddle(hand);
      const quoted = `document.querySelector('article[aria-label="季华实验室"] blockquote')?.textContent`;
      await until(hand, 'the clause of the site', `${quoted}?.includes('季华实验室')`);
      return undefined;
    },
  },
  {
    name: 'filter: a cluster off in the legend',
    async take(hand, page) {
      await shown(hand, page, '');
      await press(
        hand,
        'the cluster in the legend',
        `[...document.querySelectorAll('.legend label')].find(({ textContent }) => textContent.includes('汽车及新能源'))`,
      );
      const count = `document.querySelector('.legend .panel-head .tabular')?.textContent`;
      await until(hand, 'the new count', `${count} === '18 / 24 项'`);
      return undefined;
    },
  },
  {
    name: 'question: a circle set on the map',
    async take(hand, page) {
      await shown(hand, page, 'map=10.50/23.00000/113.10000&view=ask');
      await pressButton(hand, '在地图上点选');
      await clickMiddle(hand);
      await until(hand, 'the question in the address', `location.hash.includes('ask=radius:113.')`);
      await until(hand, 'the answer', `document.querySelector('.ask-total') !== null`);
      return undefined;
    },
  },
  {
    name: 'tour: two stops, by key',
    async take(hand, page) {
      await shown(hand, page, 'mode=present&tour=overview&stop=2');
      await until(hand, 'stop 2', `document.documentElement.dataset.stop === '2'`);
      const title = `document.querySelector('.stage-title')?.textContent`;
      const before = await hand.ask(title);
      await hand.pageDown();
      await until(hand, 'stop 3', `document.documentElement.dataset.stop === '3'`);
      if ((await hand.ask(title)) === before) throw new Error('the title stays that of the stop before');
      return undefined;
    },
  },
  {
    name: 'print: the sheet, and its paper',
    async take(hand, page) {
      await shown(hand, page, 'view=export');
      await pressButton(hand, '打开打印版面');
      await until(
        hand,
        'the picture on the sheet',
        `[...document.querySelectorAll('.print-sheet img, .print-sheet canvas')].some(({ offsetWidth }) => offsetWidth > 0)`,
      );
      const paper = await hand.paper();
      if (paper === null) return 'the sheet only: its driver prints nothing';
      const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      return pages === 0 ? undefined : `${pages} ${pages === 1 ? 'page' : 'pages'}`;
    },
  },
  {
    name: 'import: a table, drawn, and there again after a reload',
    async take(hand, page) {
      await shown(hand, page, 'map=13.50/22.9329/113.20668&view=data');
      await until(hand, 'the way in', `document.querySelector('.drop-zone input[type="file"]') !== null`);
      await hand.choose('.drop-zone input[type="file"]', POINTS);
      await pressButton(hand, '导入');
      await until(hand, 'the receipt', `document.querySelector('.panel')?.textContent.includes('8 已定位')`);
      await until(hand, 'the rows on the map', OVERLAY);
      await untilColour(hand, SET_SHADES.light.blue, SEEN.rows);
      await hand.reload();
      await until(hand, 'the page after a reload', READY);
      await until(hand, 'the rows after a reload', OVERLAY);
      return undefined;
    },
  },
];

/** What draws the map: a browser without WebGL2 shows the plain one. */
export async function webgl2(hand: Hand): Promise<boolean> {
  return (await hand.ask(`document.createElement('canvas').getContext('webgl2') !== null`)) === true;
}

/** In one language, whatever the browser's own. */
async function shown(hand: Hand, page: string, hash: string): Promise<void> {
  await hand.open(`${page}#lang=zh-Hans&${hash}`);
  await until(hand, 'the map', READY);
}

/** @throws {Error} when it does not come true in time */
async function until(hand: Hand, what: string, expression: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await hand.ask(`Boolean(${expression})`)) !== true) {
    const failed = await hand.ask(`document.querySelector('.boot.is-failed')?.textContent ?? ''`);
    if (failed !== '') throw new Error(`the page says: ${failed}`);
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await pause();
  }
}

const pressButton = (hand: Hand, words: string): Promise<void> =>
  press(
    hand,
    `“${words}”`,
    `[...document.querySelectorAll('button:enabled')].find(({ textContent }) => textContent.trim() === '${words}')`,
  );

/** Clicks the middle of an element, once it is there and stands still: what arrives above it moves it. */
async function press(hand: Hand, what: string, element: string): Promise<void> {
  const at = `((found) => {
    found?.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = found?.getBoundingClientRect() ?? { width: 0 };
    return width > 0 ? [x + width / 2, y + height / 2] : null;
  })(${element})`;
  await until(hand, what, `${at} !== null`);
  for (let before = ''; ; await pause()) {
    const place = String(await hand.ask(at));
    if (place === before && place !== 'null') return clickAt(hand, at);
    before = place;
  }
}

const clickMiddle = (hand: Hand): Promise<void> =>
  clickAt(
    hand,
    `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector('.map').getBoundingClientRect())`,
  );

async function clickAt(hand: Hand, expression: string): Promise<void> {
  const at = await hand.ask(expression);
  if (!Array.isArray(at)) throw new Error('there is nothing to click');
  const [x, y] = at.map(Number);
  await hand.click(x ?? 0, y ?? 0);
}

/** Waits until a share of the pixels that are seen has the colour, give or take what a renderer rounds. */
async function untilColour(hand: Hand, hex: string, share: number): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const png = (await hand.picture()).toString('base64');
    if (Number(await hand.ask(shareOf(png, hex))) >= share) return;
    if (Date.now() > end) throw new Error(`nothing on the map has the colour ${hex}`);
    await pause();
  }
}

const shareOf = (base64: string, hex: string): string => `(async () => {
  const bytes = Uint8Array.from(atob('${base64}'), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const wanted = [1, 3, 5].map((at) => Number.parseInt('${hex}'.slice(at, at + 2), 16));
  let hits = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (wanted.every((channel, c) => Math.abs(data[i + c] - channel) <= 12)) hits += 1;
  }
  return hits / (data.length / 4);
})()`;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
