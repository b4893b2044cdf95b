/** What the bench asks of a page that the product is compared with. */
export interface BenchPage {
  /** Draws the rows of a GeoJSON file of points; resolves when all are on screen. */
  add(url: string): Promise<void>;
  /** Leaves out one industrial cluster; resolves when that is on screen. */
  filter(cluster: string): Promise<void>;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}

/** File of rows that the page is opened with; null for the register alone. */
export const rowsAtStart = new URLSearchParams(location.search).get('rows');

/** The map as it stands when it is opened: the whole city. */
export const START = { lng: 113, lat: 23, zoom: 9.6 } as const;
export const BLUE = '#1257c9';

/** Everything that was asked for is on screen. */
export function ready(): void {
  performance.mark('ready');
  document.documentElement.dataset['ready'] = '1';
}
