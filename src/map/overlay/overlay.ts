/** Imported sets over the map: one deck.gl overlay, drawn among the map's own layers, and which row is where. */

import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { MapLibreMap } from 'maplibre-gl';
import { rowTest } from '../../analysis/set-rows.ts';
import type { Theme } from '../../domain/colours.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { DRAWN_WHILE_MOVING, isThinned } from '../../domain/set-look.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import { measureSince } from '../../state/timing.ts';
import type { MapOverlay } from '../map-overlay.ts';
import { ColumnCache } from './columns.ts';
import { chosenLayer, hexagonLayer, pointLayer, surfaceLayer } from './layers.ts';
import { nearestRow } from './nearest-row.ts';
import { createThinning } from './thinning.ts';

/** What the overlay shows. */
export interface OverlayScene {
  readonly theme: Theme;
  /** Visible sets, the last on top. */
  readonly sets: readonly ImportedSet[];
  readonly chosen: RowRef | null;
}

// A set keeps its columns, whatever happens to the overlay.
const caches = new WeakMap<PointSet, ColumnCache>();

function cacheOf(set: PointSet): ColumnCache {
  const cache = caches.get(set) ?? new ColumnCache();
  caches.set(set, cache);
  return cache;
}

function layerOf(item: ImportedSet, theme: Theme, few: boolean): Layer | null {
  const { set, look } = item;
  switch (look.display) {
    case 'points':
      return pointLayer(item, cacheOf(set), theme, few && isThinned(set, look) ? DRAWN_WHILE_MOVING : set.count);
    case 'hexagons':
      return hexagonLayer(item, theme);
    case 'heat':
      return surfaceLayer(item, theme);
  }
}

function layersOf({ theme, sets, chosen }: OverlayScene, few: boolean): Layer[] {
  const ring = sets.find(({ id, look }) => id === chosen?.setId && look.display === 'points');
  return [
    ...sets.map((item) => layerOf(item, theme, few)),
    ring === undefined || chosen === null ? null : chosenLayer(ring, chosen.row, theme),
  ].filter((layer) => layer !== null);
}

/** Rows that pass, by set. */
function rowsOf({ sets }: OverlayScene): ReadonlyMap<string, Uint32Array | undefined> {
  return new Map(sets.map(({ id, rows }) => [id, rows]));
}

/** Adds the overlay to a map that has loaded; `fail` hears what deck.gl could not draw. A still map shows every row. */
export function createOverlay(
  map: MapLibreMap,
  scene: ReadonlySignal<OverlayScene>,
  fail: (reason: string) => void,
  still: boolean,
): MapOverlay {
  let removed = false;
  let drawn: () => void = () => undefined;
  /** When a filter changed what the next frame shows. */
  let changed: number | null = null;
  const firstFrame = new Promise<void>((resolve) => {
    drawn = resolve;
  });
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onError: (error) => {
      fail(error.message);
      drawn();
    },
    onAfterRender: () => {
      drawn();
      if (changed !== null) measureSince('filter', changed);
      changed = null;
    },
  });
  map.addControl(overlay);
  const thinning = createThinning(
    () => !still && scene.peek().sets.some(({ set, look }) => isThinned(set, look)),
    () => show(),
  );
  const show = () => overlay.setProps({ layers: layersOf(scene.peek(), thinning.few()) });
  let filtered = rowsOf(scene.peek());
  const stop = effect(() => {
    const start = performance.now();
    const rows = rowsOf(scene.value);
    if ([...rows].some(([id, passing]) => filtered.has(id) && filtered.get(id) !== passing)) {
      changed ??= start;
      thinning.filtered();
    }
    filtered = rows;
    show();
  });
  const [start, end] = [() => thinning.moved(true), () => thinning.moved(false)];
  map.on('movestart', start);
  map.on('moveend', end);
  const mark = document.documentElement.dataset;
  void firstFrame.then(() => {
    map.once('idle', () => {
      if (!removed) mark['overlay'] = '1';
    });
    map.triggerRepaint();
  });
  return {
    drawn: firstFrame,
    rowAt({ x, y }, reach) {
      const { sets } = scene.peek();
      for (const item of [...sets].reverse()) {
        if (item.look.display !== 'points') continue;
        const half = reach + item.look.size / 2;
        const at = map.unproject([x, y]);
        const corner = map.unproject([x + half, y + half]);
        const [dLng, dLat] = [Math.abs(corner.lng - at.lng), Math.abs(corner.lat - at.lat)];
        const row = nearestRow(item.set, at.lng, at.lat, dLng, dLat, rowTest(item.set, item.filter));
        if (row !== null) return { setId: item.id, row };
      }
      return null;
    },
    remove() {
      removed = true;
      stop();
      thinning.stop();
      map.off('movestart', start);
      map.off('moveend', end);
      delete mark['overlay'];
      map.removeControl(overlay);
    },
  };
}
