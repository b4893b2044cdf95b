/** How each page is opened, given rows, and filtered. */
import type { Page } from '@playwright/test';
import { leaveOut, pressAndWait, untick } from './in-page.ts';
import type { PageName, SceneRows } from './options.ts';
import { FILTERED } from './rows.ts';

/** Where the rows are: a file to import, and the same as GeoJSON at an address. */
export interface Given {
  readonly file: string;
  readonly url: string;
  readonly shape: SceneRows['shape'];
}

export interface Subject {
  readonly canvas: string;
  /** Address below the page's own. */
  readonly address: (rows: Given | null) => string;
  /** Hands the rows over; resolves with the milliseconds until all are drawn. */
  readonly bring: (page: Page, rows: Given) => Promise<number>;
  /** Whether the page keeps the rows, so that opening it again shows them. */
  readonly keeps: boolean;
  /** Milliseconds from the change to the frame that shows it. */
  readonly filter: (page: Page, hasRows: boolean) => Promise<number>;
}

/** A preview of a large file takes a while. */
const PATIENCE = 180_000;

const compared = (canvas: string): Subject => ({
  canvas,
  address: (rows) => (rows === null ? '' : `?rows=${encodeURIComponent(rows.url)}`),
  keeps: false,
  bring: (page, { url }) =>
    page.evaluate(async (address) => {
      const start = performance.now();
      await window.bench?.add(address);
      return performance.now() - start;
    }, url),
  filter: (page) => page.evaluate(leaveOut, FILTERED.id),
});

export const SUBJECTS: Record<PageName, Subject> = {
  product: {
    canvas: '.map canvas.maplibregl-canvas',
    address: (rows) => `#map=9.60/23.00000/113.00000&lang=zh-Hans${rows === null ? '' : '&view=data'}`,
    keeps: true,
    async bring(page, { file }) {
      await page.locator('.drop-zone input[type="file"]').setInputFiles(file);
      const go = page.getByRole('button', { name: '导入', exact: true });
      await go.waitFor({ timeout: PATIENCE });
      return go.evaluate(pressAndWait);
    },
    async filter(page, hasRows) {
      if (hasRows) {
        await page.locator('.set-card summary', { hasText: '筛选' }).click();
        await page.locator('.set-filters label').first().waitFor();
      }
      return page.evaluate(untick, { label: FILTERED.nameZh, within: hasRows ? '.set-filters' : '.legend' });
    },
  },
  maplibre: compared('.maplibregl-canvas'),
  echarts: compared('#map canvas'),
};
