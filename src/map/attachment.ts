/** What is put on a map from outside, once it has loaded, and again on a map that had to be made anew. */
import type { MapLibreMap } from 'maplibre-gl';

export interface Removable {
  remove(): void;
}

export class Attachment<T extends Removable> {
  #map: MapLibreMap | null = null;
  #make: ((map: MapLibreMap) => T) | null = null;
  #now: T | null = null;

  /** What is there now; null before the map has loaded. */
  get now(): T | null {
    return this.#now;
  }

  /** In place of what was there; null takes it away. */
  set(make: ((map: MapLibreMap) => T) | null): void {
    this.#make = make;
    this.#renew();
  }

  /** A map has loaded. */
  loaded(map: MapLibreMap): void {
    this.#map = map;
    this.#renew();
  }

  /** The map is about to go. */
  gone(): void {
    this.#map = null;
    this.#renew();
  }

  #renew(): void {
    this.#now?.remove();
    this.#now = this.#map === null || this.#make === null ? null : this.#make(this.#map);
  }
}
