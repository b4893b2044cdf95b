/** Positions by the ids of nodes, in typed arrays: 16 bytes a node, where a Map would take over a hundred. */

/** 1e-7 degrees, as OpenStreetMap stores them. */
const UNITS = 1e7;
const FIRST = 1024;

type Array64 = Float64Array<ArrayBuffer>;

/** Numbers that come one by one; ids of nodes are above 2³². */
export class Numbers {
  #held: Array64 = new Float64Array(FIRST);
  length = 0;

  push(value: number): void {
    if (this.length === this.#held.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.length] = value;
    this.length += 1;
  }

  /** Ascending, each once. */
  sorted(): Array64 {
    const all = this.#held.slice(0, this.length).sort();
    let kept = 0;
    for (const value of all) {
      if (kept === 0 || all[kept - 1] !== value) {
        all[kept] = value;
        kept += 1;
      }
    }
    return all.slice(0, kept);
  }
}

/** Where `id` stands in ascending ids; -1 where it does not. */
export function indexOfId(ids: Float64Array, length: number, id: number): number {
  let [low, high] = [0, length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export type LonLat = { lon: number; lat: number };

/** Nodes of a chunk: what is held grows by chunks, so that no copy of all of it is ever made. */
const CHUNK = 1 << 18;

interface Chunk {
  readonly ids: Float64Array;
  /** Longitude and latitude in turn. */
  readonly lonLat: Int32Array;
  length: number;
}

/** Nodes that are added in the order of their ids. */
export class NodeStore {
  readonly #chunks: Chunk[] = [];
  #last = -Infinity;
  length = 0;

  /** False where the id is not larger than the one before. */
  add(id: number, lon: number, lat: number): boolean {
    if (id <= this.#last) return false;
    this.#last = id;
    let chunk = this.#chunks.at(-1);
    if (chunk === undefined || chunk.length === CHUNK) {
      chunk = { ids: new Float64Array(CHUNK), lonLat: new Int32Array(2 * CHUNK), length: 0 };
      this.#chunks.push(chunk);
    }
    const at = chunk.length;
    chunk.ids[at] = id;
    chunk.lonLat[2 * at] = Math.round(lon * UNITS);
    chunk.lonLat[2 * at + 1] = Math.round(lat * UNITS);
    chunk.length += 1;
    this.length += 1;
    return true;
  }

  has(id: number): boolean {
    const chunk = this.#chunkOf(id);
    return chunk !== undefined && indexOfId(chunk.ids, chunk.length, id) !== -1;
  }

  get(id: number): LonLat | null {
    const chunk = this.#chunkOf(id);
    const at = chunk === undefined ? -1 : indexOfId(chunk.ids, chunk.length, id);
    if (chunk === undefined || at === -1) return null;
    return { lon: (chunk.lonLat[2 * at] ?? 0) / UNITS, lat: (chunk.lonLat[2 * at + 1] ?? 0) / UNITS };
  }

  /** The last chunk that does not begin beyond the id. */
  #chunkOf(id: number): Chunk | undefined {
    let [low, high] = [0, this.#chunks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#chunks[middle]?.ids[0] ?? Infinity) <= id) low = middle;
      else high = middle - 1;
    }
    return this.#chunks[low];
  }
}
