import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOn, type ShownRows, stacksOf, writtenStacks } from '../../src/analysis/stacks.ts';
import { randomSet } from '../fixtures/random-set.ts';

/** A set whose rows stand where `places` says; null is nowhere. */
function standing(places: readonly (readonly [number, number] | null)[], rows?: readonly number[]): ShownRows {
  const set = {
    ...randomSet({ seed: 1, count: places.length }),
    positions: Float64Array.from(places.flatMap((place) => place ?? [Number.NaN, Number.NaN])),
  };
  return { set, rows: rows === undefined ? undefined : Uint32Array.from(rows) };
}

const A = [113.1, 23] as const;
const B = [113.2, 22.9] as const;
const listed = (shown: readonly ShownRows[]) => {
  const { positions, counts } = stacksOf(shown);
  return [...counts].map((count, i) => [positions[2 * i], positions[2 * i + 1], count]);
};

describe('rows on one point', () => {
  it('are counted across sets, and only those that the filter shows', () => {
    expect(listed([standing([A, B, A, null, A]), standing([B, null])])).toEqual([
      [...A, 3],
      [...B, 2],
    ]);
    expect(listed([standing([A, B, A, null, A], [0, 1, 3])])).toEqual([]);
    expect(listed([standing([null, null])])).toEqual([]);
  });

  it('are those that no scale of the map can part, and no others', () => {
    const near = [A[0] + 1e-8, A[1]] as const;
    const off = [A[0] + 2e-6, A[1]] as const;
    expect(listed([standing([A, near, off])])).toEqual([[...A, 2]]);
    expect([...rowsOn(standing([off, near, A]), A)]).toEqual([1, 2]);
  });

  it('are as many as a count by hand finds, wherever they are', () => {
    const place = fc.option(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { nil: null });
    const sets = fc.array(fc.array(place, { maxLength: 30 }), { maxLength: 3 });
    fc.assert(
      fc.property(sets, (given) => {
        const byHand = new Map<string, number>();
        for (const each of given.flat()) if (each !== null) byHand.set(`${each}`, (byHand.get(`${each}`) ?? 0) + 1);
        const expected = [...byHand.values()].filter((n) => n > 1);
        const shown = given.map((places) =>
          standing(places.map((each) => each && [113 + each[0] / 10, 22 + each[1] / 10])),
        );
        const { positions, counts } = stacksOf(shown);
        expect([...counts].sort()).toEqual(expected.sort());
        // What is written beside a point is what its list holds.
        counts.forEach((count, i) => {
          const at = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0] as const;
          expect(shown.reduce((sum, each) => sum + rowsOn(each, at).length, 0)).toBe(count);
        });
      }),
    );
  });

  it('have room for the largest of a view where they are many', () => {
    const many = Array.from({ length: 1000 }, (_, i) => [113 + i * 2e-4, 23] as const);
    const stacks = stacksOf([standing([...many, ...many, ...many.slice(500, 501)])]);
    const whole = writtenStacks(stacks, { bbox: [112, 22, 114, 24], zoom: 9 });
    // At this scale they stand within 145 px: there is room for six or seven, the largest among them.
    expect(whole.length).toBeGreaterThan(4);
    expect(whole.length).toBeLessThan(9);
    expect(whole[0]?.count).toBe(3);
    const close = writtenStacks(stacks, { bbox: [113.0009, 22, 113.0029, 24], zoom: 17 });
    expect(close.length).toBe(10);
    expect(writtenStacks(stacks, null)[0]?.count).toBe(3);
  });
});
