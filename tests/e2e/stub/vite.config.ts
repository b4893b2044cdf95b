/** The product with a map that draws nothing: what tests of the project `dom` open. Built like the product otherwise. */
import { fileURLToPath } from 'node:url';
import { mergeConfig, type Plugin } from 'vite';
import product from '../../../vite.config.ts';

const STUB = fileURLToPath(new URL('./mount.ts', import.meta.url));

/** The map's entry keeps its name and gives what the stub gives. */
function withoutMap(): Plugin {
  return {
    name: 'without-map',
    enforce: 'pre',
    load: (id) => (id.endsWith('/src/map/mount.ts') ? `export * from ${JSON.stringify(STUB)};` : null),
  };
}

export default mergeConfig(product, { plugins: [withoutMap()] });
