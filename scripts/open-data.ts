/** Puts the register into a build as files for GIS and scripts: `data/`, which no visitor's device keeps. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { GEO_OUT } from './geo-out.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In a process of its own: the product's modules are not the bundler's. */
export function openData(): Plugin {
  let dir = '';
  return {
    name: 'open-data',
    apply: 'build',
    configResolved: ({ root: base, build: { outDir } }) => {
      dir = resolve(base, outDir, 'data');
    },
    async closeBundle() {
      const tsx = createRequire(import.meta.url).resolve('tsx/cli');
      await promisify(execFile)(process.execPath, [tsx, join('scripts', 'open-data', 'write.ts'), GEO_OUT, dir], {
        cwd: root,
      });
    },
  };
}
