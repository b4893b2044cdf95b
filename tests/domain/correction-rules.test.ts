import { describe, expect, it } from 'vitest';
import { siteFeature } from '../../geo/steps/register.ts';
import { positionReasons } from '../../geo/steps/validate-position.ts';
import { recordReasons } from '../../geo/steps/validate-record.ts';
import {
  type CorrectionProblem,
  cannotBeLookedUp,
  correctionProblems,
  isCitable,
} from '../../src/domain/correction-rules.ts';
import { applyCorrections } from '../../src/domain/corrections.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import { sitesOf } from '../../src/domain/site.ts';
import { correct, META } from '../fixtures/corrections.ts';
import { districts, site as record, towns } from '../geo/record-fixtures.ts';

const sites = sitesOf({
  type: 'FeatureCollection',
  features: [siteFeature(record, 'geo/register/east-park.yaml', [])],
});
const [site] = sites;
if (site === undefined) throw new Error('one site');

const place = (position: [number, number] | null, precision: string, radiusM: number | null) =>
  correct(site, 'location', { position, precision, radiusM });
const status = (value: string, date: string | null) => correct(site, 'status', { value, date });
const AREA = { value: 1000, unit: '亩', qualifier: 'exact', asPrinted: '1000亩', asOf: null };
const fact = (change: object) => correct(site, 'fact:area#0', { ...AREA, ...change });

/** The record as the register would hold it with the correction. */
function merged(correction: Correction): SiteRecord {
  const [after] = applyCorrections(sites, [correction]);
  if (after === undefined) throw new Error('one site');
  const { position, precision, radiusM, how, sources, rights } = after.location;
  const stated = correction.field === 'status' ? { ...correction.newValue, source: 'notice' } : record.status;
  return {
    ...record,
    status: stated,
    location: { position, datum: 'wgs84', precision, radiusM, how, sources, rights },
    sources: after.sources,
  };
}

const CASES: [string, Correction, CorrectionProblem[]][] = [
  ['a gate in the district', place([113.15, 22.85], 'exact', 20), []],
  ['a street without a point', place(null, 'street', null), ['positionNeeded']],
  ['a radius without a point', place(null, 'district', 900), ['radiusAlone']],
  ['a point without a radius', place([113.15, 22.85], 'exact', null), ['radiusNeeded']],
  ['an unknown place with a point', place([113.15, 22.85], 'unknown', 20), ['positionUnknown']],
  ['latitude first', place([22.85, 82.15], 'exact', 20), ['outside']],
  ['the other district', place([113.15, 23.15], 'exact', 20), ['wrongDistrict']],
  ['no district at all', place([112.5, 22.85], 'exact', 20), ['wrongDistrict']],
  ['the city, anywhere in it', place([113.15, 23.15], 'city', 30000), []],
  ['Guangzhou’s far side', place([113.9, 22.85], 'street', 20), ['outside']],
  ['a status without a date', status('ended', null), ['statusDate']],
  ['an unknown status without a date', status('unknown', null), []],
];

describe('correctionProblems', () => {
  it.each(CASES)('%s', (_, correction, problems) => {
    expect(correctionProblems(correction, site, districts)).toEqual(problems);
    // The register, with the correction in it, must think the same.
    const record = merged(correction);
    const refused = [...recordReasons(record), ...positionReasons(record, districts, towns)].length > 0;
    expect(refused).toBe(problems.length > 0);
  });

  it('tells exchanged coordinates from distant ones', () => {
    const right = place([113.15, 22.85], 'exact', 20);
    if (right.field !== 'location') throw new Error('a location');
    const swapped = { ...right, newValue: { ...right.newValue, position: [22.85, 113.15] as [number, number] } };
    expect(correctionProblems(swapped, site, districts)).toEqual(['swapped']);
  });

  it('forgives what thinned borders cost, and no more', () => {
    // The border of the two squares is at 23.0 N.
    expect(correctionProblems(place([113.15, 23.0015], 'exact', 20), site, districts)).toEqual([]);
    expect(correctionProblems(place([113.15, 23.0025], 'exact', 20), site, districts)).toEqual(['wrongDistrict']);
  });

  it('wants the unit of the fact, a range that rises, and planned apart from actual', () => {
    expect(correctionProblems(fact({}), site, districts)).toEqual([]);
    expect(correctionProblems(fact({ unit: '亿元' }), site, districts)).toEqual(['unit']);
    expect(correctionProblems(fact({ value: { zh: '大', en: 'large' }, unit: null }), site, districts)).toEqual([
      'unit',
    ]);
    expect(correctionProblems(fact({ value: { min: 3, max: 2 } }), site, districts)).toEqual(['range']);
    expect(correctionProblems(fact({ unit: null }), site, districts)).toEqual(['unit']);
    const two = { ...site, facts: [...site.facts, ...site.facts] };
    expect(correctionProblems(fact({ qualifier: 'planned' }), two, districts)).toEqual(['plannedActual']);
    expect(correctionProblems(fact({ qualifier: 'expected' }), two, districts)).toEqual(['plannedActual']);
    expect(correctionProblems(fact({ qualifier: 'about' }), two, districts)).toEqual([]);
  });

  it('refuses what changes nothing, and what nobody can look up', () => {
    expect(correctionProblems(place([113.2, 22.9], 'town', 2000), site, districts)).toEqual(['unchanged']);
    const vague = { ...status('ended', '2026'), source: { ...META.source, title: '凭常识估计' } };
    expect(correctionProblems(vague, site, districts)).toEqual(['sourceVague']);
    expect(cannotBeLookedUp({ title: 'General knowledge' })).toBe(true);
  });
});

describe('isCitable', () => {
  it('is what the register takes as a source', () => {
    const kinds = [
      { ...META.source },
      { title: '公示牌', kind: 'web' },
      { title: '公示牌', kind: 'web', publisher: '某报', date: '2026-02' },
      { title: '公示牌', kind: 'web', publisher: '某报', date: '2026-02-03' },
      { title: '通知', kind: 'policy' },
      { title: '数据', kind: 'dataset' },
      { title: '数据', kind: 'dataset', publisher: '某局' },
    ] as const;
    expect(kinds.map(isCitable)).toEqual([true, false, false, true, true, false, true]);
    for (const source of kinds) {
      const reasons = recordReasons({ ...record, sources: { ...record.sources, extra: source } });
      expect(reasons.length === 0, source.title).toBe(isCitable(source));
    }
  });
});
