import { describe, expect, it } from 'vitest';
import { fitLook } from '../../src/analysis/fit-look.ts';
import { packText } from '../../src/domain/point-set.ts';
import { parseSavedLook, type SavedLook } from '../../src/domain/schema/saved-look.ts';
import { smallSet } from '../fixtures/imported.ts';

const SAVED: SavedLook = {
  format: 'foshan-224-look',
  version: 1,
  look: {
    colour: 'red',
    size: 9,
    display: 'points',
    acrossM: null,
    colourBy: { kind: 'number', column: '员工数', method: 'own', ramp: 'blue', breaks: [10, 100] },
    sizeBy: '倍数',
    labelBy: { of: 'column', column: '名称' },
    hatch: 'classes',
    opacity: 0.6,
  },
  computed: [{ name: '倍数', form: 'sum', a: '员工数', b: '员工数' }],
};

describe('a saved look', () => {
  it('comes back from its file as it was, and fits a set with the same columns', () => {
    const saved = parseSavedLook(JSON.stringify(SAVED), 'a.look.json');
    expect(saved).toEqual(SAVED);
    const fitted = fitLook(smallSet(), [], saved);
    expect(fitted).toEqual({ look: SAVED.look, computed: SAVED.computed, misfits: [] });
    // Given once more it adds nothing.
    expect(fitLook(smallSet(), SAVED.computed, { ...SAVED, computed: [] }).computed).toEqual(SAVED.computed);
  });

  it('names what does not fit, and takes the rest', () => {
    const set = { ...smallSet(), columns: [packText('员工数', ['很多', '少', '无数'])] };
    const fitted = fitLook(set, [], SAVED);
    expect(fitted.misfits).toEqual([
      { part: 'computed', column: '倍数' },
      { part: 'colourBy', column: '员工数' },
      { part: 'sizeBy', column: '倍数' },
      { part: 'labelBy', column: '名称' },
    ]);
    expect(fitted.look).toMatchObject({ colour: 'red', opacity: 0.6, hatch: 'classes', colourBy: null, sizeBy: null });
    expect(fitted.computed).toEqual([]);
  });

  it('is refused with the reason where the file is another', () => {
    const broken = (change: object) => () => parseSavedLook(JSON.stringify({ ...SAVED, ...change }), 'x.json');
    expect(() => parseSavedLook('{', 'x.json')).toThrow(/JSON/);
    expect(broken({ format: 'other' })).toThrow(/x\.json: format/);
    expect(broken({ look: { ...SAVED.look, opacity: 7 } })).toThrow(/look\.opacity/);
    expect(broken({ look: { ...SAVED.look, colourBy: { kind: 'formula', column: 'a' } } })).toThrow(/look\.colourBy/);
    expect(broken({ computed: [{ name: 'a', form: 'eval', a: 'b', b: null }] })).toThrow(/computed\.0\.form/);
  });
});
