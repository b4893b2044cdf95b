import { describe, expect, it } from 'vitest';
import { CERTAIN } from '../../src/analysis/answer.ts';
import { byDistrict, byTown } from '../../src/analysis/by-area.ts';
import { countedImport, districtOfTown, recordsOf } from '../../src/analysis/counted-set.ts';
import { registerSet } from '../../src/analysis/register-set.ts';
import {
  clusterAt,
  isPlaced,
  kindAt,
  NOT_STATED,
  precisionAt,
  statusAt,
  textAt,
  valueAt,
} from '../../src/domain/point-set.ts';
import { statedDistricts } from '../../src/domain/row-districts.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';
import { countRecords, sitesOf } from '../../src/domain/site.ts';
import { DISTRICT_IDS } from '../../src/domain/vocabulary.ts';
import { baseFile } from '../fixtures/data.ts';
import { randomSet } from '../fixtures/random-set.ts';

const sites = sitesOf(parseAs(SiteCollection, baseFile('sites.geojson'), 'sites'));
const register = registerSet(sites, '名录');
const { set, rowOf } = register;
const row = (id: string): number => rowOf.get(id) ?? -1;
const idsOf = (rows: Uint32Array): (string | undefined)[] => [...rows].map((r) => register.ids[r]);

describe('registerSet', () => {
  it('says of every site what the register says', () => {
    expect(set.count).toBe(sites.length);
    sites.forEach((site, r) => {
      expect(register.ids[r]).toBe(site.id);
      expect([clusterAt(set, r), kindAt(set, r), statusAt(set, r), precisionAt(set, r)]).toEqual([
        site.industryCluster,
        site.kind,
        site.status,
        site.precision,
      ]);
      expect(textAt(set.label, r)).toBe(site.nameZh);
      expect(register.districtsOf(r)).toEqual(statedDistricts(site.districts));
      expect(register.townsOf(r).map(String)).toEqual(site.towns);
      expect(isPlaced(set, r)).toBe(site.position !== null);
      if (site.position !== null)
        expect([...set.positions.subarray(2 * r, 2 * r + 2), set.radiusM[r]]).toEqual([...site.position, site.radiusM]);
    });
  });

  it('leaves the coded district and town empty where several are stated', () => {
    expect(register.districtsOf(row('foshan-hitech-zone')).possible).toHaveLength(5);
    expect(set.district[row('foshan-hitech-zone')]).toBe(NOT_STATED);
    expect(set.town[row('sanlongwan')]).toBe(0);
    expect(set.town[row('jihua-laboratory')]).toBe(440605011);
  });

  it('gives an endless error where a placed site states none', () => {
    const [site] = sites.filter(({ position }) => position !== null);
    if (site === undefined) throw new Error('no placed site');
    expect(registerSet([{ ...site, radiusM: null }], '').set.radiusM[0]).toBe(Infinity);
  });

  it('counts records without their parts', () => {
    expect(recordsOf(register).length).toBe(countRecords(sites));
    expect(recordsOf(register).length).toBeLessThan(sites.length);
    expect(register.isPart(row('fhidz-nanhai-park'))).toBe(true);
    expect(register.isPart(row('foshan-hitech-zone'))).toBe(false);
  });

  it('carries id, English name and parent as columns', () => {
    const cells = set.columns.map((column) => [column.name, valueAt(column, row('fhidz-nanhai-park'))]);
    expect(cells).toContainEqual(['id', 'fhidz-nanhai-park']);
    expect(cells).toContainEqual(['partOf', 'foshan-hitech-zone']);
  });
});

describe('byDistrict', () => {
  it('is certain where the district alone is stated, possible where it is one of several or none is', () => {
    const answer = byDistrict(register, 'sanshui');
    const expected = (keep: (districts: readonly string[]) => boolean) =>
      sites.filter(({ districts }) => keep(districts)).map(({ id }) => id);
    expect(idsOf(answer.certain)).toEqual(expected((d) => d.length === 1 && d[0] === 'sanshui'));
    expect(idsOf(answer.possible)).toEqual(expected((d) => d.length === 0 || d.includes('sanshui')));
    expect(idsOf(answer.certain)).toContain('sanshui-water-capital-base');
    expect(idsOf(answer.possible)).toEqual(expect.arrayContaining(['foshan-hitech-zone', 'green-food-park']));
  });

  it('counts an unlocated site with a known district there', () => {
    expect(idsOf(byDistrict(register, 'sanshui').certain)).toContain('medicine-headquarters');
  });

  it('goes by what a row states, wherever it lies', () => {
    const rows = randomSet({ seed: 1, count: 2, unplacedShare: 0 });
    rows.district.set([0, 1]);
    rows.positions.set([113.3, 22.7, 113.1, 23.02]);
    expect([...byDistrict(countedImport(rows), 'chancheng').certain]).toEqual([0]);
  });
});

describe('byTown', () => {
  it('is certain alone, possible as one of several, and possible where the town is unknown but the district fits', () => {
    const { verdict } = byTown(register, 440604010);
    expect(verdict[row('sanlongwan')]).toBe(1);
    expect(verdict[row('battery-project')]).toBe(1);
    expect(verdict[row('green-food-park')]).toBe(1);
    expect(verdict[row('sanshui-water-capital-base')]).toBe(0);
    expect(verdict[row('nanzhuang-ceramics-town')]).toBe(0);
    expect(byTown(register, 440604100).verdict[row('nanzhuang-ceramics-town')]).toBe(CERTAIN);
  });
});

describe('countedImport', () => {
  it('takes the district of a stated town as stated', () => {
    const rows = randomSet({ seed: 2, count: 3, unplacedShare: 0 });
    rows.district.set([NOT_STATED, 2, NOT_STATED]);
    rows.town.set([440605011, 440605011, 0]);
    const counted = countedImport(rows);
    expect([0, 1, 2].map((r) => counted.districtsOf(r).counted)).toEqual(['nanhai', 'shunde', null]);
    expect(counted.districtsOf(2)).toMatchObject({ possible: DISTRICT_IDS, known: false });
    expect([0, 1, 2].map((r) => counted.townsOf(r))).toEqual([[440605011], [440605011], []]);
    expect([...recordsOf(counted, Uint32Array.of(2, 0))]).toEqual([2, 0]);
  });

  it('knows no district for a town of elsewhere', () => {
    expect(districtOfTown(440106001)).toBeNull();
  });
});
