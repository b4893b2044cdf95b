/** The map's side of pointing at rows: which one is where comes from the overlay, what follows from whoever listens. */
import type { RowInteraction } from './interaction.ts';
import type { MapOverlay } from './map-overlay.ts';
import type { MapCallbacks } from './map-view-options.ts';

export function rowInteraction(
  callbacks: MapCallbacks,
  overlay: () => MapOverlay | null,
  quiet: () => boolean,
): RowInteraction {
  return {
    rowAt: (point, reach) => overlay()?.rowAt(point, reach) ?? null,
    hexagonAt: (point) => overlay()?.hexagonAt(point) ?? null,
    rowOn: (place) => callbacks.rowOn?.(place) ?? null,
    onRow: (row) => callbacks.onRow?.(row),
    onRowHover: (row, at) => callbacks.onRowHover?.(row, at),
    quiet,
  };
}
