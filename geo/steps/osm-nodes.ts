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

/** Nodes that are added in the order of their ids. */
export class NodeStore {
  #ids: Array64 = new Float64Array(FIRST);
  #lonLat = new Int32Array(2 * FIRST);
  length = 0;

  /** False where the id is not larger than the one before. */
  add(id: number, lon: number, lat: number): boolean {
    const at = this.length;
    if (at > 0 && id <= (this.#ids[at - 1] ?? 0)) return false;
    if (at === this.#ids.length) this.#grow();
    this.#ids[at] = id;
    this.#lonLat[2 * at] = Math.round(lon * UNITS);
    this.#lonLat[2 * at + 1] = Math.round(lat * UNITS);
    this.length = at + 1;
    return true;
  }

  has(id: number): boolean {
    return indexOfId(this.#ids, this.length, id) !== -1;
  }

  get(id: number): LonLat | null {
    const at = indexOfId(this.#ids, this.length, id);
    if (at === -1) return null;
    return { lon: (this.#lonLat[2 * at] ?? 0) / UNITS, lat: (this.#lonLat[2 * at + 1] ?? 0) / UNITS };
  }

  #grow(): void {
    const ids = new Float64Array(2 * this.#ids.length);
    ids.set(this.#ids);
    const lonLat = new Int32Array(2 * this.#lonLat.length);
    lonLat.set(this.#lonLat);
    [this.#ids, this.#lonLat] = [ids, lonLat];
  }
}
