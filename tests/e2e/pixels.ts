import type { Locator, Page } from '@playwright/test';

/** Share of the pixels of an element's picture that lie within `tolerance` of a colour, per channel. */
export async function shareOfColour(element: Locator, hex: string, tolerance = 12): Promise<number> {
  return shareIn(element.page(), await element.screenshot(), hex, tolerance);
}

/** The same of a picture that is there; the page only reads it. */
export function shareIn(page: Page, png: Buffer, hex: string, tolerance = 3): Promise<number> {
  return page.evaluate(
    async ([base64, colour, within]) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no 2d context');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      let hits = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (wanted.every((channel, c) => Math.abs((data[i + c] ?? 0) - channel) <= within)) hits += 1;
      }
      return hits / (data.length / 4);
    },
    [png.toString('base64'), hex, tolerance] as const,
  );
}

/** By how much a channel of a pixel may differ that is drawn twice: the renderer rounds, now up and now down. */
export const ROUNDING = 2;

/** Share of the pixels of two pictures of one size that differ in a channel by more than `step`: as given, visibly. */
export function difference(page: Page, first: Buffer, second: Buffer, step = 24): Promise<number> {
  return page.evaluate(
    async ([one, other, most]) => {
      const read = async (base64: string) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('no 2d context');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      };
      const [a, b] = await Promise.all([one, other].map(read));
      if (a === undefined || b === undefined) throw new Error('two pictures are compared');
      let differing = 0;
      for (let i = 0; i < a.length; i += 4) {
        if ([0, 1, 2].some((c) => Math.abs((a[i + c] ?? 0) - (b[i + c] ?? 0)) > most)) differing += 1;
      }
      return differing / (a.length / 4);
    },
    [first.toString('base64'), second.toString('base64'), step] as const,
  );
}
