/** Imported sets over the map: one deck.gl overlay, drawn among the map's own layers, and which row is where. */

import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { MapLibreMap } from 'maplibre-gl';
import { MOST_PX } from '../../analysis/column-sizes.ts';
import { rowTest } from '../../analysis/set-rows.ts';
import type { Theme } from '../../domain/colours.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { DRAWN_WHILE_MOVING, isThinned } from '../../domain/set-look.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import { hexagonUnder, sizesOf } from '../../state/imports/set-counts.ts';
import { measureSince } from '../../state/timing.ts';
import type { MapOverlay } from '../map-overlay.ts';
import { ColumnCache } from './columns.ts';
import {
  chosenLayer,
  chosenShapeLayers,
  hexagonLayer,
  isUnplaced,
  type PointCaches,
  pointLayers,
  shapeLayer,
  surfaceLayer,
} from './layers.ts';
import { nearestRow } from './nearest-row.ts';
import { ShapeCache, shapeAt } from './shape-columns.ts';
import { createThinning } from './thinning.ts';
import { unseenLayers } from './unseen-layers.ts';

/** What the overlay shows. */
export interface OverlayScene {
  readonly theme: Theme;
  /** Visible sets, the last on top. */
  readonly sets: readonly ImportedSet[];
  readonly chosen: RowRef | null;
  /** Where the map rests; hexagons are as wide as it says. */
  readonly zoom: number;
}

// A set keeps its columns, whatever happens to the overlay.
const caches = new WeakMap<PointSet, { readonly points: PointCaches; readonly shapes: ShapeCache }>();

function cacheOf(set: PointSet) {
  const cache = caches.get(set) ?? {
    points: { all: new ColumnCache(), few: new ColumnCache(DRAWN_WHILE_MOVING) },
    shapes: new ShapeCache(),
  };
  caches.set(set, cache);
  return cache;
}

interface Drawing {
  /** A large set with few of its points. */
  readonly few: boolean;
  /** A large set part by part; never for a picture. */
  readonly progressive: boolean;
}

function layerOf(
  item: ImportedSet,
  { theme, zoom }: Pick<OverlayScene, 'theme' | 'zoom'>,
  { few, progressive }: Drawing,
): (Layer | null)[] {
  const { set, look } = item;
  switch (look.display) {
    case 'points': {
      const { points, shapes } = cacheOf(set);
      const isFew = few && isThinned(set, look);
      return [
        shapeLayer(item, shapes, theme, { few, pictured: progressive }),
        ...pointLayers(item, points, theme, { isFew, progressive }),
      ];
    }
    case 'hexagons':
      return [hexagonLayer(item, theme, zoom)];
    case 'heat':
      return [surfaceLayer(item, theme)];
  }
}

function chosenLayers(item: ImportedSet, row: number, theme: Theme): Layer[] {
  const shapes = chosenShapeLayers(item, row, theme);
  return shapes.length > 0 ? shapes : [chosenLayer(item, row, theme)];
}

function layersOf({ theme, sets, chosen, zoom }: OverlayScene, drawing: Drawing): Layer[] {
  const ring = sets.find(({ id, look }) => id === chosen?.setId && look.display === 'points');
  return [
    ...sets.flatMap((item) => layerOf(item, { theme, zoom }, drawing)),
    ...(ring === undefined || chosen === null ? [] : chosenLayers(ring, chosen.row, theme)),
  ].filter((layer) => layer !== null);
}

/** What of a set decides which rows are drawn, and how. */
type Shown = Pick<ImportedSet, 'rows' | 'look'>;

const shownOf = ({ sets }: OverlayScene): ReadonlyMap<string, Shown> => new Map(sets.map((item) => [item.id, item]));

