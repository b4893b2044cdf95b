import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a policy may name: a scheme and a host, one of a domain's by `*.`, with a port. */
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i;
const TIANDITU = Array.from({ length: 8 }, (_, n) => `https://t${n}.tianditu.gov.cn`);

/**
 * Hosts that a config asks for: those of the addresses in its base maps and sources, 天地图's where one is of that kind,
 * and those that it lists for what users type.
 *
 * @param {unknown} config as config.json has it
 * @returns {string[]} origins, each once, in the config's order; what is no origin is left out
 */
export function originsOf(config) {
  if (typeof config !== 'object' || config === null) return [];
  const { basemaps, sources, hosts } = /** @type {Record<string, unknown>} */ (config);
  const named = [...stringsIn(basemaps), ...stringsIn(sources)].flatMap(
    (text) => /^https?:\/\/[^/?#{]+/i.exec(text)?.[0] ?? [],
  );
  const listed = stringsIn(hosts).map((host) => host.replace(/\/$/, ''));
  const tianditu = entriesOf(basemaps).some(({ kind }) => kind === 'tianditu') ? TIANDITU : [];
  return [...new Set([...named, ...tianditu, ...listed])].filter((origin) => ORIGIN.test(origin));
}

/**
 * @param {unknown} value
 * @returns {string[]} all strings in it, however deep
 */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>[]}
 */
function entriesOf(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

/**
 * Pages that may show the product in a frame of theirs, as `embedOrigins` of a config lists them.
 *
 * @param {unknown} config as config.json has it
 * @returns {string[]} origins, each once; what is no origin is left out
 */
export function embeddersOf(config) {
  if (typeof config !== 'object' || config === null || !('embedOrigins' in config)) return [];
  const listed = stringsIn(config.embedOrigins).map((host) => host.replace(/\/$/, ''));
  return [...new Set(listed)].filter((origin) => ORIGIN.test(origin));
}

/**
 * All hosts that a config names, by what the policy allows them.
 *
 * @param {unknown} config as config.json has it
 */
export const hostsOf = (config) => ({ origins: originsOf(config), embedders: embeddersOf(config) });

/**
 * @param {string} dir the folder that is served
 * @returns {Promise<ReturnType<typeof hostsOf>>} hosts of its config.json; none where there is none, or it cannot be read
 */
export async function configuredHosts(dir) {
  try {
    return hostsOf(JSON.parse(await readFile(join(dir, 'config.json'), 'utf8')));
  } catch {
    return hostsOf(null);
  }
}
