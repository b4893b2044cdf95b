/**
 * One monochrome glyph a class and one outline a kind group, as SVG path data in a 24 × 24 view box, to be
 * filled with the even-odd rule (holes are inner rings). Panels draw them as inline `<svg>`, the map as icons.
 */
import type { ClusterOrCross, Extent, KindGroup } from './vocabulary.ts';

/** An area without a boundary is a ring; anything else is a badge in the shape of its group. */
export const FORMS = ['badge', 'ring'] as const;
export type Form = (typeof FORMS)[number];

export function formOf(extent: Extent): Form {
  return extent === 'area' ? 'ring' : 'badge';
}

/** Edge of the square view box that every path here is drawn in. */
export const GLYPH_BOX = 24;

export const CLUSTER_GLYPHS: Record<ClusterOrCross, string> = {
  /** Gear. */
  equipment:
    'M10.21 4.82L10.3 1.74L13.7 1.74L13.79 4.82L15.81 5.66L18.05 3.54L20.46 5.95L18.34 8.19L19.18 10.21L22.26 10.3L22.26 13.7L19.18 13.79L18.34 15.81L20.46 18.05L18.05 20.46L15.81 18.34L13.79 19.18L13.7 22.26L10.3 22.26L10.21 19.18L8.19 18.34L5.95 20.46L3.54 18.05L5.66 15.81L4.82 13.79L1.74 13.7L1.74 10.3L4.82 10.21L5.66 8.19L3.54 5.95L5.95 3.54L8.19 5.66ZM12 8.4A3.6 3.6 0 1 0 12 15.6A3.6 3.6 0 1 0 12 8.4Z',
  /** House. */
  home: 'M12 2.5L22.5 12H19.5V21.5H14.4V15H9.6V21.5H4.5V12H1.5Z',
  /** Car from the side. */
  auto: 'M2 17V13.2Q2 12 3.2 11.7L4.6 11.3L6.3 7.2Q6.8 6 8.1 6H14.2Q15.3 6 16.1 6.8L19.9 10.8L21 11.2Q22.4 11.7 22.4 13.2V17H20.6A2.7 2.7 0 0 1 15.2 17H9A2.7 2.7 0 0 1 3.6 17ZM8.3 8L7 11H11V8ZM13 8V11H17L14.5 8.3Q14.2 8 13.8 8Z',
  /** Chip. */
  electronics:
    'M6 6H8V2.5H10V6H11V2.5H13V6H14V2.5H16V6H18V8H21.5V10H18V11H21.5V13H18V14H21.5V16H18V18H16V21.5H14V18H13V21.5H11V18H10V21.5H8V18H6V16H2.5V14H6V13H2.5V11H6V10H2.5V8H6ZM9.5 9.5V14.5H14.5V9.5Z',
  /** Robot head. */
  robotics:
    'M11 5.6A2 2 0 1 1 13 5.6V8H17.5Q20 8 20 10.5V18.5Q20 21 17.5 21H6.5Q4 21 4 18.5V10.5Q4 8 6.5 8H11ZM9 11A1.9 1.9 0 1 0 9 14.8A1.9 1.9 0 1 0 9 11ZM15 11A1.9 1.9 0 1 0 15 14.8A1.9 1.9 0 1 0 15 11ZM8.5 16.8V18.4H15.5V16.8ZM1 12H3V17H1ZM21 12H23V17H21Z',
  /** Three cells of a lattice. */
  materials:
    'M12 2.2L16.33 4.7L16.33 9.7L12 12.2L7.67 9.7L7.67 4.7ZM7.12 11.1L11.45 13.6L11.45 18.6L7.12 21.1L2.79 18.6L2.79 13.6ZM16.88 11.1L21.21 13.6L21.21 18.6L16.88 21.1L12.55 18.6L12.55 13.6Z',
  /** Cup. */
  food: 'M4 4H17V7H18.8Q22 7 22 10.4Q22 14 18.8 14H16.8Q16.2 17 13.5 17H7.5Q4 17 4 13.5ZM17 9V12H18.4Q20 12 20 10.4Q20 9 18.4 9ZM3 18.8H18V21H3Z',
  /** Medical cross. */
  health: 'M9 2.5H15V9H21.5V15H15V21.5H9V15H2.5V9H9Z',
  /** Ring: serves no single cluster. */
  cross: 'M12 2.5A9.5 9.5 0 1 0 12 21.5A9.5 9.5 0 1 0 12 2.5ZM12 7.2A4.8 4.8 0 1 1 12 16.8A4.8 4.8 0 1 1 12 7.2Z',
};

/** Outline by kind group: project = circle, area = rounded square, platform = diamond. */
export const SHAPE_PATHS: Record<KindGroup, string> = {
  project: 'M12 1A11 11 0 1 0 12 23A11 11 0 1 0 12 1Z',
  area: 'M6 2H18Q22 2 22 6V18Q22 22 18 22H6Q2 22 2 18V6Q2 2 6 2Z',
  platform: 'M10.6 1.4Q12 0 13.4 1.4L22.6 10.6Q24 12 22.6 13.4L13.4 22.6Q12 24 10.6 22.6L1.4 13.4Q0 12 1.4 10.6Z',
};

/** How large the glyph stands inside its shape, as a share of the shape's edge. */
export const GLYPH_SHARE: Record<KindGroup, number> = { project: 0.56, area: 0.6, platform: 0.48 };

/** Dashes of a small mark that is not filled, in the view box. */
export const MARK_DASHES: readonly number[] = [3.5, 2.6];
/** Of a ring that is known only coarsely: fewer than on the map, so that they are dots at 16 px too. */
export const MARK_DOTS: readonly number[] = [1.6, 2.7];

/** The ring of an area without a boundary: drawn dashed and unfilled, never a pin. */
export const AREA_RING_PATH = 'M12 1A11 11 0 1 0 12 23A11 11 0 1 0 12 1Z';
