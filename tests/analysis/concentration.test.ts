import { describe, expect, it } from 'vitest';
import { concentration } from '../../src/analysis/concentration.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { NOT_STATED } from '../../src/domain/point-set.ts';
import { statedDistricts } from '../../src/domain/row-districts.ts';
import { randomSet } from '../fixtures/random-set.ts';

/** 40 records: equipment 20 (15 in Nanhai, 5 in Shunde), home 20 (5 and 15). */
function forty(): CountedSet {
  const set = randomSet({ seed: 1, count: 40 });
  set.town.fill(0);
  for (let row = 0; row < 40; row++) {
    set.cluster[row] = row < 20 ? 0 : 1;
    set.district[row] = row < 15 || row >= 35 ? 1 : 2;
  }
  return countedImport(set);
}

describe('concentration', () => {
  it("sets a cluster's share in a district beside its share of all", () => {
    const { verdict, records, quotients } = concentration([{ counted: forty() }]);
    expect([verdict, records]).toEqual(['ok', 40]);
    const of = (cluster: string, district: string) =>
      quotients.find((q) => q.cluster === cluster && q.district === district);
    expect(of('equipment', 'nanhai')).toMatchObject({
      records: 15,
      shareOfDistrict: 0.75,
      shareOfCluster: 0.75,
      quotient: 1.5,
    });
    expect(of('home', 'nanhai')).toMatchObject({ records: 5, quotient: 0.5 });
    expect(of('food', 'nanhai')).toMatchObject({
      records: 0,
      shareOfDistrict: 0,
      shareOfCluster: null,
      quotient: null,
    });
    expect(of('equipment', 'gaoming')).toMatchObject({ shareOfDistrict: null, quotient: null });
  });

  it('says too few below thirty', () => {
    expect(concentration([{ counted: forty(), rows: Uint32Array.from({ length: 29 }, (_, i) => i) }]).verdict).toBe(
      'too-few',
    );
    expect(concentration([{ counted: forty(), rows: Uint32Array.from({ length: 30 }, (_, i) => i) }]).verdict).toBe(
      'ok',
    );
  });

  it('leaves out records without a cluster, a district or a single one, and counts them', () => {
    const base = forty();
    base.set.cluster[0] = NOT_STATED;
    base.set.district[1] = NOT_STATED;
    const counted: CountedSet = {
      ...base,
      districtsOf: (row) => (row === 2 ? statedDistricts(['nanhai', 'shunde']) : base.districtsOf(row)),
      isPart: (row) => row === 3,
    };
    expect(concentration([{ counted }])).toMatchObject({ records: 36, left: 3 });
  });

  it('says of how many the share of a cluster is: those whose district is known', () => {
    const base = forty();
    // Of four records of food one is in Nanhai, and three state nothing: one of one, of four.
    for (const row of [0, 1, 2, 3]) base.set.cluster[row] = 6;
    for (const row of [1, 2, 3]) base.set.district[row] = NOT_STATED;
    const { quotients } = concentration([{ counted: base }]);
    expect(quotients.find((q) => q.cluster === 'food' && q.district === 'nanhai')).toMatchObject({
      records: 1,
      ofCluster: 1,
      allOfCluster: 4,
      shareOfCluster: 1,
    });
  });
});
