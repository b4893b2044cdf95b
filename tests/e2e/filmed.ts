/** The film of a tour of one stop, and what its first frame shows. */
import type { Page } from '@playwright/test';
import type { TourLook } from '../../src/domain/tour-schema.ts';
import { packedTour } from '../../src/state/present/tour-link.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';
import { arrived } from './tour.ts';

/** A tour of one stop that looks at a place. */
export function tourAt(zoom: number, lat: number, lng: number): string {
  const look: TourLook = { to: 'camera', zoom, lat, lng, bearing: 0, pitch: 0, across: null };
  return packedTour({ ...tourOf(), stops: [stopOf('a', { look, seconds: 3 })] }).packed;
}

/** Keeps the pixels of the first frame that goes to the encoder, which is free to change them. */
export const catchFrame = (page: Page) =>
  page.addInitScript(() => {
    const { encode } = VideoEncoder.prototype;
    const frame = new Promise<ImageData>((resolve) => {
      VideoEncoder.prototype.encode = function caught(given, options) {
        const canvas = new OffscreenCanvas(given.displayWidth, given.displayHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(given, 0, 0);
        const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
        if (pixels !== undefined) resolve(pixels);
        encode.call(this, given, options);
      };
    });
    Reflect.set(window, 'firstFrame', frame);
  });

/** Share of the frame's pixels within `tolerance` of each colour, a channel. */
export const sharesInFrame = (page: Page, colours: readonly string[], tolerance: number) =>
  page.evaluate(
    async ([all, within]) => {
      const { data }: ImageData = await Reflect.get(window, 'firstFrame');
      return all.map((hex) => {
        const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
        let hits = 0;
        for (let i = 0; i < data.length; i += 4)
          if (wanted.every((channel, c) => Math.abs((data[i + c] ?? 0) - channel) <= within)) hits += 1;
        return hits / (data.length / 4);
      });
    },
    [colours, tolerance] as const,
  );

export async function film(page: Page): Promise<void> {
  await arrived(page, 1);
  await page.keyboard.press('h');
  await page.getByRole('button', { name: '制作视频' }).click();
}
