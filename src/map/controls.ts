/** The map's own small controls: north, credits and the approval number. Words come from the scene, in the language of the interface. */
import { type IControl, type MapLibreMap, ScaleControl } from 'maplibre-gl';
import type { Scene } from './scene.ts';

const NORTH_ICON = 'M12 2L17 12H7Z';
const SOUTH_ICON = 'M12 22L7 12H17Z';

/** A needle that shows north and turns the map back to it. */
export class NorthControl implements IControl {
  readonly #button = document.createElement('button');
  readonly #needle: SVGSVGElement;
  readonly #reset: () => void;
  #map: MapLibreMap | null = null;

  constructor(label: string, reset: () => void) {
    this.#reset = reset;
    this.#needle = svg([NORTH_ICON, 'map-north-n'], [SOUTH_ICON, 'map-north-s']);
    this.#button.type = 'button';
    this.#button.className = 'map-north';
    this.#button.append(this.#needle);
    this.#button.addEventListener('click', this.#reset);
    this.setLabel(label);
  }

  setLabel(label: string): void {
    this.#button.title = label;
    this.#button.setAttribute('aria-label', label);
  }

  onAdd(map: MapLibreMap): HTMLElement {
    this.#map = map;
    map.on('rotate', this.#turn);
    map.on('pitch', this.#turn);
    this.#turn();
    const group = document.createElement('div');
    group.className = 'maplibregl-ctrl maplibregl-ctrl-group';
    group.append(this.#button);
    return group;
  }

  onRemove(): void {
    this.#map?.off('rotate', this.#turn);
    this.#map?.off('pitch', this.#turn);
    this.#map = null;
    this.#button.parentElement?.remove();
  }

  readonly #turn = (): void => {
    this.#needle.style.transform = `rotate(${-(this.#map?.getBearing() ?? 0)}deg)`;
  };
}

/** Credits behind a small button; open at first where there is room. Text only: nothing is parsed as HTML. */
export class CreditsControl implements IControl {
  readonly #details = document.createElement('details');
  readonly #summary = document.createElement('summary');
  readonly #text = document.createElement('span');

  constructor(label: string, credits: readonly string[], open: boolean) {
    this.#details.className = 'maplibregl-ctrl map-credits';
    this.#details.open = open;
    this.#summary.textContent = 'i';
    this.#details.append(this.#summary, this.#text);
    this.set(label, credits);
  }

  set(label: string, credits: readonly string[]): void {
    this.#summary.title = label;
    this.#summary.setAttribute('aria-label', label);
    this.#text.textContent = credits.join(' · ');
    this.#details.hidden = credits.length === 0;
  }

  /** Shown without being asked for: on a stage nobody asks. */
  open(): void {
    this.#details.open = true;
  }

  onAdd(): HTMLElement {
    return this.#details;
  }

  onRemove(): void {
    this.#details.remove();
  }
}

/** The approval number, or the mark of a map that has none: read without a click, never in the way of one. */
export class MarkControl implements IControl {
  readonly #text = document.createElement('div');

  constructor(mark: string) {
    this.#text.className = 'maplibregl-ctrl map-mark';
    this.set(mark);
  }

  set(mark: string): void {
    this.#text.textContent = mark;
    this.#text.hidden = mark === '';
  }

  onAdd(): HTMLElement {
    return this.#text;
  }

  onRemove(): void {
    this.#text.remove();
  }
}

function svg(...paths: readonly (readonly [d: string, className: string])[]): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const element = document.createElementNS(namespace, 'svg');
  element.setAttribute('viewBox', '0 0 24 24');
  element.setAttribute('aria-hidden', 'true');
  for (const [d, className] of paths) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', className);
    element.append(path);
  }
  return element;
}

/** The map's own furniture, each piece in its corner. */
export function placeControls(
  map: MapLibreMap,
  {
    north,
    credits,
    mark,
  }: { readonly north: NorthControl; readonly credits: CreditsControl; readonly mark: MarkControl },
): void {
  map.addControl(north, 'top-left');
  map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-left');
  // What comes later is put in front in this corner, and that is its outer end.
  map.addControl(mark, 'bottom-right');
  map.addControl(credits, 'bottom-right');
}

/** Theme and paddings as the container's own attributes, for the style sheet. */
export function dress(container: HTMLElement, { theme, padding }: Pick<Scene, 'theme' | 'padding'>): void {
  container.dataset['mapTheme'] = theme;
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    container.style.setProperty(`--map-${side}`, `${padding[side]}px`);
  }
}

/** Where Enter would select, for those who steer by keyboard. */
export function addCrosshair(container: HTMLElement): HTMLElement {
  const crosshair = document.createElement('div');
  crosshair.className = 'map-crosshair';
  container.append(crosshair);
  return crosshair;
}
