/** Compares two folders of pictures to the pixel. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** A file that is not the same in both folders. */
export interface Difference {
  readonly file: string;
  /** One line: what is other. */
  readonly what: string;
}

/**
 * @param out folder for `NAME.png` of each pair that differs: the second picture, pale, with what differs in red; made
 *   on need
 * @returns the files that differ or are only in one folder, by name; none when all is the same
 */
export async function compareFolders(browser: Browser, a: string, b: string, out: string): Promise<Difference[]> {
  const [inA, inB] = await Promise.all([readdir(a), readdir(b)]);
  const page = await browser.newPage();
  // What tsx leaves in the functions that the page runs.
  await page.evaluate('globalThis.__name = (named) => named');
  const differences: Difference[] = [];
  for (const file of [...new Set([...inA, ...inB])].sort()) {
    if (!/\.(png|json)$/.test(file)) continue;
    if (!inA.includes(file) || !inB.includes(file)) {
      differences.push({ file, what: `only in ${inA.includes(file) ? a : b}` });
      continue;
    }
    const [first, second] = await Promise.all([readFile(join(a, file)), readFile(join(b, file))]);
    if (first.equals(second)) continue;
    if (file.endsWith('.json')) {
      differences.push({ file, what: `${first.toString().trim()} -> ${second.toString().trim()}` });
      continue;
    }
    const found = await comparePictures(page, first, second);
    // Packed in another way, but the same pixels.
    if (found === null) continue;
    differences.push({ file, what: found.what });
    await mkdir(out, { recursive: true });
    await writeFile(join(out, file), Buffer.from(found.png, 'base64'));
  }
  await page.close();
  return differences;
}

/** Decoded by the browser, which drew them. */
function comparePictures(page: Page, a: Buffer, b: Buffer): Promise<{ what: string; png: string } | null> {
  return page.evaluate(
    async (pictures) => {
      const read = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (context === null) throw new Error('no 2d context');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const before = await read(pictures.a);
      const after = await read(pictures.b);
      const width = Math.max(before.width, after.width);
      const height = Math.max(before.height, after.height);
      const shown = new ImageData(width, height);
      const pixel = ({ width: w, height: h, data }: ImageData, x: number, y: number): readonly number[] =>
        x < w && y < h ? [...data.subarray((y * w + x) * 4, (y * w + x) * 4 + 4)] : [-1];
      let count = 0;
      let most = 0;
      const box = { left: width, top: height, right: -1, bottom: -1 };
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const p = pixel(before, x, y);
          const q = pixel(after, x, y);
          const by = Math.max(...q.map((value, c) => Math.abs(value - (p[c] ?? -1))), p.length - q.length);
          const pale = q.map((value) => 190 + value / 4);
          shown.data.set(by === 0 ? [...pale.slice(0, 3), 255] : [220, 0, 0, 255], (y * width + x) * 4);
          if (by === 0) continue;
          count += 1;
          most = Math.max(most, by);
          box.left = Math.min(box.left, x);
          box.top = Math.min(box.top, y);
          box.right = Math.max(box.right, x);
          box.bottom = Math.max(box.bottom, y);
        }
      }
      if (count === 0) return null;
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')?.putImageData(shown, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      const size = ({ width: w, height: h }: ImageData): string => `${w}x${h}`;
      const sizes = size(before) === size(after) ? '' : `, ${size(before)} -> ${size(after)}`;
      const { left, top, right, bottom } = box;
      return {
        what: `${count} pixels, by up to ${most} of 255, from ${left},${top} to ${right},${bottom}${sizes}`,
        png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      };
    },
    { a: a.toString('base64'), b: b.toString('base64') },
  );
}
