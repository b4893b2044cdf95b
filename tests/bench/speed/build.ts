/** The pages to be measured: the product's build, and the compared ones built with the same tools. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const PAGES = 'tests/bench/pages';

/** Builds the product into dist, unless that is wanted as it is, and the compared pages into a folder. */
export async function buildPages(folder: string, built: boolean): Promise<void> {
  if (!built || !existsSync('dist/index.html')) await build({ logLevel: 'warn' });
  await rm(join(folder, 'assets'), { recursive: true, force: true });
  await build({
    configFile: false,
    root: PAGES,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    assetsInclude: ['**/*.geojson'],
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: { input: ['maplibre', 'echarts'].map((name) => join(PAGES, `${name}.html`)) },
    },
  });
}
