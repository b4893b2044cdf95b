/**
 * More map, from OpenStreetMap: roads, waterways, towns, industrial land, junctions and stations of the area, taken from
 * a file or an Overpass server into geo/out-osm, which the map uses when it is there. A step apart: the build needs none
 * of it, and importing this file runs nothing.
 *
 *   npm run geo:osm -- --file guangdong-latest.osm.pbf   reads a file, without network
 *   npm run geo:osm                                      asks overpass-api.de
 *   npm run geo:osm -- --server URL                      asks another server
 *   npm run geo:osm -- --out FOLDER                      writes there instead
 *   npm run geo:osm -- --remove                          back to what is built in
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FOSHAN_BBOX } from '../src/domain/position.ts';
import { parseAs } from '../src/domain/schema/parse.ts';
import { runCommand } from './steps/command.ts';
import { OSM_LAYERS, type OsmLayer, overpassQuery } from './steps/osm-asked.ts';
import { readOsmFile } from './steps/osm-file.ts';
import { type OsmSource, osmContent, osmCounts, osmFiles } from './steps/osm-outputs.ts';
import { OverpassAnswer } from './steps/overpass.ts';

const OUT = 'geo/out-osm';
const SERVER = 'https://overpass-api.de/api/interpreter';
/** So many elements that cannot be drawn are named; of more, only how many they are. */
const NAMED_PROBLEMS = 20;

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

/** The answers for every layer as one; of the dates of the data the oldest. */
export async function fetchOsm(ask: Ask, from: string): Promise<OsmSource> {
  const elements = new Map<string, OsmSource['elements'][number]>();
  const states: string[] = [];
  // One at a time, as public servers ask.
  for (const layer of OSM_LAYERS) {
    const answer = parseAs(OverpassAnswer, await ask(layer, overpassQuery(layer, FOSHAN_BBOX)), layer);
    if (answer.remark !== undefined) throw new Error(`${layer}: the server stopped early: ${answer.remark}`);
    if (answer.elements.length === 0) throw new Error(`${layer}: the server knows nothing there`);
    for (const element of answer.elements) elements.set(`${element.type} ${element.id}`, element);
    const state = answer.osm3s?.timestamp_osm_base;
    if (state !== undefined) states.push(state);
  }
  return { elements: [...elements.values()], state: states.sort()[0] ?? null, from };
}

async function main(root: string, args: string[], say: (message: string) => void): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      file: { type: 'string' },
      server: { type: 'string', default: SERVER },
      out: { type: 'string', default: join(root, OUT) },
      remove: { type: 'boolean', default: false },
    },
  });
  const { file, server } = values;
  const out = resolve(values.out);
  if (values.remove) {
    rmSync(out, { recursive: true, force: true });
    say(`${out} is gone; build again to see the map that is built in`);
    return;
  }
  const sourceOf = async (): Promise<OsmSource> =>
    file === undefined
      ? fetchOsm(askServer(server), server)
      : { ...(await readOsmFile(file, FOSHAN_BBOX, say)), from: basename(file) };
  // The elements have no name here, so that they are gone when the tiles are made.
  const content = osmContent(await sourceOf(), FOSHAN_BBOX);
  say('tiles');
  const files = osmFiles(content, FOSHAN_BBOX);
  const { problems, info } = content;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) {
    writeFileSync(join(out, name), content);
    say(`${name.padEnd(24)}${(Buffer.byteLength(content) / 1024).toFixed(0).padStart(7)} KiB`);
  }
  say(
    Object.entries(osmCounts(content))
      .map(([what, n]) => `${n} ${what}`)
      .join(', '),
  );
  for (const { file: layer, record, reason } of problems.slice(0, NAMED_PROBLEMS)) say(`${layer} ${record}: ${reason}`);
  if (problems.length > NAMED_PROBLEMS) say(`and ${problems.length - NAMED_PROBLEMS} more like these`);
  say(`State of the data: ${info.state ?? 'not stated'}`);
  say('© OpenStreetMap contributors, ODbL 1.0. Build again to see it on the map: npm start');
}

await runCommand(import.meta.url, main);
