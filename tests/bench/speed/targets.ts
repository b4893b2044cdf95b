/** What the product has to reach on software WebGL, and whether it does. */
import type { Figure } from './measure.ts';
import type { PageName, Scene } from './options.ts';
import { medianOf, type Results } from './summary.ts';

interface Target {
  readonly what: string;
  readonly scene: Scene;
  readonly figure: Figure;
  readonly most: number;
  /** As a share of what this page takes; an absolute figure where absent. */
  readonly of?: { readonly page: PageName; readonly figure: Figure };
}

const maplibre = (figure: Figure): Target['of'] => ({ page: 'maplibre', figure });

const echarts: Target['of'] = { page: 'echarts', figure: 'sitesDrawnMs' };

const TARGETS: readonly Target[] = [
  {
    what: 'the city with its sites on screen',
    scene: 'register',
    figure: 'pictureMs',
    most: 0.6,
    of: { page: 'echarts', figure: 'pictureMs' },
  },
  { what: 'ready', scene: 'register', figure: 'readyMs', most: 1.1, of: maplibre('readyMs') },
  {
    what: 'shell with the list',
    scene: 'register',
    figure: 'listMs',
    most: 0.6,
    of: echarts,
  },
  {
    what: 'long tasks while loading',
    scene: 'register',
    figure: 'loadLongTasksMs',
    most: 1,
    of: maplibre('loadLongTasksMs'),
  },
  { what: 'JS until ready', scene: 'register', figure: 'jsKiB', most: 385 },
  { what: 'legend click to its frame', scene: 'register', figure: 'filterMs', most: 0.4, of: maplibre('filterMs') },
  { what: 'frame while moving', scene: 'register', figure: 'frameMs', most: 1.15, of: maplibre('frameMs') },
  { what: 'the worst of them', scene: 'register', figure: 'frameWorstMs', most: 1.5, of: maplibre('frameWorstMs') },
  { what: 'phone-like: tap on a site to its panel, ms', scene: 'register', figure: 'tapMs', most: 200 },
  { what: '10k drawn', scene: '10k', figure: 'rowsDrawnMs', most: 0.9, of: maplibre('rowsDrawnMs') },
  { what: '10k reopened', scene: '10k', figure: 'reopenedMs', most: 1.1, of: maplibre('reopenedMs') },
  { what: '10k frame', scene: '10k', figure: 'frameMs', most: 1.15, of: maplibre('frameMs') },
  { what: '10k filter', scene: '10k', figure: 'filterMs', most: 0.5, of: maplibre('filterMs') },
  { what: '100k drawn', scene: '100k', figure: 'rowsDrawnMs', most: 0.8, of: maplibre('rowsDrawnMs') },
  { what: '100k reopened', scene: '100k', figure: 'reopenedMs', most: 0.8, of: maplibre('reopenedMs') },
  { what: '100k frame', scene: '100k', figure: 'frameMs', most: 0.9, of: maplibre('frameMs') },
  { what: '100k filter', scene: '100k', figure: 'filterMs', most: 0.3, of: maplibre('filterMs') },
  { what: '20k parcels drawn', scene: 'parcels-20k', figure: 'rowsDrawnMs', most: 0.8, of: maplibre('rowsDrawnMs') },
  { what: '100k parcels drawn', scene: 'parcels-100k', figure: 'rowsDrawnMs', most: 0.8, of: maplibre('rowsDrawnMs') },
  {
    what: '20k parcels, added to a frame',
    scene: 'parcels-20k',
    figure: 'addedFrameMs',
    most: 1.1,
    of: maplibre('addedFrameMs'),
  },
  {
    what: '100k parcels, added to a frame',
    scene: 'parcels-100k',
    figure: 'addedFrameMs',
    most: 0.8,
    of: maplibre('addedFrameMs'),
  },
  { what: '1m drawn', scene: '1m', figure: 'rowsDrawnMs', most: 15_000 },
  { what: '1m frame', scene: '1m', figure: 'frameMs', most: 1200 },
  { what: '1m filter', scene: '1m', figure: 'filterMs', most: 600 },
  { what: '1m hit test', scene: '1m', figure: 'hitMs', most: 30 },
  { what: '1m heap', scene: '1m', figure: 'heapMB', most: 200 },
];

/** One line for each target that was measured. */
export function judge(results: Results): string[] {
  return TARGETS.flatMap(({ what, scene, figure, most, of }) => {
    const own = medianOf(results, scene, 'product', figure);
    const other = of === undefined ? 1 : medianOf(results, scene, of.page, of.figure);
    if (own === null || other === null) return [];
    const value = own / other;
    const shown = value.toFixed(value < 10 ? 2 : 0);
    return [
      `${value <= most ? 'met   ' : 'MISSED'} ${what}: ${shown}, at most ${most}${of === undefined ? '' : ` × ${of.page}`}`,
    ];
  });
}
