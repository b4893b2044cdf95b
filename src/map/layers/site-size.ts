/** How large site symbols are drawn at a zoom: shared by the layers, the spreading and the hit test. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Form } from '../../domain/glyphs.ts';
import { byZoom } from './context.ts';

/** Edge of a badge and diameter of a ring at scale 1, CSS pixels. */
export const FORM_PX: Record<Form, number> = { badge: 24, ring: 31 };

/** A selected symbol is this much larger. */
export const SELECTED_SCALE = 1.22;
/** Room in the image around the shape, for casing and ring, px at scale 1. */
export const MARGIN_PX = { plain: 2, selected: 5 };

/** Half the edge of the icon's image at scale 1, px: what names must keep clear of. */
export function imageRadiusPx(form: Form, selected: boolean): number {
  const [scale, margin] = selected ? [SELECTED_SCALE, MARGIN_PX.selected] : [1, MARGIN_PX.plain];
  return (FORM_PX[form] * scale) / 2 + margin;
}

/** Scale by zoom, from the whole city on a phone down to a street. */
const SCALE_STOPS = [
  [7.5, 0.6],
  [9.5, 0.76],
  [12, 1],
  [16, 1.35],
] as const;

export const ICON_SIZE: ExpressionSpecification = byZoom(...SCALE_STOPS);

/** Scale of a site symbol at `zoom`, as the layer interpolates it. */
export function siteScale(zoom: number): number {
  const [first] = SCALE_STOPS;
  let [z0, s0]: readonly [number, number] = first;
  if (zoom <= z0) return s0;
  for (const [z1, s1] of SCALE_STOPS) {
    if (zoom <= z1) return z1 === z0 ? s1 : s0 + ((s1 - s0) * (zoom - z0)) / (z1 - z0);
    [z0, s0] = [z1, s1];
  }
  return s0;
}

/** Size of the names of sites by zoom, px; they break at so many ems. */
export const NAME_STOPS = [
  [8, 10.5],
  [11, 12],
  [15, 14],
] as const;
const NAME_EMS = 9;
export const NAME_LEADING = 1.15;

/** Half sizes of the name of a site with its margin, px at scale 1. */
export function siteNamePx(label: string, zoom: number): { readonly w: number; readonly h: number } {
  const [[, least], [, px], [, most]] = NAME_STOPS;
  const size = zoom < 9.5 ? least : zoom < 13 ? px : most;
  const ems = [...label].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.55 : 1), 0);
  const lines = Math.max(1, Math.ceil(ems / NAME_EMS));
  return { w: ((ems / lines + 1) * size) / 2, h: (lines * size * NAME_LEADING) / 2 };
}

/** Half the drawn size of a site symbol at `zoom`, CSS pixels. */
export function siteRadiusPx(form: Form, zoom: number): number {
  return (FORM_PX[form] / 2) * siteScale(zoom);
}
