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

/** Type of the credits, px, and the share of the shorter side that it is in between; the margin of their two lines. */
export const CREDITS = { least: 10, share: 0.011, most: 24, margin: 12 } as const;

/** Two lines of credits at the lower edge with their margin, px: what a stop looks at keeps clear of them. */
function creditsPx(shortSide: number): number {
  const { least, share, most, margin } = CREDITS;
  return Math.round(3 * Math.min(most, Math.max(least, share * shortSide)) + margin);
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

/** A panel beside the stage is so wide, px; on a screen up to so narrow it takes that share of the height, under it. */
export const BESIDE = { width: 420, narrow: 760, share: 0.55 } as const;

/** Of the stage with a panel beside it, or on a narrow screen under it. */
export function stageSizeBeside(width: number, height: number): StageSize {
  const narrow = width <= BESIDE.narrow;
  const right = narrow ? 0 : Math.min(width, BESIDE.width);
  const bottom = narrow ? Math.round(height * BESIDE.share) : 0;
  const size = stageSizeOf(width - right, height - bottom);
  const { padding } = size;
  return { ...size, padding: { ...padding, right: padding.right + right, bottom: padding.bottom + bottom } };
}
