import { describe, expect, it } from 'vitest';
import {
  applyCorrections,
  currentValue,
  factField,
  factIndex,
  rightsAfter,
  sameNewValue,
  sourceKeyFor,
  standingOf,
} from '../../src/domain/corrections.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import { isCorrected } from '../../src/domain/site.ts';
import { correct, fieldOfFact, META, moved } from '../fixtures/corrections.ts';
import { testBase } from '../fixtures/data.ts';

const { sites } = await testBase();
const site = (id: string) => {
  const found = sites.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found;
};
const laboratory = site('jihua-laboratory');
const shown = (corrections: Correction[], id = laboratory.id) =>
  applyCorrections(sites, corrections).find((s) => s.id === id);

describe('fields of facts', () => {
  it('number the facts of one key, and find each again', () => {
    const fields = laboratory.facts.map((_, index) => factField(laboratory.facts, index));
    expect(fields).toContain('fact:construction-start-phase-2#1');
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.map((field) => factIndex(laboratory.facts, field))).toEqual(
      laboratory.facts.map((_, index) => index),
    );
    expect(factIndex(laboratory.facts, 'fact:construction-start-phase-2#2')).toBe(-1);
  });
});

describe('applyCorrections', () => {
  it('moves the point, and says that it is the user’s', () => {
    const correction = moved(laboratory);
    expect(shown([correction])).toMatchObject({
      position: [113.2318, 22.9965],
      precision: 'exact',
      radiusM: 30,
      location: {
        position: [113.2318, 22.9965],
        rights: 'unclear',
        how: { en: 'Corrected on 2026-03-04, after: 现场公示牌' },
      },
      corrected: { location: correction },
    });
    const key = shown([correction])?.location.sources[0] ?? '';
    expect(shown([correction])?.sources[key]).toEqual(META.source);
  });

  it('leaves every other record the same object, and the register untouched', () => {
    const after = applyCorrections(sites, [moved(laboratory)]);
    expect(after.filter((s, i) => s !== sites[i]).map(({ id }) => id)).toEqual([laboratory.id]);
    expect(isCorrected(laboratory)).toBe(false);
    expect(applyCorrections(sites, [])).toBe(sites);
  });

  it('touches no other record, though that says the same', () => {
    const alike = [laboratory, { ...laboratory, id: 'another' }];
    const status = correct(laboratory, 'status', { value: 'suspended', date: '2026-02' });
    expect(applyCorrections(alike, [status]).map((s) => s.status)).toEqual(['suspended', laboratory.status]);
  });

  it('draws no point where only the city is known, nor where there is none', () => {
    const city = correct(laboratory, 'location', { position: [113.1, 23.0], precision: 'city', radiusM: 30000 });
    expect(shown([city])).toMatchObject({ position: null, precision: 'city' });
    const none = correct(laboratory, 'location', { position: null, precision: 'unknown', radiusM: null });
    expect(shown([none])).toMatchObject({ position: null, radiusM: null });
  });

  it('changes a status with its date, and one fact in base units', () => {
    const status = correct(laboratory, 'status', { value: 'suspended', date: '2026-02' });
    const area = correct(laboratory, 'fact:floor-area-phase-1#0', {
      value: 13.5,
      unit: '万平方米',
      qualifier: 'about',
      asPrinted: '约13.5万平方米',
      asOf: '2026',
    });
    const after = shown([status, area]);
    expect(after).toMatchObject({ status: 'suspended', statusDate: '2026-02', statusDateNote: null });
    expect(after?.facts.find(({ key }) => key === 'floor-area-phase-1')).toMatchObject({
      value: 135000,
      unit: 'm²',
      qualifier: 'about',
      asOf: '2026',
    });
    expect(after?.facts.length).toBe(laboratory.facts.length);
    expect(Object.keys(after?.corrected ?? {})).toEqual(['status', 'fact:floor-area-phase-1#0']);
  });

  it('shows nothing of a conflict, of a value that the register has by now, or of a second correction', () => {
    const oldValue = { position: null, precision: 'unknown', radiusM: null };
    const stale = correct(
      laboratory,
      'location',
      { position: [113.2, 23], precision: 'exact', radiusM: 1 },
      { oldValue },
    );
    const same = correct(laboratory, 'location', currentValue(laboratory, 'location') ?? {}, { oldValue });
    expect([standingOf(laboratory, stale), standingOf(laboratory, same), standingOf(undefined, same)]).toEqual([
      'conflict',
      'merged',
      'conflict',
    ]);
    expect(shown([stale, same])).toBe(laboratory);
    const twice = [moved(laboratory, [113.2, 23.0]), moved(laboratory, [113.21, 23.0])];
    expect(shown(twice)?.position).toEqual([113.2, 23.0]);
  });

  it('conflicts where the fact is gone', () => {
    const field = fieldOfFact(laboratory, 'number');
    const correction = correct(laboratory, field, {
      value: 1,
      unit: 'm2',
      qualifier: 'exact',
      asPrinted: '1',
      asOf: null,
    });
    expect(standingOf({ ...laboratory, facts: [] }, correction)).toBe('conflict');
  });
});

