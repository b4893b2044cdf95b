/**
 * A local base map: cuts the area out of a PMTiles file of the Protomaps schema, or out of one at an address by range
 * requests, so that a planet of 130 GB costs only what the area takes. A step apart: the build needs none of it, and
 * importing this file runs nothing.
 *
 *   npm run geo:basemap -- --from FILE|URL [--bbox west,south,east,north] [--maxzoom 15] [--out public/basemap.pmtiles]
 */
import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Source } from 'pmtiles';
import { openBaseArchive } from '../src/data/basemap/archive.ts';
import { ArchiveFault } from '../src/data/basemap/fault.ts';
import { type Bbox, FOSHAN_BBOX } from '../src/domain/position.ts';
import { runCommand } from './steps/command.ts';
import { cutPmtiles } from './steps/pmtiles-cut.ts';
import { fileSink } from './steps/pmtiles-write.ts';

const OUT = 'public/basemap.pmtiles';

/** A source that counts what it was asked for. */
export interface CountedSource extends Source {
  readonly cost: { requests: number; bytes: number };
}

function counted(key: string, read: (offset: number, length: number) => Promise<ArrayBuffer>): CountedSource {
  const cost = { requests: 0, bytes: 0 };
  return {
    cost,
    getKey: () => key,
    async getBytes(offset, length) {
      const data = await read(offset, length);
      cost.requests += 1;
      cost.bytes += data.byteLength;
      return { data };
    },
  };
}

/** @throws Error that names the address and what the server said */
export function addressSource(address: string, ask: typeof fetch = fetch): CountedSource {
  return counted(address, async (offset, length) => {
    const response = await ask(address, { headers: { Range: `bytes=${offset}-${offset + length - 1}` } }).catch(
      (error: unknown) => {
        throw new Error(`${address} was not reached (${error instanceof Error ? error.message : error})`);
      },
    );
    if (response.status === 200) {
      await response.body?.cancel();
      throw new Error(`${address}: the server answers no range requests; download the file and give it as --from`);
    }
    if (response.status !== 206) throw new Error(`${address}: the server answered ${response.status}`);
    return response.arrayBuffer();
  });
}

/** Holds the file open until `close`. */
export function fileSource(path: string): CountedSource & { close(): void } {
  const file = openSync(path, 'r');
  const source = counted(path, async (offset, length) => {
    const bytes = new Uint8Array(length);
    const read = readSync(file, bytes, 0, length, offset);
    return bytes.buffer.slice(0, read);
  });
  return { ...source, close: () => closeSync(file) };
}

/** @throws Error where it is no box of degrees */
export function bboxOf(text: string): Bbox {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN, ...more] = text
    .split(',')
    .map(Number);
  const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85;
  if (!isBox || more.length > 0) throw new Error(`--bbox ${text}: four degrees are wanted, west,south,east,north`);
  return [west, south, east, north];
}

/** @throws Error where it is no zoom */
export function zoomOf(text: string): number {
  const zoom = Number(text);
  if (!Number.isInteger(zoom) || zoom < 0 || zoom > 22)
    throw new Error(`--maxzoom ${text}: a whole number to 22 is wanted`);
  return zoom;
}

/** In words, for whoever runs the command. */
const REASONS: Partial<Record<string, string>> = {
  'not-pmtiles': 'it is no PMTiles archive of version 3',
  raster: 'it holds pictures, and the base map is drawn from vector tiles',
  'other-schema': 'its layers are not those of the Protomaps base map',
  'old-schema': 'its layers are those of the Protomaps base map before version 4',
  elsewhere: 'it holds nothing of the area',
  packed: 'its tiles are packed in a way that browsers cannot unpack',
  damaged: 'it is damaged',
};

async function checked(source: Source): Promise<void> {
  try {
    await openBaseArchive(source.getKey(), async (offset, length) => (await source.getBytes(offset, length)).data);
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    const found = Object.values(error.params).join(' ');
    throw new Error(`${source.getKey()}: ${REASONS[error.code] ?? error.message}${found === '' ? '' : ` (${found})`}`);
  }
}

export interface BasemapOptions {
  readonly from: string;
  readonly bbox: Bbox;
  readonly maxzoom?: number | undefined;
  readonly out: string;
}

/** Writes beside the goal first, so that a cut that fails leaves the file that was there. */
export async function makeBasemap(
  { from, bbox, maxzoom, out }: BasemapOptions,
  say: (message: string) => void,
  ask: typeof fetch = fetch,
): Promise<void> {
  const local = /^https?:\/\//.test(from) ? null : fileSource(from);
  const source = local ?? addressSource(from, ask);
  const unfinished = `${out}.part`;
  try {
    await checked(source);
    mkdirSync(dirname(out), { recursive: true });
    const { tiles, bytes } = await cutPmtiles(source, fileSink(unfinished), { bbox, maxzoom });
    const written = fileSource(unfinished);
    await checked(written).finally(() => written.close());
    renameSync(unfinished, out);
    const mib = (n: number): string => (n / 1024 / 1024).toFixed(1);
    say(
      `${out}: ${tiles} tiles, ${mib(bytes)} MiB; read ${mib(source.cost.bytes)} MiB in ${source.cost.requests} parts`,
    );
    say('© OpenStreetMap contributors (ODbL), Protomaps. Build again, and it is among the base maps: npm start');
  } finally {
    local?.close();
    rmSync(unfinished, { force: true });
  }
}

async function main(root: string, args: string[], say: (message: string) => void): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      bbox: { type: 'string' },
      maxzoom: { type: 'string' },
      out: { type: 'string', default: join(root, OUT) },
    },
  });
  if (values.from === undefined) throw new Error('--from FILE or URL: which archive is the area to be cut out of?');
  await makeBasemap(
    {
      from: values.from,
      bbox: values.bbox === undefined ? FOSHAN_BBOX : bboxOf(values.bbox),
      maxzoom: values.maxzoom === undefined ? undefined : zoomOf(values.maxzoom),
      out: resolve(values.out),
    },
    say,
  );
}

await runCommand(import.meta.url, main);
