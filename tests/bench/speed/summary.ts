/** Runs to medians, ratios and a table. */
import { FIGURES, type Figure, type Run } from './measure.ts';
import type { PageName, Scene } from './options.ts';

export interface Middle {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}
export type Summary = Partial<Record<Figure, Middle>>;
/** What a page did in a scene, or why it did not. */
export type Outcome = { readonly runs: readonly Run[]; readonly summary: Summary } | { readonly failed: string };
export type Results = Partial<Record<Scene, Partial<Record<PageName, Outcome>>>>;

export function summarise(runs: readonly Run[]): Summary {
  const pairs = FIGURES.flatMap((figure): [Figure, Middle][] => {
    const values = runs
      .flatMap((run) => run[figure] ?? [])
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const [least, median, most] = [values[0], values[Math.floor(values.length / 2)], values.at(-1)];
    return least === undefined || median === undefined || most === undefined ? [] : [[figure, { median, least, most }]];
  });
  return Object.fromEntries(pairs);
}

/** Median of a figure; null where the page has none. */
export function medianOf(results: Results, scene: Scene, page: PageName, figure: Figure): number | null {
  const outcome = results[scene]?.[page];
  return outcome === undefined || 'failed' in outcome ? null : (outcome.summary[figure]?.median ?? null);
}

/** A Markdown table of one scene: median, least to most in brackets, and the product's share of the others'. */
export function tableOf(scene: Scene, results: Results): string {
  const outcomes = results[scene] ?? {};
  const lines = FIGURES.flatMap((figure) => {
    const cells = (['product', 'maplibre', 'echarts'] as const).map((page) => cell(outcomes[page], figure));
    if (cells.every((text) => text === '')) return [];
    const own = medianOf(results, scene, 'product', figure);
    const ratios = (['maplibre', 'echarts'] as const).map((page) => {
      const other = medianOf(results, scene, page, figure);
      return own === null || other === null || other === 0 ? '' : (own / other).toFixed(2);
    });
    return [`| ${[figure, ...cells, ...ratios].join(' | ')} |`];
  });
  const failures = Object.entries(outcomes).flatMap(([page, outcome]) =>
    'failed' in outcome ? [`${page}: ${outcome.failed}`] : [],
  );
  return [
    `### ${scene}`,
    '',
    '| figure | product | MapLibre | ECharts | ÷ MapLibre | ÷ ECharts |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    ...(failures.length > 0 ? ['', ...failures] : []),
    '',
  ].join('\n');
}

function cell(outcome: Outcome | undefined, figure: Figure): string {
  if (outcome === undefined) return '';
  if ('failed' in outcome) return '—';
  const middle = outcome.summary[figure];
  if (middle === undefined) return '';
  const { median, least, most } = middle;
  return `${short(median)} (${short(least)}–${short(most)})`;
}

const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
