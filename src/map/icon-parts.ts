/** What a composed site icon is made of, from below: paths that the map's images and the drawn map are made from. Pure. */
import { AREA_RING_PATH, CLUSTER_GLYPHS, GLYPH_BOX, GLYPH_SHARE, SHAPE_PATHS } from '../domain/glyphs.ts';
import type { Icon } from './layers/icon-id.ts';
import { FORM_PX, SELECTED_SCALE } from './layers/site-size.ts';
import { type Palette, paletteOf } from './palette.ts';

/** A path in the glyphs' view box, drawn with that box `edge` px wide around the icon's middle. */
export interface IconPart {
  readonly path: string;
  readonly edge: number;
  /** By the even-odd rule. */
  readonly fill?: string;
  readonly stroke?: { readonly colour: string; readonly width: number; readonly dashes?: readonly [number, number] };
  /** 1 where absent. */
  readonly opacity?: number;
}

/** At scale 1, CSS pixels. */
export function iconParts(icon: Icon): IconPart[] {
  const palette = paletteOf(icon.theme);
  const edge = FORM_PX[icon.form] * (icon.selected ? SELECTED_SCALE : 1);
  return icon.form === 'ring' ? ringParts(icon, palette, edge) : badgeParts(icon, palette, edge);
}

function badgeParts({ cluster, group, coarse, selected }: Icon, palette: Palette, edge: number): IconPart[] {
  const path = SHAPE_PATHS[group];
  const colour = palette.clusters[cluster];
  const { accent, halo } = palette.base;
  return [
    ...(selected ? [{ path, edge, stroke: { colour: accent, width: 8 } }] : []),
    { path, edge, stroke: { colour: halo, width: selected ? 4 : 2.4 } },
    { path, edge, fill: coarse ? halo : colour },
    ...(coarse ? [{ path, edge, stroke: { colour, width: 2, dashes: [2.6, 1.8] as const } }] : []),
    { path: CLUSTER_GLYPHS[cluster], edge: edge * GLYPH_SHARE[group], fill: coarse ? colour : palette.onCluster },
  ];
}

/** Dashes and no fill but a breath of the class colour: a region, not a spot. */
function ringParts({ cluster, coarse, selected }: Icon, palette: Palette, edge: number): IconPart[] {
  const path = AREA_RING_PATH;
  const colour = palette.clusters[cluster];
  const { accent, halo } = palette.base;
  // Whole dashes around the circle: 12 of them, or 24 dots where only the district is known.
  const step = ((2 * Math.PI * 11) / (coarse ? 24 : 12)) * (edge / GLYPH_BOX);
  const dashes = coarse ? ([step * 0.4, step * 0.6] as const) : ([step * 0.62, step * 0.38] as const);
  return [
    ...(selected ? [{ path, edge, stroke: { colour: accent, width: 7 } }] : []),
    { path, edge, stroke: { colour: halo, width: selected ? 4 : 3.4 }, opacity: selected ? 1 : 0.8 },
    { path, edge, fill: halo, opacity: selected ? 0.9 : 0.55 },
    { path, edge, fill: colour, opacity: 0.14 },
    { path, edge, stroke: { colour, width: 1.9, dashes } },
    { path: CLUSTER_GLYPHS[cluster], edge: edge * 0.46, fill: colour },
  ];
}
