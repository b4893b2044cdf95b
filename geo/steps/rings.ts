/** Lines that share their ends, joined to closed rings. */
import type { Position } from 'geojson';

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Closed rings of lines in any order and direction; `open` counts the lines that close to none. */
export function joinRings(lines: readonly (readonly Position[])[]): { rings: Position[][]; open: number } {
  const left = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const rings: Position[][] = [];
  let open = 0;
  for (let line = left.pop(); line !== undefined; line = left.pop()) {
    let ring = line;
    let parts = 1;
    while (!same(ring[0], ring.at(-1))) {
      const end = ring.at(-1);
      const at = left.findIndex((next) => same(next[0], end) || same(next.at(-1), end));
      const next = at === -1 ? undefined : left.splice(at, 1)[0];
      if (next === undefined) break;
      ring = [...ring, ...(same(next[0], end) ? next : [...next].reverse()).slice(1)];
      parts += 1;
    }
    if (same(ring[0], ring.at(-1)) && ring.length > 3) rings.push(ring);
    else open += parts;
  }
  return { rings, open };
}
