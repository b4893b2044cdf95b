import { describe, expect, it } from 'vitest';
import { changedSet } from '../../src/analysis/changed-set.ts';
import { computedColumn, unworkable, withComputed } from '../../src/analysis/computed-values.ts';
import { rowAreaM2 } from '../../src/analysis/shape-size.ts';
import { measureColumns } from '../../src/domain/column-values.ts';
import type { ComputedColumn } from '../../src/domain/computed-column.ts';
import { packText } from '../../src/domain/point-set.ts';
import { NO_CHANGES, withStep } from '../../src/domain/set-changes.ts';
import { randomSet } from '../fixtures/random-set.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

const list = {
  ...randomSet({ seed: 2, count: 5 }),
  columns: [
    packText('产值', ['1,200', '800', '暂无', '0', '-5']),
    { kind: 'number' as const, name: '用地', values: Float64Array.of(30, 0, 12, 10, 5) },
    packText('名称', ['甲', '乙', '丙', '丁', '戊']),
  ],
};
const valuesOf = (column: Omit<ComputedColumn, 'name'>, set = list) => [
  ...(computedColumn(set, { name: 'x', ...column })?.values ?? []),
];
const none = Number.NaN;

describe('computed columns', () => {
  it('are unknown where an input is, and where the divisor is 0', () => {
    expect(valuesOf({ form: 'ratio', a: '产值', b: '用地' })).toEqual([40, none, none, 0, -1]);
    expect(valuesOf({ form: 'difference', a: '产值', b: '用地' })).toEqual([1170, 800, none, -10, -10]);
    expect(valuesOf({ form: 'sum', a: '产值', b: '用地' })).toEqual([1230, 800, none, 10, 0]);
    expect(valuesOf({ form: 'share', a: '用地', b: null }).map((v) => Math.round(v * 10) / 10)).toEqual([
      52.6, 0, 21.1, 17.5, 8.8,
    ]);
    // From nothing, or from below it, there is no growth in per cent.
    expect(valuesOf({ form: 'growth', a: '产值', b: '用地' })).toEqual([-97.5, -100, none, none, none]);
  });

  it('measure densities on the row’s own area, and on nothing else', () => {
    const shapes = shapedSet([{ rings: [rectangle(113, 23, 113.01, 23.01)] }, { at: [113.1, 22.9] }]);
    const set = { ...shapes, columns: [{ kind: 'number' as const, name: '人数', values: Float64Array.of(100, 100) }] };
    const m2 = set.geometries === undefined ? 0 : rowAreaM2(set.geometries, 0);
    expect(m2).toBeGreaterThan(1e6);
    const [perKm2, ofPoint] = computedColumn(set, { name: 'd', form: 'perKm2', a: '人数', b: null })?.values ?? [];
    expect(perKm2).toBeCloseTo(100 / (m2 / 1e6), 9);
    expect(ofPoint).toBeNaN();
    const [perMu] = computedColumn(set, { name: 'd', form: 'perMu', a: '人数', b: null })?.values ?? [];
    expect(perMu).toBeCloseTo(((perKm2 ?? 0) / 1e6) * (2000 / 3), 12);
  });

  it('say why one cannot be worked out', () => {
    expect(unworkable(list, { form: 'ratio', a: '产值', b: '没有' })).toBe('no-column');
    expect(unworkable(list, { form: 'sum', a: '产值', b: '名称' })).toBe('no-numbers');
    expect(unworkable(list, { form: 'perMu', a: '产值', b: null })).toBe('no-areas');
    const gone = { name: 'x', form: 'ratio', a: '没有', b: '用地' } as const;
    expect(withComputed(list, [gone]).columns).toHaveLength(3);
  });

  it('may use those before them, and follow what is edited', () => {
    const computed = [
      { name: '亩均', form: 'ratio', a: '产值', b: '用地' },
      { name: '差', form: 'difference', a: '亩均', b: '用地' },
    ] as const;
    const added = withStep(NO_CHANGES, { kind: 'computed', before: [], after: computed });
    const set = changedSet(list, added);
    expect(set.columns.map(({ name }) => name)).toEqual(['产值', '用地', '名称', '亩均', '差']);
    const edited = changedSet(list, withStep(added, { kind: 'cell', column: 1, row: 1, before: null, after: '20' }));
    const [ratio, difference] = edited.columns.slice(3).map((column) => column.kind === 'number' && column.values[1]);
    expect([ratio, difference]).toEqual([40, 20]);
    expect(measureColumns(set).map(({ name, summable }) => [name, summable])).toEqual([
      ['产值', true],
      ['用地', true],
      ['亩均', false],
      ['差', true],
    ]);
  });
});
