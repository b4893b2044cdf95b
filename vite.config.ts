import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { chunkOf } from './scripts/chunks.mjs';
import { early } from './scripts/early.ts';
import { embedClient } from './scripts/embed-client.ts';
import { firstView } from './scripts/first-view.ts';
import { geoOut } from './scripts/geo-out.ts';
import { securityHeaders } from './scripts/headers.mjs';
import { licencePlugins } from './scripts/licences.mjs';
import { maplibreFromSource } from './scripts/maplibre-source.mjs';
import { offline } from './scripts/offline.ts';
import { openData } from './scripts/open-data.ts';

const licences = licencePlugins();

export default defineConfig({
  // Relative addresses: the build works under any path of any static host.
  base: './',
  // Whether the first list of base maps has a file beside the page: asking for one that is not there is an error.
  define: {
    'import.meta.env.LOCAL_BASEMAP': existsSync(fileURLToPath(new URL('public/basemap.pmtiles', import.meta.url))),
  },
  plugins: [
    maplibreFromSource(),
    geoOut(),
    preact(),
    licences.page,
    // Its script keeps the page from being painted until it has come: it is named before all that is fetched early.
    firstView(),
    early(),
    embedClient(),
    openData(),
    offline(),
  ],
  build: {
    // Windows 7's last Chromium kernels, Firefox's long-term edition, and the first Safari with all that the code uses.
    target: ['chrome103', 'firefox115', 'safari16.4'],
    manifest: true,
    sourcemap: false,
    // Every browser that draws the map preloads modules by itself.
    modulePreload: { polyfill: false },
    // Nothing is inlined as a data address: the security policy allows no data: fonts, and sizes stay countable.
    assetsInlineLimit: 0,
    // MapLibre's chunks are larger than Vite likes; scripts/sizes.mjs holds the budgets.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: 'together', name: chunkOf }],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [licences.worker()] },
  // MapLibre finds its worker by address; pre-bundled it would not.
  optimizeDeps: { exclude: ['maplibre-gl'] },
  preview: { headers: securityHeaders },
});
