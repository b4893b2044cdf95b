import { describe, expect, it } from 'vitest';
import { SET_SHADES, THINNED_FROM } from '../../../src/domain/set-look.ts';
import { ColumnCache, coloursOf, drawingOrder, rgb, shownOf } from '../../../src/map/overlay/columns.ts';
import { nearestRow } from '../../../src/map/overlay/nearest-row.ts';
import { smallSet } from '../../fixtures/imported.ts';

const ORDER = Uint32Array.of(0, 1, 2);

describe('columns of a set', () => {
  it('a large set is drawn in a mixed order that meets every row once', () => {
    const n = THINNED_FROM + 3;
    const order = drawingOrder(n);
    expect(new Set(order).size).toBe(n);
    // The first tenth stands for all: every tenth of the file has its share of it.
    const shares = new Array<number>(10).fill(0);
    for (const row of order.subarray(0, n / 10)) {
      const tenth = Math.floor((row * 10) / n);
      shares[tenth] = (shares[tenth] ?? 0) + 10 / n;
    }
    for (const share of shares) expect(share).toBeCloseTo(0.1, 2);
    expect([...drawingOrder(3)]).toEqual([0, 1, 2]);
  });

  it('the few points of a large set are its first in the drawing order, made without the others', () => {
    const n = THINNED_FROM + 3;
    expect(drawingOrder(n, 1000)).toEqual(drawingOrder(n).subarray(0, 1000));
    const set = smallSet();
    const [all, few] = [new ColumnCache(), new ColumnCache(2)];
    expect(few.last(set)).toBeNull();
    const [whole, some] = [all, few].map((cache) =>
      cache.of(set, Uint32Array.of(1, 2), { colour: 'cluster' }, 'light'),
    );
    expect(some?.length).toBe(2);
    for (const name of ['getPosition', 'getColor', 'getFilterValue'] as const) {
      const column = some?.attributes[name].value;
      expect([...(column ?? [])]).toEqual([...(whole?.attributes[name].value.subarray(0, column?.length) ?? [])]);
    }
    expect(few.last(set)).toBe(some);
  });

  it('colours by cluster, grey where none is stated, half opaque where only the town is known', () => {
    const colours = coloursOf(smallSet(), ORDER, { colour: 'cluster' }, 'light');
    expect([...colours.subarray(8, 12)]).toEqual([140, 140, 140, 128]);
    expect([...colours.subarray(0, 3)]).not.toEqual([...colours.subarray(4, 7)]);
    expect(colours[3]).toBe(255);
    const [r, g, b] = rgb(SET_SHADES.dark.red);
    expect([...coloursOf(smallSet(), ORDER, { colour: 'red' }, 'dark').subarray(0, 4)]).toEqual([r, g, b, 255]);
  });

  it('hides what the filter leaves out and what has no place', () => {
    const set = smallSet();
    set.positions.fill(Number.NaN, 0, 2);
    expect([...shownOf(set, ORDER, set.positions, undefined)]).toEqual([0, 1, 1]);
    expect([...shownOf(set, ORDER, set.positions, Uint32Array.of(0, 2))]).toEqual([0, 0, 1]);
  });

  it('are sized by a column, the large ones first, and hollow where it is blank', () => {
    const cache = new ColumnCache();
    const set = smallSet();
    expect(cache.of(set, undefined, { colour: 'blue' }, 'light').attributes.getSize).toBeUndefined();
    const { attributes } = cache.of(set, undefined, { colour: 'blue', sizeBy: '员工数' }, 'light');
    const [large, middle = 0, small] = attributes.getSize?.value ?? [];
    // 120, 85 and a blank.
    expect([large, small]).toEqual([40, 6]);
    expect(middle).toBeCloseTo(40 * Math.sqrt(85 / 120), 4);
    expect([3, 7, 11].map((at) => attributes.getColor.value[at])).toEqual([255, 255, 128]);
    const few = {
      ...set,
      precision: new Uint8Array(3),
      columns: [{ kind: 'number', name: 'n', values: Float64Array.of(1, Number.NaN, 4) }],
    } as const;
    const turned = cache.of(few, undefined, { colour: 'blue', sizeBy: 'n' }, 'light').attributes;
    expect([...(turned.getSize?.value ?? [])]).toEqual([40, 20, 6]);
    expect(turned.getPosition.value[0]).toBe(set.positions[4]);
    expect(turned.getColor.value[11]).toBe(128);
  });

  it('are the same object until something changes, so that nothing is uploaded twice', () => {
    const cache = new ColumnCache();
    const set = smallSet();
    const first = cache.of(set, undefined, { colour: 'blue' }, 'light');
    expect(cache.of(set, undefined, { colour: 'blue' }, 'light')).toBe(first);
    const filtered = cache.of(set, Uint32Array.of(1), { colour: 'blue' }, 'light');
    expect(filtered).not.toBe(first);
    expect(filtered.attributes.getColor).toBe(first.attributes.getColor);
    expect(filtered.attributes.getPosition).toBe(first.attributes.getPosition);
  });
});

describe('the row under the pointer', () => {
  it('is the nearest within reach that passes', () => {
    const set = smallSet();
    expect(nearestRow(set, 113.1004, 23.0201, 0.001, 0.001, () => true)).toBe(0);
    expect(nearestRow(set, 113.1004, 23.0201, 0.0001, 0.0001, () => true)).toBeNull();
    expect(nearestRow(set, 113.1, 23.02, 0.001, 0.001, (row) => row !== 0)).toBeNull();
  });
});
