/** The pictures of a handout: one a stop, drawn one after another, each kept as an address of this page. */
import type { Camera } from '../../../domain/position.ts';
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import type { AboutMap } from '../../paper/about-map.ts';
import { saidOf } from '../said.ts';
import type { SaidWords } from './stop-frame.ts';
import { drawnStops } from './stop-painter.ts';

/** About 190 dots an inch. */
const PIXEL_RATIO = 2;
const BAR_PX = 160;

export interface StopPage {
  readonly stop: TourStop;
  /** Its place in the tour, from 0. */
  readonly at: number;
  readonly said: SaidWords;
  readonly about: AboutMap;
  readonly bearing: number;
  readonly camera: Camera;
  /** To be revoked by who shows it. */
  readonly url: string;
}

interface PicturesRequest {
  /** CSS pixels of the picture on the page. */
  readonly size: { readonly width: number; readonly height: number };
  readonly signal: AbortSignal;
  /** @param n from 1: the page that is drawn now. */
  progress(n: number): void;
}

/** Rejects when it was stopped; what was drawn by then is given back. */
export async function makePictures(app: App, tour: Tour, request: PicturesRequest): Promise<readonly StopPage[]> {
  const pages: StopPage[] = [];
  try {
    for await (const { at, stop, camera, picture, about } of drawnStops(app, tour, {
      ...request,
      pixelRatio: PIXEL_RATIO,
      barPx: BAR_PX,
    })) {
      const blob = await new Promise<Blob | null>((resolve) => picture.canvas.toBlob(resolve, 'image/jpeg', 0.92));
      if (blob === null) throw new Error('the browser made no picture');
      const url = URL.createObjectURL(blob);
      pages.push({ at, stop, said: saidOf(app, tour, stop), about, bearing: picture.bearing, camera, url });
    }
    return pages;
  } catch (error) {
    for (const { url } of pages) URL.revokeObjectURL(url);
    throw error;
  }
}
