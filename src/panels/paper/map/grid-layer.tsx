/** Coordinates over a map on paper, and their labels in the strip around it. */
import type { GridMarks, Mm } from './coordinate-grid.ts';
import type { Extent } from './true-scale.ts';

/** Width of the strip around the map that holds the labels, mm. */
export const LABEL_STRIP = 4.5;
const TEXT = 2.3;

export interface GridShown {
  readonly marks: GridMarks;
  /** Lines right over the map; else crosses where they would meet. */
  readonly lines: boolean;
}

const pathOf = (strokes: readonly (readonly Mm[])[]): string =>
  strokes.map((points) => `M${points.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}`).join('');

export function GridLayer({ size: { width, height }, grid }: { readonly size: Extent; readonly grid: GridShown }) {
  const { marks, lines } = grid;
  const strip = LABEL_STRIP;
  return (
    <>
      <svg class="print-grid" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <path d={pathOf(marks.ticks)} />
        <path d={pathOf(lines ? marks.lines : marks.crosses)} class={lines ? 'is-line' : undefined} />
      </svg>
      <svg
        class="print-grid-labels"
        viewBox={`${-strip} ${-strip} ${width + 2 * strip} ${height + 2 * strip}`}
        aria-hidden="true"
        focusable="false"
      >
        {marks.labels.map(({ side, at, text }) => (
          <text
            key={`${side}-${at}`}
            transform={
              side === 'top' || side === 'bottom'
                ? `translate(${at} ${side === 'top' ? -1.3 : height + 1.2 + 0.75 * TEXT})`
                : `translate(${side === 'left' ? -1.3 : width + 1.3 + 0.75 * TEXT} ${at})rotate(-90)`
            }
            font-size={TEXT}
            text-anchor="middle"
          >
            {text}
          </text>
        ))}
      </svg>
    </>
  );
}
