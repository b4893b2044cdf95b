/** How an image of the author's own is drawn anew: no larger than a stop needs, and in no more bytes than a tour has room for. Pure. */

/** Pixels of the longer side: sharp in the stage's column on a screen of 4K. */
const LONGEST_SIDE = 1600;
/** Pixels that a browser is asked to unpack. */
export const MOST_PIXELS = 100_000_000;
/** Bytes of a file that is opened at all. */
export const MOST_IMAGE_FILE = 40_000_000;

export interface ImageForm {
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  /** Of a JPEG, 0 to 1. */
  readonly quality: number;
}

const QUALITIES = [0.9, 0.8, 0.7];
/** Each further size has about half the pixels. */
const SHRINK = 0.7;
const STEPS = 5;

/**
 * The forms to try, the best first, until one is small enough.
 *
 * @param drawn it is a drawing, or has parts that are clear: kept without loss where that is small enough
 */
export function* imageForms(width: number, height: number, drawn: boolean): Iterable<ImageForm> {
  const fit = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  for (let step = 0; step < STEPS; step++) {
    const by = fit * SHRINK ** step;
    const size = { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
    if (drawn && step < 2) yield { ...size, type: 'image/png', quality: 1 };
    for (const quality of QUALITIES) yield { ...size, type: 'image/jpeg', quality };
  }
}

/** Whether a file of this type is likely a drawing rather than a photograph. */
export const isDrawing = (type: string): boolean => /png|gif|svg|bmp|webp/.test(type);
