/**
 * More map when connected: fetches roads, waterways, town boundaries and industrial land of the area from an
 * Overpass server into geo/out-osm, which the map uses when it is there. A step apart: the build needs none of it,
 * and importing this file runs nothing.
 *
 *   npm run geo:osm                        asks overpass-api.de
 *   npm run geo:osm -- --server URL        asks another server
 *   npm run geo:osm -- --remove            back to what is built in
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FOSHAN_BBOX } from '../src/domain/position.ts';
import { parseAs } from '../src/domain/schema/parse.ts';
import { OSM_LAYERS, type OsmLayer, osmLayer, overpassQuery } from './steps/osm.ts';
import { OverpassAnswer } from './steps/overpass.ts';
import type { Problem } from './steps/problem.ts';

const OUT = 'geo/out-osm';
const SERVER = 'https://overpass-api.de/api/interpreter';

/** Asks one question; rejects with a sentence that names the layer and what the server said. */
export type Ask = (layer: OsmLayer, query: string) => Promise<unknown>;

export function askServer(server: string): Ask {
  return async (layer, query) => {
    const response = await fetch(server, { method: 'POST', body: new URLSearchParams({ data: query }) }).catch(
      (error: unknown) => {
        throw new Error(`${layer}: ${server} was not reached (${error instanceof Error ? error.message : error})`);
      },
    );
    if (!response.ok) throw new Error(`${layer}: ${server} answered ${response.status}`);
    return response.json();
  };
}

/** Every layer's file, or nothing at all: a map of two dates would be worse than an old one. */
export async function fetchOsm(ask: Ask): Promise<{ files: Map<string, string>; problems: Problem[] }> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  // One at a time, as public servers ask.
  for (const layer of OSM_LAYERS) {
    const answer = parseAs(OverpassAnswer, await ask(layer, overpassQuery(layer, FOSHAN_BBOX)), layer);
    if (answer.remark !== undefined) throw new Error(`${layer}: the server stopped early: ${answer.remark}`);
    const made = osmLayer(layer, answer, FOSHAN_BBOX);
    if (made.collection.features.length === 0) throw new Error(`${layer}: the server knows nothing there`);
    const state = answer.osm3s?.timestamp_osm_base ?? null;
    files.set(`${layer}.geojson`, `${JSON.stringify({ ...made.collection, state })}\n`);
    problems.push(...made.problems);
  }
  return { files, problems };
}

async function main(root: string, args: string[], say: (message: string) => void): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { server: { type: 'string', default: SERVER }, remove: { type: 'boolean', default: false } },
  });
  const out = join(root, OUT);
  if (values.remove) {
    rmSync(out, { recursive: true, force: true });
    say(`${OUT} is gone; build again to see the map that is built in`);
    return;
  }
  const { files, problems } = await fetchOsm(askServer(values.server));
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) {
    writeFileSync(join(out, name), content);
    say(`${name.padEnd(24)}${(Buffer.byteLength(content) / 1024).toFixed(0).padStart(7)} KiB`);
  }
  for (const { file, record, reason } of problems) say(`left out: ${file} ${record}: ${reason}`);
  say('© OpenStreetMap contributors, ODbL 1.0. Build again to see it on the map: npm start');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2), (message) =>
    process.stdout.write(`${message}\n`),
  ).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
