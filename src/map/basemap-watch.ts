/** Watches a deployer's basemap: tells its failures from our own, and merges a foreign style under our layers. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { ErrorEvent, MapLibreMap } from 'maplibre-gl';
import { SOURCES } from './layers/index.ts';
import type { Scene } from './scene.ts';

export interface BasemapCallbacks {
  basemapFailed(): void;
  other(message: string): void;
}

const OURS: ReadonlySet<string> = new Set(SOURCES);

export class BasemapWatch {
  readonly #map: MapLibreMap;
  #expected = false;
  /** The style with the basemap in it has loaded. */
  #loaded = false;
  /** A tile of it has come: single tiles may be missing from now on. */
  #alive = false;
  /** False for a style that draws without any source. */
  #needsTiles = false;

  constructor(map: MapLibreMap, callbacks: BasemapCallbacks) {
    this.#map = map;
    map.on('style.load', () => {
      this.#loaded = true;
      this.#needsTiles = Object.keys(map.getStyle().sources).some((id) => !OURS.has(id));
    });
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (tile?.state === 'loaded' && !OURS.has(sourceId)) this.#alive = true;
    });
    map.on('error', (event) => {
      if (!this.#expected || isOurs(event)) callbacks.other(event.error.message);
      else if (!this.#alive) callbacks.basemapFailed();
    });
    // A tile that is not found is no error to MapLibre, and draws no further frame either: while the first tile
    // is awaited, frames go on until all have been answered. A basemap of which nothing is found has failed.
    map.on('render', () => {
      if (this.#awaitsTile) map.triggerRepaint();
    });
    map.on('idle', () => {
      if (this.#awaitsTile) callbacks.basemapFailed();
    });
  }

  get #awaitsTile(): boolean {
    return this.#expected && this.#loaded && this.#needsTiles && !this.#alive;
  }

  expect(base: Scene['base']): void {
    this.#expected = base !== 'thematic';
    this.#loaded = false;
    this.#alive = false;
  }

  /** Loads the style at `url` with our sources and layers on top. */
  load(url: string, ours: StyleSpecification): void {
    this.#map.setStyle(url, { diff: false, transformStyle: (_, theirs) => mergeStyles(theirs, ours) });
  }
}

function isOurs(event: ErrorEvent): boolean {
  return 'sourceId' in event && typeof event.sourceId === 'string' && OURS.has(event.sourceId);
}

/** A foreign style under ours; its ids are prefixed, so that they never meet ours. */
export function mergeStyles(theirs: StyleSpecification, ours: StyleSpecification): StyleSpecification {
  const prefixed = (id: string): string => `base/${id}`;
  const sources = Object.fromEntries(Object.entries(theirs.sources).map(([id, source]) => [prefixed(id), source]));
  const layers = theirs.layers.map((layer) =>
    'source' in layer && typeof layer.source === 'string'
      ? { ...layer, id: prefixed(layer.id), source: prefixed(layer.source) }
      : { ...layer, id: prefixed(layer.id) },
  );
  return { ...theirs, sources: { ...sources, ...ours.sources }, layers: [...layers, ...ours.layers] };
}
