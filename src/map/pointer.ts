/** Where on the ground the pointer is, for whoever wants to know. */
import type { MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../domain/position.ts';
import { wgs84 } from '../domain/position.ts';
import { clampPadding } from './camera.ts';
import { screenOf } from './screen.ts';
import type { ShownMap } from './shown-map.ts';

/**
 * Tells the place under the pointer at each of its moves, and null when it leaves. A finger tells where it last was.
 *
 * @param live the map that MapLibre draws, null where it is drawn plainly
 * @returns ends it
 */
export function followPointer(
  element: HTMLElement,
  view: Pick<ShownMap, 'content'>,
  live: () => MapLibreMap | null,
  tell: (at: LngLat | null) => void,
): () => void {
  const placeOf = (x: number, y: number): LngLat => {
    const map = live();
    if (map !== null) return map.unproject([x, y]).toArray();
    const { camera, scene, size } = view.content;
    const { zoom, lng, lat } = camera;
    const padding = clampPadding(scene.padding, size);
    return screenOf({ zoom, centre: wgs84(lng, lat), bearing: 0, padding, ...size, still: false }).back({ x, y });
  };
  const move = (event: PointerEvent): void => {
    const { left, top } = element.getBoundingClientRect();
    tell(placeOf(event.clientX - left, event.clientY - top));
  };
  const leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') tell(null);
  };
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerdown', move);
  element.addEventListener('pointerleave', leave);
  return () => {
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerdown', move);
    element.removeEventListener('pointerleave', leave);
  };
}
