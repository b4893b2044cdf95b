/**
 * Lines and areas whose corners stand in one typed array, 8 bytes each, where arrays of arrays would take ten times as
 * much. Their coordinates are made anew whenever they are asked for, so whoever needs them twice keeps them.
 */
import type { Feature, LineString, Polygon, Position } from 'geojson';

/** 1e-5 degrees, about 1 m: the step that every position here is rounded to. */
const UNITS = 1e5;
const FIRST = 1 << 12;

/** Corners that come line by line. */
class Corners {
  #held = new Int32Array(FIRST);
  #length = 0;

  get count(): number {
    return this.#length / 2;
  }

  add(line: readonly Position[]): void {
    const needed = this.#length + 2 * line.length;
    if (needed > this.#held.length) {
      const larger = new Int32Array(Math.max(needed, 2 * this.#held.length));
      larger.set(this.#held);
      this.#held = larger;
    }
    for (const [lng = 0, lat = 0] of line) {
      this.#held[this.#length++] = Math.round(lng * UNITS);
      this.#held[this.#length++] = Math.round(lat * UNITS);
    }
  }

  between(from: number, to: number): Position[] {
    return Array.from({ length: to - from }, (_, i) => {
      const at = 2 * (from + i);
      return [(this.#held[at] ?? 0) / UNITS, (this.#held[at + 1] ?? 0) / UNITS];
    });
  }
}

class PackedLine implements LineString {
  readonly type = 'LineString';
  readonly #corners: Corners;
  readonly #from: number;
  readonly #to: number;

  constructor(corners: Corners, from: number) {
    this.#corners = corners;
    this.#from = from;
    this.#to = corners.count;
  }

  get coordinates(): Position[] {
    return this.#corners.between(this.#from, this.#to);
  }
}

class PackedPolygon implements Polygon {
  readonly type = 'Polygon';
  readonly #corners: Corners;
  readonly #from: number;
  /** Of each ring. */
  readonly #ends: readonly number[];

  constructor(corners: Corners, from: number, ends: readonly number[]) {
    this.#corners = corners;
    this.#from = from;
    this.#ends = ends;
  }

  get coordinates(): Position[][] {
    return this.#ends.map((end, ring) => this.#corners.between(this.#ends[ring - 1] ?? this.#from, end));
  }
}

type Shape<P> = Feature<LineString | Polygon, P>;

/** @returns a function that packs one shape after another; positions are rounded to 5 decimals */
export function shapePacker(): <P>(shape: Shape<P>) => Shape<P> {
  const corners = new Corners();
  return ({ geometry, properties }) => {
    const from = corners.count;
    if (geometry.type === 'LineString') {
      corners.add(geometry.coordinates);
      return { type: 'Feature', geometry: new PackedLine(corners, from), properties };
    }
    const ends = geometry.coordinates.map((ring) => {
      corners.add(ring);
      return corners.count;
    });
    return { type: 'Feature', geometry: new PackedPolygon(corners, from, ends), properties };
  };
}
