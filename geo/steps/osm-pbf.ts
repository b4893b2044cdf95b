/**
 * Reads an .osm.pbf file in a stream, block after block: of a file of any size only one block is held. Which of the
 * blocks are unpacked is the caller's choice, by the type of what they hold. Errors name the file and the reason.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { inflateSync } from 'node:zlib';
import { OSMTransform, parse } from 'osm-pbf-parser-node';
import { PbfReader } from 'pbf';
import { OSM_KEYS, OSM_TYPES, type OsmTags, type OsmType } from './osm-asked.ts';

export interface PbfNode {
  readonly type: 'node';
  readonly id: number;
  /** Degrees, WGS-84. */
  readonly lat: number;
  readonly lon: number;
  readonly tags?: OsmTags;
}
export interface PbfWay {
  readonly type: 'way';
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: OsmTags;
}
export interface PbfRelation {
  readonly type: 'relation';
  readonly id: number;
  readonly members: readonly { readonly type: OsmType; readonly ref: number; readonly role: string }[];
  readonly tags?: OsmTags;
}
export type PbfElement = PbfNode | PbfWay | PbfRelation;

/** Larger headers of a block are forbidden by the format. */
const MAX_HEADER_BYTES = 65_536;
const CHUNK_BYTES = 1 << 20;
const KEEP = { withTags: { node: [...OSM_KEYS], way: [...OSM_KEYS], relation: [...OSM_KEYS] }, withInfo: false };

/**
 * Hands over every element of the wanted types, in the order of the file.
 * @returns when the data was taken from OpenStreetMap, ISO 8601; null where the file does not say
 * @throws Error where the file is not there, not a PBF, damaged or cut off
 */
export async function readPbf(
  path: string,
  wanted: ReadonlySet<OsmType>,
  take: (element: PbfElement) => void,
): Promise<string | null> {
  const name = basename(path);
  await checkStart(path, name);
  let state: string | null = null;
  for await (const part of partsOf(path, name)) {
    if (!(part instanceof Uint8Array)) {
      state ??= stateOf(part);
      continue;
    }
    const block = unpacked(part, name);
    if ([...typesIn(block)].every((type) => !wanted.has(type))) continue;
    for (const element of elementsOf(block, name)) if (isElement(element) && wanted.has(element.type)) take(element);
  }
  return state;
}

/** A PBF file begins with the length of a small header that names itself. */
async function checkStart(path: string, name: string): Promise<void> {
  const file = await open(path).catch((error: unknown) => {
    throw new Error(`${name}: cannot be read (${messageOf(error)})`);
  });
  const read = () => file.read(Buffer.alloc(64), 0, 64, 0);
  const { buffer, bytesRead } = await read().finally(() => {
    void file.close();
  });
  if (bytesRead === 0) throw new Error(`${name}: the file is empty`);
  const isPbf = bytesRead >= 16 && buffer.readUInt32BE(0) <= MAX_HEADER_BYTES && buffer.includes('OSMHeader');
  if (!isPbf) {
    throw new Error(
      `${name}: not an OpenStreetMap PBF file (.osm.pbf); an .osm, .osm.bz2 or .o5m file is turned into one by osmium cat`,
    );
  }
}

/** Headers, as arrays of one object, and packed blocks. Written by hand, since an error in a pipe would reach nobody. */
async function* partsOf(path: string, name: string): AsyncGenerator<unknown> {
  const transform = new OSMTransform({ writeRaw: true });
  let problem: unknown = null;
  transform.on('error', (error) => {
    problem = error;
  });
  const drain = function* (): Generator<unknown> {
    for (let part: unknown = transform.read(); part !== null; part = transform.read()) yield part;
  };
  const damaged = (error: unknown): Error =>
    new Error(`${name}: the file is damaged (${messageOf(error)}); download it again and compare its checksum`);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    try {
      transform.write(chunk);
    } catch (error) {
      throw damaged(error);
    }
    yield* drain();
    if (problem !== null) throw damaged(problem);
  }
  await new Promise<void>((resolve) => {
    transform.once('error', () => resolve()).once('end', resolve);
    transform.resume().end();
  });
  if (problem !== null) {
    throw new Error(`${name}: the file ends in the middle of a block: it was cut off; download it again`);
  }
}

function unpacked(packed: Uint8Array, name: string): Buffer {
  try {
    return inflateSync(packed);
  } catch (error) {
    throw new Error(`${name}: a block cannot be unpacked (${messageOf(error)}); download the file again`);
  }
}

function elementsOf(block: Buffer, name: string): object[] {
  try {
    return parse(block, KEEP);
  } catch (error) {
    throw new Error(`${name}: a block cannot be read (${messageOf(error)})`);
  }
}

/** By the field of a group: single nodes, dense nodes, ways, relations. */
const TYPE_OF_FIELD: Readonly<Record<number, OsmType>> = { 1: 'node', 2: 'node', 3: 'way', 4: 'relation' };
const GROUP_FIELD = 2;

/** Types of what a block holds, without reading it: a group holds one type, so its first field tells. */
function typesIn(block: Uint8Array): Set<OsmType> {
  const types = new Set<OsmType>();
  new PbfReader(block).readFields((tag, found, pbf) => {
    if (tag !== GROUP_FIELD) return;
    const end = pbf.readVarint() + pbf.pos;
    if (pbf.pos < end) {
      const type = TYPE_OF_FIELD[pbf.readVarint() >> 3];
      if (type !== undefined) found.add(type);
    }
    pbf.pos = end;
  }, types);
  return types;
}

function isElement(value: object): value is PbfElement {
  return 'type' in value && OSM_TYPES.some((type) => type === value.type);
}

const TIMESTAMP = 'osmosis_replication_timestamp';

function stateOf(header: unknown): string | null {
  const [first]: unknown[] = Array.isArray(header) ? header : [];
  if (typeof first !== 'object' || first === null || !(TIMESTAMP in first)) return null;
  const seconds = first[TIMESTAMP];
  return typeof seconds === 'number' && seconds > 0 ? new Date(seconds * 1000).toISOString() : null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
