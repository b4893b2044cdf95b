/** Choosing a position on the map: a click, a dragged marker, or Enter with the map moved under the crosshair. */
import { type MapLibreMap, Marker } from 'maplibre-gl';
import type { LngLat } from '../domain/position.ts';

export interface Placing {
  /** Where the marker stands; null while no point is chosen yet. */
  readonly position: LngLat | null;
  /** What the marker says of itself. */
  readonly label: string;
  /** What to do, over the map. */
  readonly hint: string;
}

/** 6 decimals are 0.1 m, as in the register. */
function rounded({ lng, lat }: { lng: number; lat: number }): LngLat {
  return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
}

export class PlacePicker {
  readonly #map: MapLibreMap;
  readonly #onPlace: (position: LngLat) => void;
  readonly #centre: () => [number, number];
  #active = false;
  #marker: Marker | null = null;

  /** `centre` is the middle of the uncovered part of the map, px. */
  constructor(map: MapLibreMap, centre: () => [number, number], onPlace: (position: LngLat) => void) {
    this.#map = map;
    this.#centre = centre;
    this.#onPlace = onPlace;
    map.on('click', ({ lngLat }) => {
      // Once every listener has seen the click: taking the place may end the choosing, and the click would select.
      if (this.#active) queueMicrotask(() => onPlace(rounded(lngLat)));
    });
    map.getCanvas().addEventListener('keydown', (event) => {
      if (!this.#active || event.key !== 'Enter') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onPlace(rounded(map.unproject(this.#centre())));
    });
  }

  get active(): boolean {
    return this.#active;
  }

  /** Null ends the choosing and takes the marker away. */
  set(placing: Placing | null): void {
    this.#active = placing !== null;
    this.#map.getContainer().classList.toggle('is-placing', this.#active);
    this.#map.getContainer().dataset.placing = placing?.hint ?? '';
    if (placing === null || placing.position === null) {
      this.#marker?.remove();
      this.#marker = null;
      return;
    }
    const [lng, lat] = placing.position;
    const marker = this.#marker ?? this.#add([lng, lat]);
    const at = marker.getLngLat();
    if (at.lng !== lng || at.lat !== lat) marker.setLngLat([lng, lat]);
    marker.getElement().setAttribute('aria-label', placing.label);
  }

  #add(at: [number, number]): Marker {
    const element = document.createElement('div');
    element.className = 'place-marker';
    element.setAttribute('role', 'img');
    const marker = new Marker({ element, draggable: true, anchor: 'center' }).setLngLat(at).addTo(this.#map);
    marker.on('dragend', () => this.#onPlace(rounded(marker.getLngLat())));
    this.#marker = marker;
    return marker;
  }
}
