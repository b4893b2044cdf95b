/** Images of the style, drawn when a layer first asks for them. */
import type { MapLibreMap } from 'maplibre-gl';
import { drawArrowHead } from './arrow-head.ts';
import { drawIcon } from './glyphs.ts';
import { drawHatch } from './hatch.ts';
import { keepOutImage } from './keep-outs.ts';
import { iconOf } from './layers/icon-id.ts';
import { drawPill } from './pill.ts';

/** Pixels of an image a CSS pixel: more than the screen shows, since symbols stand between its pixels. */
export function imageDensity(stillRatio: number | null): number {
  if (stillRatio !== null) return Math.max(2, Math.ceil(stillRatio));
  return window.devicePixelRatio >= 2 ? 3 : 2;
}

/** Adds the icon or pattern that an id names; an id of something else is left alone. */
export function addImage(map: MapLibreMap, id: string, pixelRatio: number): void {
  if (map.hasImage(id)) return;
  const room = keepOutImage(id);
  if (room !== null) {
    map.addImage(id, room.image, { pixelRatio: room.pixelRatio });
    return;
  }
  const { icon, sharpness } = iconOf(id);
  const density = pixelRatio * sharpness;
  const pill = drawPill(id, density);
  if (pill !== null) {
    map.addImage(id, pill.image, { pixelRatio: density, ...pill.stretch });
    return;
  }
  const image = icon ? drawIcon(icon, density) : (drawHatch(id, density) ?? drawArrowHead(id, density));
  if (image !== null) map.addImage(id, image, { pixelRatio: density });
}