describe('comparison', () => {
  it('takes equal values for equal whatever their source, order of keys, or decimals beyond 0.1 m', () => {
    const correction = moved(laboratory);
    const newValue = { radiusM: 30, precision: 'exact', position: [113.23180004, 22.99649996] };
    const other = correct(laboratory, 'location', newValue, { made: '2026-05-05' });
    expect(sameNewValue(correction, other)).toBe(true);
    expect(sameNewValue(correction, moved(laboratory, [113.2319, 22.9965]))).toBe(false);
  });

  it('compares amounts in base units', () => {
    const make = (value: number, unit: string) =>
      correct(laboratory, 'fact:floor-area#0', { value, unit, qualifier: 'exact', asPrinted: '31', asOf: null });
    expect(sameNewValue(make(31, '万平方米'), make(310000, 'm2'))).toBe(true);
  });
});

describe('sources', () => {
  it('are listed under the day, with a number where another has it, once each', () => {
    const correction = moved(laboratory);
    expect(sourceKeyFor({}, correction)).toBe('correction-2026-03-04');
    expect(sourceKeyFor({ 'correction-2026-03-04': { ...META.source, title: '别的' } }, correction)).toBe(
      'correction-2026-03-04-2',
    );
    expect(sourceKeyFor({ sign: { ...META.source } }, correction)).toBe('sign');
  });

  it('leave the rights of a point that stays, and grant a new one what the source grants', () => {
    const stays = correct(laboratory, 'location', {
      position: laboratory.location.position,
      precision: 'town',
      radiusM: 900,
    });
    const licensed = correct(
      laboratory,
      'location',
      { position: [113.2, 23], precision: 'street', radiusM: 9 },
      { source: { ...META.source, licence: 'ODbL 1.0' } },
    );
    const rights = (c: Correction) => (c.field === 'location' ? rightsAfter(c, 'clear') : null);
    expect([stays, moved(laboratory), licensed].map(rights)).toEqual(['clear', 'unclear', 'clear']);
  });
});

describe('fields of their own, and new records', () => {
  const record = (change: object = {}) =>
    correct({ ...laboratory, id: 'new-park' }, 'record', {
      added: {
        nameZh: '新园',
        nameEn: 'New Park',
        aliases: [],
        industryCluster: 'food',
        kind: 'park',
        extent: 'area',
        areaKm2: null,
        parent: null,
        heldAt: null,
        districts: ['shunde'],
        towns: [],
        address: null,
        operator: null,
        focus: null,
        status: { value: 'planned', date: '2025-03' },
        location: { position: [113.2, 22.8], precision: 'street', radiusM: 200 },
        sources: { others: [] },
        ...change,
      },
    });

  it('shows the new value, and what follows from it', () => {
    const kind = correct(laboratory, 'kind', { attribute: 'park' });
    const districts = correct(laboratory, 'districts', { attribute: ['shunde', 'nanhai'] });
    expect(shown([kind, districts])).toMatchObject({
      kind: 'park',
      group: 'area',
      district: 'shunde',
      corrected: { kind },
    });
    expect(standingOf({ ...laboratory, kind: 'park' }, kind)).toBe('merged');
    expect(standingOf({ ...laboratory, kind: 'venue' }, kind)).toBe('conflict');
  });

  it('refuses a value that is none of the field', () => {
    expect(() => correct(laboratory, 'kind', { attribute: 'castle' })).toThrow('none of this field');
    expect(() => correct(laboratory, 'towns', { attribute: ['Guicheng'] })).toThrow('none of this field');
  });

  it('shows an added record once, with other corrections of it over it', () => {
    const added = record();
    const renamed = correct({ ...laboratory, id: 'new-park', nameEn: 'New Park' }, 'nameEn', {
      attribute: 'Newest Park',
    });
    const sites = applyCorrections([laboratory], [renamed, added, record({ nameZh: '别的' })]);
    expect(sites.map(({ nameZh, nameEn, position }) => [nameZh, nameEn, position === null])).toEqual([
      [laboratory.nameZh, laboratory.nameEn, false],
      ['新园', 'Newest Park', false],
    ]);
    expect(sites[1]).toMatchObject({ statusSource: 'correction-2026-03-04', file: 'geo/register/new-park.yaml' });
    expect(standingOf(undefined, added)).toBe('applied');
    expect(standingOf(applyCorrections([], [added])[0], added)).toBe('merged');
    expect(standingOf({ ...laboratory, id: 'new-park' }, added)).toBe('conflict');
  });
});
