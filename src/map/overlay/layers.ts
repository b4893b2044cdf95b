/** The layers of one imported set: points, hexagons or a density, and the ring around the chosen row. */
import type { Layer } from '@deck.gl/core';
import { DataFilterExtension } from '@deck.gl/extensions';
import { BitmapLayer, PathLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Position } from 'geojson';
import { paintSurface } from '../../analysis/density-surface.ts';
import type { Hexagon } from '../../analysis/hexagon-classes.ts';
import { BASE_COLOURS } from '../../domain/base-colours.ts';
import type { Theme } from '../../domain/colours.ts';
import { REST_COLOUR } from '../../domain/column-look.ts';
import { partsAt } from '../../domain/geometries.ts';
import { COUNT_RAMP, FILL_OPACITY, opacityOf } from '../../domain/set-look.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { hexagonsOf, sizesOf, surfaceOf } from '../../state/imports/set-counts.ts';
import { AreaListLayer } from './area-list-layer.ts';
import { type ColumnCache, rgb, rowHatches } from './columns.ts';
import { type PointColumns, PointListLayer } from './point-list-layer.ts';
import type { ShapeCache } from './shape-columns.ts';

/** Points stand beneath the symbols and names of the register and their own names; areas beneath every name. */
export const BENEATH = { points: 'own-labels', areas: 'stations' } as const;

export const filtering = new DataFilterExtension({ filterSize: 1 });

interface Placed {
  beforeId?: string;
}

/** How deck.gl names the places of its layers among the map's own. */
const PLACE = 'deck-maplibre-layer-group-before:';

/**
 * Whether a layer has no place among the map's own, though the map is there: deck.gl gives it none while the style is
 * still loading, and lays it over all else until something changes.
 */
export function isUnplaced(layer: Layer, map: { getLayer(id: string): unknown }): boolean {
  if (!('beforeId' in layer.props) || typeof layer.props.beforeId !== 'string') return false;
  const { beforeId } = layer.props;
  return map.getLayer(beforeId) !== undefined && map.getLayer(`${PLACE}${beforeId}`) === undefined;
}

function ring(theme: Theme): readonly [number, number, number] {
  const [r, g, b] = rgb(BASE_COLOURS[theme].halo);
  return [r / 255, g / 255, b / 255];
}

/** Columns of a set as it is drawn at rest, and of the few of its points that are drawn until then. */
export interface PointCaches {
  readonly all: ColumnCache;
  readonly few: ColumnCache;
}

/**
 * The points of a set. While few are drawn, those that were drawn at rest stay where they are in the graphics' memory:
 * to take a million there again takes longer than a frame.
 *
 * @param progressive part by part, for a map that is looked at
 */
export function pointLayers(
  item: ImportedSet,
  { all, few }: PointCaches,
  theme: Theme,
  { isFew, progressive }: { readonly isFew: boolean; readonly progressive: boolean },
): Layer[] {
  const { set, rows, look } = item;
  if (!isFew) return [pointLayer(item, `set-${item.id}`, all.of(set, rows, look, theme), theme, { progressive })];
  const waiting = all.last(set);
  return [
    pointLayer(item, `few-${item.id}`, few.of(set, rows, look, theme), theme, {}),
    ...(waiting === null ? [] : [pointLayer(item, `set-${item.id}`, waiting, theme, { progressive, visible: false })]),
  ];
}

function pointLayer(
  { set, look }: ImportedSet,
  id: string,
  data: PointColumns,
  theme: Theme,
  more: { readonly progressive?: boolean; readonly visible?: boolean },
): Layer {
  return new PointListLayer({
    id,
    data,
    pointSize: look.size,
    ringColor: ring(theme),
    ringWidth: look.size > 4 || sizesOf(set, look) !== null ? 1 : 0,
    wholeOpacity: opacityOf(look),
    ...more,
    beforeId: BENEATH.points,
    extensions: [filtering],
    filterRange: [0.5, 1.5],
  });
}

/**
 * Lines and areas of a set, beneath every name; null where all of its rows are points.
 *
 * @param pictured many of them kept as a picture at rest, for a map that is looked at
 */
