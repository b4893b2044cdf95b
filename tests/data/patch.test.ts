import { describe, expect, it } from 'vitest';
import { patchFileName, patchOf, patchText, readPatch } from '../../src/data/export/patch.ts';
import { correct, fieldOfFact, moved } from '../fixtures/corrections.ts';
import { testBase } from '../fixtures/data.ts';

const { sites } = await testBase();
const laboratory = sites.find(({ id }) => id === 'jihua-laboratory');
if (laboratory === undefined) throw new Error('the laboratory is in the register');

const text = { value: { zh: '某', en: 'some' }, unit: null, qualifier: 'exact', asPrinted: '某', asOf: null };
const corrections = [
  moved(laboratory),
  correct(laboratory, 'location', { position: null, precision: 'unknown', radiusM: null }),
  correct(laboratory, 'status', { value: 'unknown', date: null }),
  correct(laboratory, fieldOfFact(laboratory, 'text'), text),
  correct(laboratory, 'fact:floor-area#0', {
    value: { min: 30, max: 31 },
    unit: '万平方米',
    qualifier: 'about',
    asPrinted: '30–31',
    asOf: '2026-02',
  }),
];
const patch = patchOf(corrections, '2026-01-01.aaaaaaaa', '2026-03-04');

describe('a patch file', () => {
  it('comes back as it went out, with or without a byte order mark', () => {
    expect(readPatch(patchText(patch), 'a.json')).toEqual(patch);
    expect(readPatch(`\uFEFF${patchText(patch)}`, 'a.json').corrections).toEqual(corrections);
    expect(patchFileName(patch)).toBe('foshan-224-corrections-2026-03-04.json');
  });

  it('names the file and what is wrong with it', () => {
    const without = (change: object) => () => readPatch(JSON.stringify({ ...patch, ...change }), 'a.json');
    expect(without({ schema: 1 })).not.toThrow();
    expect(() => readPatch('{', 'a.json')).toThrow('a.json: not valid JSON');
    expect(without({ schema: 3 })).toThrow('a.json: schema');
    expect(without({ format: 'geojson' })).toThrow('a.json: format');
    expect(without({ dataVersion: '' })).toThrow('a.json: dataVersion');
    expect(without({ corrections: [{ ...corrections[0], source: { title: '', kind: 'web' } }] })).toThrow(
      'a.json: corrections.0',
    );
    expect(without({ corrections: [{ ...corrections[0], field: 'nameZh' }] })).toThrow('a.json: corrections.0');
    expect(without({ corrections: [{ ...corrections[4], newValue: { ...text, value: 3, unit: '顷' } }] })).toThrow(
      'a.json: corrections.0',
    );
  });
});
