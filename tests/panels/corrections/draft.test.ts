import { describe, expect, it } from 'vitest';
import { type CorrectedField, isFactCorrection, newFactState } from '../../../src/domain/corrections.ts';
import { correctionOf, draftOf, pastedPair, unitsFor } from '../../../src/panels/corrections/draft.ts';
import type { FormDraft } from '../../../src/panels/corrections/form-draft.ts';
import { fieldOfFact, moved } from '../../fixtures/corrections.ts';
import { testBase } from '../../fixtures/data.ts';

const { sites, districts } = await testBase();
const found = sites.find(({ id }) => id === 'jihua-laboratory');
if (found === undefined) throw new Error('the laboratory is in the register');
const site = found;

const SOURCE = { title: ' 公示牌 ', url: 'https://example.org/a' };

function made(field: CorrectedField, change: Partial<FormDraft>) {
  const context = { site, field, districts, made: '2026-03-04', dataVersion: '2026-01-01.aaaaaaaa' };
  return correctionOf({ ...draftOf(site, field, undefined), ...SOURCE, ...change }, context);
}

describe('correctionOf', () => {
  it('makes a correction of what is typed, blanks trimmed and the point to 0.1 m', () => {
    expect(made('location', { lng: '113.23180049', lat: ' 22.9965', precision: 'exact', radius: '30' })).toEqual({
      record: 'jihua-laboratory',
      field: 'location',
      oldValue: { position: site.location.position, precision: site.precision, radiusM: site.radiusM },
      newValue: { position: [113.2318, 22.9965], precision: 'exact', radiusM: 30 },
      source: { title: '公示牌', url: 'https://example.org/a', kind: 'web' },
      made: '2026-03-04',
      dataVersion: '2026-01-01.aaaaaaaa',
    });
  });

  it('takes an amount in the printed unit, a range, and a text in both languages', () => {
    const one = made('fact:floor-area#0', { value: '31.5', unit: '万平方米', asPrinted: '31.5万平方米', asOf: '' });
    expect(one).toMatchObject({ newValue: { value: 31.5, unit: '万平方米', asOf: null } });
    const range = made('fact:floor-area#0', { value: '30', valueTo: '32', unit: '万平方米', asPrinted: '30–32' });
    expect(range).toMatchObject({ newValue: { value: { min: 30, max: 32 } } });
    const text = made(fieldOfFact(site, 'text'), { zh: '改了', en: 'Changed', asPrinted: '改了' });
    expect(text).toMatchObject({ newValue: { value: { zh: '改了', en: 'Changed' }, unit: null } });
  });

  it.each<[CorrectedField, Partial<FormDraft>, string[]]>([
    ['location', { lng: '113.2x', radius: '5' }, ['positionNumber']],
    ['location', { lng: '', lat: '23' }, ['positionNumber']],
    ['location', { radius: '-5' }, ['radiusNumber']],
    ['location', { radius: 'some', title: '' }, ['sourceTitle', 'radiusNumber']],
    ['location', { lng: '112.9', lat: '22.8' }, ['wrongDistrict']],
    ['location', { lng: '22.99', lat: '113.23' }, ['positionNumber']],
    ['location', {}, ['unchanged']],
    ['status', { status: 'ended', statusDate: '' }, ['statusDate']],
    ['status', { status: 'ended', statusDate: '2026-13' }, ['date']],
    ['status', { status: 'ended', url: 'example.org', sourceDate: 'May' }, ['sourceUrl', 'sourceDate']],
    ['fact:floor-area#0', { value: '3e5', asPrinted: '1' }, ['number']],
    ['fact:floor-area#0', { value: '1', asPrinted: ' ' }, ['asPrinted']],
    ['fact:floor-area#0', { value: '1', unit: '顷', asPrinted: '1' }, ['unit']],
    ['fact:floor-area#0', { value: '3', valueTo: '2', asPrinted: '3' }, ['range']],
    ['fact:laboratory-rank#0', { en: '' }, ['text']],
  ])('%s %o: %s', (field, change, problems) => {
    const result = made(field, change);
    if (!Array.isArray(result)) throw new Error('the correction should not be made');
    expect(new Set(result)).toEqual(new Set(problems));
  });
});

describe('draftOf', () => {
  it('opens with the register’s value, amounts in the plain unit, so that saving it changes nothing', () => {
    for (const [index, { key, value }] of site.facts.entries()) {
      const nth = site.facts.slice(0, index).filter((fact) => fact.key === key).length;
      expect(made(`fact:${key}#${nth}`, {}), `${key} ${JSON.stringify(value)}`).toEqual(['unchanged']);
    }
    expect(made('status', {})).toEqual(['unchanged']);
  });

  it('opens with the correction that is there, its source too', () => {
    const draft = draftOf(site, 'location', moved(site));
    expect(draft).toMatchObject({
      lng: '113.2318',
      lat: '22.9965',
      precision: 'exact',
      radius: '30',
      title: '现场公示牌',
      sourceKind: 'web',
    });
  });
});

describe('unitsFor', () => {
  it('offers the plain unit first and converts each to the same kind', () => {
    expect(unitsFor('m²')[0]).toBe('m2');
    expect(unitsFor('CNY')).toContain('亿元');
    for (const unit of unitsFor('m²')) {
      const correction = made('fact:floor-area#0', { value: '7', unit, asPrinted: '7' });
      if (Array.isArray(correction) || !isFactCorrection(correction)) throw new Error(unit);
      expect(newFactState(correction).unit).toBe('m²');
    }
  });
});

describe('pastedPair', () => {
  it('takes a pair as map sites write it', () => {
    expect(pastedPair(' 113.2, 22.9 ')).toEqual(['113.2', '22.9']);
    expect(pastedPair('113.2，22.9')).toEqual(['113.2', '22.9']);
    expect([pastedPair('113.2'), pastedPair('113.2, 22.9, 5')]).toEqual([null, null]);
  });
});
