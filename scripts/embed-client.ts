/** Puts the client of the embedded map into a build, for the pages of others: `embed/v1/client.js` with its types beside it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Plugin, transformWithOxc } from 'vite';

const source = fileURLToPath(new URL('../src/client/client.ts', import.meta.url));
/** Its address stays: another version is another folder beside it. */
const PLACE = 'embed/v1/client';

export function embedClient(): Plugin {
  return {
    name: 'embed-client',
    apply: 'build',
    async generateBundle() {
      const { code, declaration, warnings } = await transformWithOxc(await readFile(source, 'utf8'), source, {
        target: 'es2022',
        sourcemap: false,
        typescript: { declaration: {} },
      });
      if (declaration === undefined || warnings.length > 0) throw new Error(`${source}: ${warnings.join('; ')}`);
      this.emitFile({ type: 'asset', fileName: `${PLACE}.js`, source: code });
      this.emitFile({ type: 'asset', fileName: `${PLACE}.d.ts`, source: declaration });
    },
  };
}
