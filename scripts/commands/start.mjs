import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '../serve.mjs';
import { installMissing } from './install.mjs';
import { root, runTool } from './run.mjs';

const usage = `npm start                      install what is missing, build, serve on this machine
npm start -- --port 8080       another port (a taken one moves to the next)
npm start -- --host 0.0.0.0    reachable from other machines
npm start -- --no-build        serve what was built before`;

/**
 * Installs what is missing, builds and serves the product until it is interrupted.
 *
 * @param {string[]} args
 * @returns {Promise<number | undefined>} an exit status, or nothing while it serves
 */
export async function main(args) {
  const options = readOptions(args);
  if (!options) return 2;
  if (options.build) {
    await installMissing();
    const status = await runTool('vite', ['build', '--logLevel', 'warn']);
    if (status !== 0) throw new Error('The build failed: see the message above.');
  }
  const { url, port, close } = await serve({ dir: join(root, 'dist'), port: options.port, host: options.host });
  if (port !== options.port) console.log(`Port ${options.port} is taken, so this is port ${port}.`);
  console.log(`\n  The map is at ${url}\n  Ctrl+C ends it.\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close());
  return undefined;
}

/**
 * @param {string[]} args
 * @returns {{ port: number, host: string, build: boolean } | undefined} nothing when they were not understood, or help
 *   was asked for, and the usage was shown
 */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4224' },
        host: { type: 'string', default: '127.0.0.1' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`Not a port: ${values.port}`);
    if (!values.help) return { port, host: values.host, build: !values['no-build'] };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.log(usage);
  return undefined;
}