export function shapeLayer(
  item: ImportedSet,
  cache: ShapeCache,
  theme: Theme,
  { few, pictured }: { readonly few: boolean; readonly pictured: boolean },
): Layer | null {
  const { id, set, rows, look } = item;
  const data = cache.of(set, rows, look, theme);
  if (data === null) return null;
  const hatch = rowHatches(set, look);
  return new AreaListLayer({
    id: `shapes-${id}`,
    data,
    fillOpacity: FILL_OPACITY[theme],
    wholeOpacity: opacityOf(look),
    hatch: typeof hatch === 'number' ? hatch : 0,
    drawFew: few,
    pictured,
    beforeId: BENEATH.areas,
  });
}

/** The rim of one line or area, set off from all others; none where the row is a point. */
export function chosenShapeLayers({ set }: ImportedSet, row: number, theme: Theme): Layer[] {
  const lines = set.geometries === undefined ? [] : partsAt(set.geometries, row).flat();
  if (lines.length === 0) return [];
  const { accent, halo } = BASE_COLOURS[theme];
  const casing = (colour: string, width: number) =>
    new PathLayer<readonly Position[], Placed>({
      id: `chosen-shape-${width}`,
      data: lines,
      getPath: (line) => line.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]),
      getColor: [...rgb(colour)],
      getWidth: width,
      widthUnits: 'pixels',
      jointRounded: true,
      beforeId: BENEATH.points,
    });
  return [casing(halo, 6), casing(accent, 3)];
}

export function hexagonLayer(item: ImportedSet, theme: Theme, zoom: number): Layer {
  const ramp = COUNT_RAMP[theme];
  const alpha = Math.round(190 * opacityOf(item.look));
  return new SolidPolygonLayer<Hexagon, Placed>({
    id: `hexagons-${item.id}`,
    data: hexagonsOf(item, zoom).hexagons,
    getPolygon: ({ ring: corners }) => corners.map(([lng, lat]): [number, number] => [lng, lat]),
    getFillColor: ({ level }) => [...((level === null ? undefined : ramp[level]) ?? REST_COLOUR[theme]), alpha],
    updateTriggers: { getFillColor: [theme, alpha] },
    beforeId: BENEATH.areas,
  });
}

/** Null where no row is known closely enough. */
export function surfaceLayer(item: ImportedSet, theme: Theme): Layer | null {
  const surface = surfaceOf(item);
  if (surface === null) return null;
  const { width, height, bounds } = surface;
  return new BitmapLayer<Placed>({
    id: `density-${item.id}`,
    image: pictureOf(surface, theme),
    bounds: [...bounds],
    // The picture's own strength is in its pixels; deck.gl takes the power of 1/2.2 of what it is given.
    opacity: opacityOf(item.look) ** 2.2,
    beforeId: BENEATH.areas,
    textureParameters: { minFilter: 'linear', magFilter: 'linear' },
    updateTriggers: { image: [theme, width, height] },
  });
}

const pictures = new WeakMap<object, Map<Theme, ImageData>>();

function pictureOf(surface: NonNullable<ReturnType<typeof surfaceOf>>, theme: Theme): ImageData {
  const byTheme = pictures.get(surface) ?? new Map<Theme, ImageData>();
  pictures.set(surface, byTheme);
  const known =
    byTheme.get(theme) ?? new ImageData(paintSurface(surface, COUNT_RAMP[theme]), surface.width, surface.height);
  byTheme.set(theme, known);
  return known;
}

/** A ring that sets one row off from all others. */
export function chosenLayer(item: ImportedSet, row: number, theme: Theme): Layer {
  const { set, look } = item;
  const accent = rgb(BASE_COLOURS[theme].accent);
  return new PointListLayer({
    id: 'chosen-row',
    data: {
      length: 1,
      attributes: {
        getPosition: { value: set.positions.slice(2 * row, 2 * row + 2), size: 2 },
        getColor: { value: Uint8Array.from([...rgb(BASE_COLOURS[theme].halo), 255]), size: 4, normalized: true },
        getFilterValue: { value: Float32Array.of(1), size: 1 },
      },
    },
    pointSize: (sizesOf(set, look)?.px[row] ?? look.size) + 4,
    ringColor: [accent[0] / 255, accent[1] / 255, accent[2] / 255],
    ringWidth: 3,
    beforeId: BENEATH.points,
  });
}
