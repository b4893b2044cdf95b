import { describe, expect, it } from 'vitest';
import { townCollection } from '../../geo/steps/towns.ts';
import { TownCollection } from '../../src/domain/schema/area.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { districts } from './record-fixtures.ts';

const row = {
  ...{ code: '440606101', name: '乐从镇', name_en: 'Lecong', district_adcode: '440606', district: '顺德区' },
  ...{ lon: '113.2', lat: '22.9', datum: 'WGS-84', coord_source: 'osm-station', coord_note: 'a station' },
  est_error_km: '0.5',
};
const placed = (change: Partial<typeof row>) => townCollection([{ ...row, ...change }], districts, 'towns.csv');
const only = (change: Partial<typeof row>) => {
  const [town] = placed(change).towns.features;
  if (town === undefined) throw new Error('the town is left out');
  return town;
};

describe('towns', () => {
  it('hold to the contract, with the error of their source in metres', () => {
    const { towns, problems } = placed({});
    expect([problems, problemsOf(TownCollection, towns)]).toEqual([[], []]);
    expect(only({})).toMatchObject({
      geometry: { coordinates: [113.2, 22.9] },
      properties: { code: '440606101', district: 'shunde', radiusM: 500, sourced: true, rights: 'clear' },
    });
  });

  it('have no point that no source gives', () => {
    expect(only({ lon: '', lat: '', est_error_km: '' })).toMatchObject({
      geometry: null,
      properties: { sourced: false, radiusM: 0 },
    });
  });

  it('are marked where the coordinates come without a licence', () => {
    expect(only({ coord_source: 'baidu-address' }).properties.rights).toBe('unclear');
  });

  it('are reported outside their district and under a code of another', () => {
    expect(placed({ lon: '112.5' }).problems).toEqual([
      { file: 'towns.csv', record: '乐从镇', reason: 'the position lies in no district, not in shunde' },
    ]);
    expect(placed({ code: '440605999' }).problems).toEqual([
      { file: 'towns.csv', record: '乐从镇', reason: 'the code 440605999 does not belong to district 440606' },
    ]);
  });
});
