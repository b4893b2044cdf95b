/** SVG to PNG while building: by resvg, which reads no network, no system font and no WOFF2. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const FONTS = join(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'), '..');
/** The fonts that the product's own is made from, in the weights that pictures use. */
const WEIGHTS = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

let ready: Promise<void> | undefined;

/** @param svg of which every text is drawn in Noto Sans SC; its own width and height are those of the picture */
export async function rasterised(svg: string): Promise<Uint8Array> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await ready;
  const words = svg.replace(/<[^>]*>/g, '');
  const fontBuffers = await Promise.all(
    WEIGHTS.map(async (file) => subsetFont(await readFile(join(FONTS, file)), words, { targetFormat: 'sfnt' })),
  );
  const drawn = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Noto Sans SC' } });
  const image = drawn.render();
  const png = image.asPng();
  image.free();
  drawn.free();
  return png;
}
