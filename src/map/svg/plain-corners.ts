/** What stands in the corners of the plain map. */
import { METRES_PER_DEGREE } from '../../domain/position.ts';
import { type MapPart, screenOf } from '../screen.ts';

/** The scale bar is at most so long, px. */
const MOST_PX = 110;

export function corner(side: 'bottom-left' | 'bottom-right', parts: readonly HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = `maplibregl-ctrl-${side}`;
  element.append(...parts);
  return element;
}

/** A round number of metres: 1, 2, 3 or 5 and zeros. */
export function roundMetres(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return (most >= 5 * power ? 5 : most >= 3 * power ? 3 : most >= 2 * power ? 2 : 1) * power;
}

export function scaleBar(): { readonly element: HTMLElement; show(part: MapPart): void } {
  const element = document.createElement('div');
  element.className = 'maplibregl-ctrl maplibregl-ctrl-scale';
  return {
    element,
    show(part) {
      const { back } = screenOf(part);
      const y = part.height / 2;
      const [[west, lat], [east]] = [back({ x: 0, y }), back({ x: MOST_PX, y })];
      const most = (east - west) * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
      const metres = roundMetres(most);
      element.style.width = `${(MOST_PX * metres) / most}px`;
      element.textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
    },
  };
}
