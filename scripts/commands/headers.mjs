import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersFor } from '../headers.mjs';
import { hostsOf } from '../hosts.mjs';
import { root } from './run.mjs';

const usage = `Use:
npm run headers                        the headers that public/config.json asks for
npm run headers -- nginx               as headers.conf of nginx and of the container
npm run headers -- caddy               as the lines of a Caddyfile
npm run headers -- nginx config.json   of another configuration`;

const quoted = (/** @type {string} */ value) => (value.includes(' ') ? `"${value}"` : value);

/** @type {Record<string, (name: string, value: string) => string>} */
const WAYS = {
  plain: (name, value) => `${name}: ${value}`,
  nginx: (name, value) => `add_header ${name} ${quoted(value)} always;`,
  caddy: (name, value) => `${name} ${quoted(value)}`,
};

/**
 * Prints the headers to send with every answer.
 *
 * @param {string[]} args what for, and the file of a configuration
 * @returns {Promise<number>} 0; 2 when the arguments were not understood
 */
export async function main([way = 'plain', file = join(root, 'public/config.json'), ...more]) {
  const write = Object.hasOwn(WAYS, way) ? WAYS[way] : undefined;
  if (write === undefined || more.length > 0) {
    console.error(usage);
    return 2;
  }
  console.log(headerLines(write, JSON.parse(await readFile(file, 'utf8'))).join('\n'));
  return 0;
}

/**
 * @param {(name: string, value: string) => string} write
 * @param {unknown} config as config.json has it
 */
function headerLines(write, config) {
  return Object.entries(headersFor(hostsOf(config))).map(([name, value]) => write(name, value));
}
