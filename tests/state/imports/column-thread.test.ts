import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { type ColumnWork, columnWork, LARGE } from '../../../src/analysis/column-work.ts';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import { createColumnThread } from '../../../src/state/imports/column-thread.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { ALONE } from '../../../src/state/imports/kept-sets.ts';
import { classesOf, sizesOf } from '../../../src/state/imports/set-counts.ts';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';
import { randomSet } from '../../fixtures/random-set.ts';

const OUTPUT = Array.from({ length: LARGE }, (_, row) => (row % 10 === 0 ? '暂无' : String((row * 7) % 1000)));

function largeSet(): PointSet {
  return { ...randomSet({ seed: 4, count: LARGE }), id: 'a', columns: [packText('产值', OUTPUT)] };
}

/** The thread's work, done here, each task once it is let go. */
function thread() {
  const done = {
    facts: vi.fn((...given: Parameters<ColumnWork['facts']>) => Promise.resolve(columnWork.facts(...given))),
    classes: vi.fn((...given: Parameters<ColumnWork['classes']>) => Promise.resolve(columnWork.classes(...given))),
    sizes: vi.fn((...given: Parameters<ColumnWork['sizes']>) => Promise.resolve(columnWork.sizes(...given))),
    mask: vi.fn((...given: Parameters<ColumnWork['mask']>) => Promise.resolve(columnWork.mask(...given))),
    rows: vi.fn((...given: Parameters<ColumnWork['rows']>) => Promise.resolve(columnWork.rows(...given))),
    order: vi.fn((...given: Parameters<ColumnWork['order']>) => Promise.resolve(columnWork.order(...given))),
  };
  return done;
}

const COLOUR = { kind: 'number', column: '产值', method: 'quantile', ramp: 'heat', breaks: [] } as const;

async function withLarge(work: ReturnType<typeof thread>, fails = false) {
  const columns = createColumnThread((ask) => (fails ? Promise.reject(new Error('ended')) : ask(work)));
  const imports = createImports(NO_STORE, vi.fn(), ALONE, signal(null), columns);
  await imports.add({ set: largeSet(), receipt: smallImport().receipt });
  return imports;
}

describe('a large set', () => {
  it('is coloured and sized once its thread has worked it out, and says so meanwhile; limits of numbers wait for nothing', async () => {
    const work = thread();
    const imports = await withLarge(work);
    expect(work.facts).toHaveBeenCalledOnce();
    imports.restyle('a', { colourBy: COLOUR });
    imports.restyle('a', { sizeBy: '产值' });
    expect(imports.working.value).toEqual(new Set(['a']));
    expect(imports.byId('a')?.look.colourBy).toBeUndefined();
    await vi.waitFor(() => expect(imports.working.value.size).toBe(0));
    const item = imports.byId('a');
    if (item === null) throw new Error('the set is gone');
    expect(item.look).toMatchObject({ colourBy: COLOUR, sizeBy: '产值' });
    expect(classesOf(item.set, COLOUR)).toEqual(columnWork.classes(item.set, COLOUR));
    expect(sizesOf(item.set, item.look)?.greatest).toBe(999);
    const columns = [{ kind: 'number', column: '产值', from: 990, to: null, blank: false }] as const;
    imports.refilter('a', { columns });
    expect(work.mask).not.toHaveBeenCalled();
    expect(imports.byId('a')?.rows).toHaveLength(OUTPUT.filter((text) => Number(text) >= 990).length);
  });

  it('of several filters that wait works out the last', async () => {
    const work = thread();
    const imports = await withLarge(work);
    for (let from = 1; from <= 50; from++)
      imports.refilter('a', { columns: [{ kind: 'text', column: '产值', text: String(from) }] });
    await vi.waitFor(() => expect(imports.working.value.size).toBe(0));
    expect(work.mask.mock.calls.length).toBeLessThan(4);
    expect(imports.byId('a')?.filter.columns).toMatchObject([{ text: '50' }]);
  });

  it('is shown all the same where the thread has ended', async () => {
    const imports = await withLarge(thread(), true);
    imports.restyle('a', { colourBy: COLOUR });
    await vi.waitFor(() => expect(imports.byId('a')?.look.colourBy).toEqual(COLOUR));
    expect(imports.working.value.size).toBe(0);
  });

  it('has its table sorted there, by its own column alone, and searched in all', async () => {
    const work = thread();
    const imports = await withLarge(work);
    const item = imports.byId('a');
    if (item === null) throw new Error('the set is gone');
    const sorted = await imports.columns.rows(item.set, undefined, '', { column: 0, descending: true });
    expect(OUTPUT[sorted?.[0] ?? 0]).toBe('999');
    expect(OUTPUT[sorted?.at(-1) ?? 0]).toBe('暂无');
    // The column goes there once; the other way round its order is known.
    const back = await imports.columns.rows(item.set, undefined, '', { column: 0, descending: false });
    expect(OUTPUT[back?.[0] ?? 0]).toBe('1');
    expect(work.order.mock.calls.filter(([, column]) => column !== null)).toHaveLength(1);
    const found = await imports.columns.rows(item.set, undefined, '暂', null);
    expect(found).toHaveLength(LARGE / 10);
  });
});