/** What has changed of a set that was there before. */
function changeOf(before: Shown | undefined, { rows, look }: Shown): 'filter' | 'restyle' | null {
  if (before === undefined) return null;
  if (before.rows !== rows) return 'filter';
  return before.look === look || before.look.visible !== look.visible ? null : 'restyle';
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
  /** When a filter or a look changed what the next frame shows. */
  let changed: { readonly what: 'filter' | 'restyle'; readonly start: number } | null = null;
  const firstFrame = new Promise<void>((resolve) => {
    drawn = resolve;
  });
  const hasSets = () => scene.peek().sets.length > 0;
  // Of a picture nothing comes later.
  if (still && !hasSets()) drawn();
  const overlay = new MapLibreOverlay({
    interleaved: true,
    layers: [],
    onError: (error) => {
      fail(error.message);
      drawn();
    },
    onAfterRender: () => {
      if (hasSets()) drawn();
      if (changed !== null) measureSince(changed.what, changed.start);
      changed = null;
    },
  });
  map.addControl(overlay);
  const thinning = createThinning(
    () => !still && scene.peek().sets.some(({ set, look }) => isThinned(set, look)),
    () => show(),
  );
  let layers: readonly Layer[] = [];
  const show = () => {
    const isAwaiting = !still && !hasSets();
    layers = isAwaiting ? unseenLayers() : layersOf(scene.peek(), { few: thinning.few(), progressive: !still });
    overlay.setProps({ layers: [...layers] });
  };
  /** Between the map's rest in which layers got a place and the one in which they are drawn there. */
  let placing = false;
  // At rest the style has nothing to load any more: what was left over all else gets its place.
  const place = () => {
    placing = map.isStyleLoaded() === true && layers.some((layer) => isUnplaced(layer, map));
    if (placing) show();
  };
  map.on('idle', place);
  let before = shownOf(scene.peek());
  const stop = effect(() => {
    const start = performance.now();
    const shown = shownOf(scene.value);
    const [what] = [...shown].flatMap(([id, now]) => changeOf(before.get(id), now) ?? []);
    if (what !== undefined) {
      changed ??= { what, start };
      thinning.changed();
    }
    before = shown;
    show();
  });
  const [start, end] = [() => thinning.moved(true), () => thinning.moved(false)];
  map.on('movestart', start);
  map.on('moveend', end);
  const mark = document.documentElement.dataset;
  void firstFrame.then(() => {
    const atRest = () => {
      // What has just got its place is drawn there with the next frame.
      if (placing) map.once('idle', atRest);
      else if (!removed) mark['overlay'] = '1';
    };
    // Mostly the frame that has just been drawn is all: another would cost as much and show the same.
    placing = layers.some((layer) => isUnplaced(layer, map));
    if (!placing && map.loaded() && !map.isMoving()) atRest();
    else {
      map.once('idle', atRest);
      map.triggerRepaint();
    }
  });
  return {
    drawn: firstFrame,
    rowAt({ x, y }, reach) {
      const { sets } = scene.peek();
      for (const item of [...sets].reverse()) {
        if (item.look.display !== 'points') continue;
        const px = sizesOf(item.set, item.look)?.px;
        const half = reach + (px === undefined ? item.look.size : MOST_PX) / 2;
        const at = map.unproject([x, y]);
        const corner = map.unproject([x + half, y + half]);
        const [dLng, dLat] = [Math.abs(corner.lng - at.lng), Math.abs(corner.lat - at.lat)];
        const passes = rowTest(item.set, item.filter);
        const { geometries, positions } = item.set;
        const beside = (reach + item.look.size / 2) / half;
        // Of points of many sizes, one counts as far as it reaches itself.
        const reaches = (each: number) =>
          passes(each) &&
          (px === undefined ||
            half *
              Math.hypot(
                ((positions[2 * each] ?? 0) - at.lng) / dLng,
                ((positions[2 * each + 1] ?? 0) - at.lat) / dLat,
              ) <=
              reach + (px[each] ?? 0) / 2);
        const row =
          nearestRow(item.set, at.lng, at.lat, dLng, dLat, reaches) ??
          (geometries === undefined ? null : shapeAt(geometries, at.lng, at.lat, dLng * beside, dLat * beside, passes));
        if (row !== null) return { setId: item.id, row };
      }
      return null;
    },
    hexagonAt({ x, y }) {
      const { lng, lat } = map.unproject([x, y]);
      const { sets, zoom } = scene.peek();
      return hexagonUnder(sets, zoom, [lng, lat]);
    },
    remove() {
      removed = true;
      stop();
      thinning.stop();
      map.off('idle', place);
      map.off('movestart', start);
      map.off('moveend', end);
      delete mark['overlay'];
      map.removeControl(overlay);
    },
  };
}
