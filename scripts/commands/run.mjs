import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, where every tool runs. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a program in the project's folder with its output shown.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit status; 1 when it was ended by a signal or could not be started
 */
export function run(file, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', env, shell });
    child.on('error', (error) => {
      console.error(`${file}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

/**
 * Runs the command line of an installed package on this same Node.
 *
 * @param {string} packageName
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, bin?: string }} [options] `bin` where the command is not named like the package
 */
export function runTool(packageName, args, { env, bin = packageName } = {}) {
  const require = createRequire(join(root, 'package.json'));
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const declared = require(manifest).bin;
  const file = typeof declared === 'string' ? declared : declared[bin];
  return run(process.execPath, [join(dirname(manifest), file), ...args], { env });
}
