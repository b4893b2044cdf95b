/** The measure of the stage: everything on it is sized by the screen, so that it reads from the back of a room. */

import { creditsPx, type StageFrame, stageFrame, type ToRead } from '../../domain/stage-frame.ts';

/** How much larger than on a desk, and what the caption covers, CSS pixels. */
export interface StageSize {
  /** CSS pixels of the unit that type and spaces on the stage are multiples of. */
  readonly unit: number;
  /** The caption lies under the map instead of beside it. */
  readonly upright: boolean;
  readonly scale: number;
  /** Where the caption stands, and what lies over the map; null where nothing does. */
  readonly frame: StageFrame | null;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

/** The smallest names of the map on a desk, px; in a room of a thousand and eighty lines they are so high, and never smaller than so. */
const NAMES = { desk: 11, at1080: 28, least: 16 } as const;
/** The column fades out into the map over so many units: what lies there is seen. */
const SEEN = 4;

/** `width` and `height` of the window, CSS pixels. */
export function stageSizeOf(width: number, height: number, toRead?: ToRead): StageSize {
  const frame = stageFrame(width, height, toRead);
  const { unit, upright, column } = frame;
  const short = Math.min(width, height);
  const credits = creditsPx(short);
  const padding = upright
    ? { top: 0, right: 0, left: 0, bottom: column.h + credits }
    : { top: 0, right: 0, left: Math.round(column.w - SEEN * unit), bottom: credits };
  return {
    unit,
    upright,
    scale: Math.max(NAMES.least, (NAMES.at1080 * short) / 1080) / NAMES.desk,
    padding,
    frame,
  };
}

/** In a page of others a line stands under the stage, with its border (panels/embed/embed.css), px. */
export const EMBED_LINE_PX = 31;

/** A panel beside the stage is so wide, px; on a screen up to so narrow it takes that share of the height, under it. */
export const BESIDE = { width: 420, narrow: 760, share: 0.55 } as const;
/** There the buttons have a strip under the stage, so high, px (panels/present/present.css): they cover nothing that is looked at. */
const STRIP = 60;

/** Of the stage with a panel beside it, or on a narrow screen under it. */
export function stageSizeBeside(width: number, height: number, toRead?: ToRead): StageSize {
  const narrow = width <= BESIDE.narrow;
  const right = narrow ? 0 : Math.min(width, BESIDE.width);
  const bottom = narrow ? Math.round(height * BESIDE.share) : STRIP;
  const size = stageSizeOf(width - right, height - bottom, toRead);
  const { padding, frame } = size;
  // The map goes on beneath the panel and the strip, where no name is read.
  const under = { x: 0, y: height - bottom, w: width, h: bottom };
  const beneath = narrow ? [under] : [under, { x: width - right, y: 0, w: right, h: height }];
  return {
    ...size,
    frame: frame === null ? null : { ...frame, keepOuts: [...frame.keepOuts, ...beneath] },
    padding: { ...padding, right: padding.right + right, bottom: padding.bottom + bottom },
  };
}
