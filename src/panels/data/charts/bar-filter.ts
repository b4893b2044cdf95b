/** The filter on a column that a choice of bars makes, and which bars a filter has chosen. Pure. */
import type { Bar, BarKind } from '../../../analysis/column-chart.ts';
import type { ColumnFilter } from '../../../domain/column-filter.ts';

/** The bars from one to another, whichever comes first; null where none is chosen. */
export function filterOfBars(
  kind: BarKind,
  column: string,
  bars: readonly Bar[],
  chosen: readonly number[],
): ColumnFilter | null {
  const picked = [...chosen].sort((a, b) => a - b).flatMap((at) => bars[at] ?? []);
  const [first, last] = [picked[0], picked.at(-1)];
  if (first === undefined || last === undefined) return null;
  switch (kind) {
    case 'number':
      return { kind, column, from: first.from, to: last.to, blank: false };
    case 'date':
      return { kind, column, from: first.text, to: last.text, blank: false };
    case 'category':
      return { kind, column, values: picked.map(({ text }) => text) };
  }
}

/** Bars that the filter on their column lets through whole; none where it was made otherwise. */
export function chosenBars(kind: BarKind, bars: readonly Bar[], filter: ColumnFilter | undefined): ReadonlySet<number> {
  const where = (passes: (bar: Bar) => boolean) => new Set(bars.flatMap((bar, at) => (passes(bar) ? [at] : [])));
  if (filter === undefined || filter.kind !== kind) return new Set();
  switch (filter.kind) {
    case 'number': {
      const { from, to } = filter;
      if (from === null && to === null) return new Set();
      return where((bar) => bar.from >= (from ?? -Infinity) && bar.to <= (to ?? Infinity));
    }
    case 'date': {
      const { from, to } = filter;
      if (from === '' && to === '') return new Set();
      return where(({ text }) => text >= from && (to === '' || text <= to));
    }
    case 'category':
      return where(({ text }) => filter.values.includes(text));
  }
}

/** Filters with the one on `column` put in the place of what was there; null takes it away. */
export function withFilter(
  filters: readonly ColumnFilter[],
  column: string,
  next: ColumnFilter | null,
): readonly ColumnFilter[] {
  const at = filters.findIndex((each) => each.column === column);
  if (next === null) return filters.filter((each) => each.column !== column);
  return at < 0 ? [...filters, next] : filters.map((each, i) => (i === at ? next : each));
}
