/** Makes a MapLibre map as ours are, without anything of its own on it, and has it answer pointer and keys. */
import { MapLibreMap } from 'maplibre-gl';
import { MAX_BOUNDS, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import { addImage, imageDensity } from './images.ts';
import { centreOf, type InteractionCallbacks, interact } from './interaction.ts';
import type { MapOverlay } from './map-overlay.ts';
import type { MapCallbacks, MapViewOptions } from './map-view-options.ts';
import { PlacePicker } from './placing.ts';
import { rowInteraction } from './row-interaction.ts';

/** @param title as assistive technology says it */
export function newMap(container: HTMLElement, title: string, still: MapViewOptions['still'] | null): MapLibreMap {
  const map = new MapLibreMap({
    container,
    attributionControl: false,
    fadeDuration: 0,
    maxBounds: [...MAX_BOUNDS],
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxPitch: 45,
    renderWorldCopies: false,
    bounds: [...MAX_BOUNDS],
    locale: { 'Map.Title': title },
    ...(still ? { pixelRatio: still.pixelRatio, maxCanvasSize: [8192, 8192], interactive: false } : {}),
  });
  map.setMissingStyleImageResolver((id) => addImage(map, id, imageDensity(still?.pixelRatio ?? null)));
  return map;
}

interface Answering {
  readonly crosshair: HTMLElement;
  readonly callbacks: MapCallbacks;
  isDrawing(): boolean;
  drawn: Parameters<typeof interact>[3];
  overlay(): MapOverlay | null;
}

/** Has the map answer pointer and keys: what is there, or the place that is asked for. */
export function answerHands(
  map: MapLibreMap,
  { crosshair, callbacks, isDrawing, drawn, overlay }: Answering,
): PlacePicker {
  const { onHover, onSelect } = callbacks;
  const picker = new PlacePicker(
    map,
    () => centreOf(map),
    (position) => callbacks.onPlace?.(position),
  );
  const isTaken = (): boolean => picker.active || isDrawing();
  const select: InteractionCallbacks['onSelect'] = (target) => {
    if (!isTaken()) onSelect(target);
  };
  // Cards would stand over what is being drawn.
  const hover: InteractionCallbacks['onHover'] = (id, at) => onHover(isDrawing() ? null : id, at);
  interact(map, crosshair, { onHover: hover, onSelect: select }, drawn, rowInteraction(callbacks, overlay, isTaken));
  return picker;
}
