/** Watches a deployer's basemap: tells its failures from our own, and merges a foreign style under our layers. */
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { MapLibreMap } from 'maplibre-gl';
import {
  failureOfStatus,
  ServiceError,
  type ServiceFailure,
  type ServiceFailureReason,
} from '../domain/services/failure.ts';
import { urlOf } from '../domain/web-url.ts';
import { SOURCES } from './layers/index.ts';
import type { Scene } from './scene.ts';

export interface BasemapCallbacks {
  basemapFailed(failure: ServiceFailure): void;
  other(message: string): void;
}

const OURS: ReadonlySet<string> = new Set(SOURCES);
/** A base map of which nothing has come by then is too slow to work with. */
export const SLOW_MS = 20_000;
/** So many refusals in a row of one that has been drawing: its key is spent, or was taken back. */
export const REFUSALS = 6;

/** The part of a map that is watched. */
export interface Watched {
  on(what: 'sourcedata', listener: (event: { sourceId: string; tile?: { state: string } }) => void): unknown;
  on(what: 'error', listener: (event: Failing) => void): unknown;
  on(what: 'style.load' | 'render' | 'idle' | 'remove', listener: () => void): unknown;
  getStyle(): { readonly sources: Readonly<Record<string, unknown>> };
  setStyle(...given: Parameters<MapLibreMap['setStyle']>): unknown;
  triggerRepaint(): void;
}

interface Failing {
  readonly error: { readonly message: string };
  readonly sourceId?: string;
}

export class BasemapWatch {
  readonly #map: Watched;
  readonly #callbacks: BasemapCallbacks;
  #expected = false;
  /** The style with the basemap in it has loaded. */
  #loaded = false;
  /** A tile of it has come: single tiles may be missing from now on. */
  #alive = false;
  /** False for a style that draws without any source. */
  #needsTiles = false;
  #refusals = 0;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(map: Watched, callbacks: BasemapCallbacks) {
    this.#map = map;
    this.#callbacks = callbacks;
    map.on('style.load', () => {
      this.#loaded = true;
      this.#needsTiles = Object.keys(map.getStyle().sources).some((id) => !OURS.has(id));
    });
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (tile?.state !== 'loaded' || OURS.has(sourceId)) return;
      this.#alive = true;
      this.#refusals = 0;
    });
    map.on('error', (event) => {
      if (!this.#expected || isOurs(event)) callbacks.other(event.error.message);
      else this.#failed(failureOf(event.error));
    });
    // A tile that is not found is no error to MapLibre, and draws no further frame either: while the first tile
    // is awaited, frames go on until all have been answered. A basemap of which nothing is found has failed.
    map.on('render', () => {
      if (this.#awaitsTile) map.triggerRepaint();
    });
    map.on('idle', () => {
      if (this.#awaitsTile) this.#giveUp(without('missing'));
    });
    map.on('remove', () => clearTimeout(this.#slow));
  }

  get #awaitsTile(): boolean {
    return this.#expected && this.#loaded && this.#needsTiles && !this.#alive;
  }

  expect(base: Scene['base']): void {
    this.#expected = base !== 'thematic';
    this.#loaded = false;
    this.#alive = false;
    this.#refusals = 0;
    clearTimeout(this.#slow);
    if (this.#expected) this.#waitFor();
  }

  /** Loads the style at `url` with our sources and layers on top. */
  load(url: string, ours: StyleSpecification): void {
    this.#map.setStyle(url, { diff: false, transformStyle: (_, theirs) => mergeStyles(theirs, ours) });
  }

  #waitFor(): void {
    this.#slow = setTimeout(() => {
      // A page that nobody sees draws nothing, so nothing is late.
      if (document.hidden) this.#waitFor();
      else if (this.#awaitsTile || (this.#expected && !this.#loaded)) this.#giveUp(without('slow'));
    }, SLOW_MS);
  }

  #failed(failure: ServiceFailure): void {
    if (failure.reason === 'refused' || failure.reason === 'spent') this.#refusals += 1;
    if (!this.#alive || this.#refusals >= REFUSALS) this.#giveUp(failure);
  }

  #giveUp(failure: ServiceFailure): void {
    clearTimeout(this.#slow);
    this.#callbacks.basemapFailed(failure);
  }
}

const without = (reason: ServiceFailureReason): ServiceFailure => ({ reason, host: '', status: 0, said: '' });

/** What MapLibre's own requests and ours say alike. */
export function failureOf(error: { readonly message: string }): ServiceFailure {
  if (error instanceof ServiceError) return error.failure;
  const status: unknown = Reflect.get(error, 'status');
  const url: unknown = Reflect.get(error, 'url');
  const host = typeof url === 'string' ? (urlOf(url)?.host ?? '') : '';
  // The only error without a status is a picture that cannot be read, or a style that is none.
  if (typeof status !== 'number') return { ...without('no-picture'), said: error.message };
  return { reason: status === 0 ? 'unreachable' : (failureOfStatus(status) ?? 'no-picture'), host, status, said: '' };
}

function isOurs({ sourceId }: Failing): boolean {
  return sourceId !== undefined && OURS.has(sourceId);
}

/**
 * A foreign style under ours; its ids are prefixed, so that they never meet ours. A globe is shown flat: what lies over
 * it, own sets and pictures of the map are all in Web Mercator.
 */
export function mergeStyles(
  { projection: _, ...theirs }: StyleSpecification,
  ours: StyleSpecification,
): StyleSpecification {
  const prefixed = (id: string): string => `base/${id}`;
  const sources = Object.fromEntries(Object.entries(theirs.sources).map(([id, source]) => [prefixed(id), source]));
  const layers = theirs.layers.map((layer) =>
    'source' in layer && typeof layer.source === 'string'
      ? { ...layer, id: prefixed(layer.id), source: prefixed(layer.source) }
      : { ...layer, id: prefixed(layer.id) },
  );
  return { ...theirs, sources: { ...sources, ...ours.sources }, layers: [...layers, ...ours.layers] };
}
