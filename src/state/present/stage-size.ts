/** The measure of the stage: everything on it is sized by the screen, so that it reads from the back of a room. */

/** How much larger than on a desk, and what the caption covers, CSS pixels. */
export interface StageSize {
  /** CSS pixels of the unit that type and spaces on the stage are multiples of. */
  readonly unit: number;
  /** The caption lies under the map instead of beside it. */
  readonly upright: boolean;
  readonly scale: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** The caption's column in units: LINE_EMS of the domain come of it. */
export const COLUMN = 66;
/** Share of the height that the caption takes where it lies under the map. */
const CAPTION_SHARE = 0.42;
/** The column fades out into the map over so many units: what lies there is seen. */
const FADE = 4;
/** A desk's window has about this shorter side; the map's type grows with what is above it. */
const DESK = 600;

/** Two lines of credits at the lower edge with their margin, px: what a stop looks at keeps clear of them. As in the style sheet. */
function creditsPx(shortSide: number): number {
  return Math.round(3 * Math.min(24, Math.max(10, 0.011 * shortSide)) + 12);
}

/** `width` and `height` of the window, CSS pixels. */
export function stageSizeOf(width: number, height: number): StageSize {
  const upright = height > width;
  const unit = upright
    ? Math.min(width * 0.0145, (height * CAPTION_SHARE) / 42)
    : Math.min(height * 0.01, width * 0.0064);
  const scale = Math.max(1, Math.min(width, height) / DESK);
  const credits = creditsPx(Math.min(width, height));
  const padding = upright
    ? { top: 0, right: 0, left: 0, bottom: Math.round(height * CAPTION_SHARE) + credits }
    : { top: 0, right: 0, left: Math.round((COLUMN - FADE) * unit), bottom: credits };
  return { unit, upright, scale, padding };
}

/** As in the style sheet: see `.has-beside`. */
const BESIDE_PX = 420;
const BESIDE_SHARE = 0.55;
const NARROW_PX = 760;

/** Of the stage with a panel beside it, or on a narrow screen under it. */
export function stageSizeBeside(width: number, height: number): StageSize {
  const narrow = width <= NARROW_PX;
  const right = narrow ? 0 : Math.min(width, BESIDE_PX);
  const bottom = narrow ? Math.round(height * BESIDE_SHARE) : 0;
  const size = stageSizeOf(width - right, height - bottom);
  const { padding } = size;
  return { ...size, padding: { ...padding, right: padding.right + right, bottom: padding.bottom + bottom } };
}
