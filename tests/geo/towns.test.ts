import { describe, expect, it } from 'vitest';
import { districtCollection, readDistricts } from '../../geo/steps/districts.ts';
import { GEO_SOURCES } from '../../geo/steps/geodata.ts';
import { townCollection } from '../../geo/steps/towns.ts';
import { TownCollection } from '../../src/domain/schema/area.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { geodataInputs, rows } from './geodata-inputs.ts';

const { districts: boundary } = geodataInputs();
const { areas } = readDistricts(boundary.collection, boundary.datum, boundary.file);
const districts = districtCollection(areas, new Map());
const source = rows(GEO_SOURCES.towns);
const { towns, problems } = townCollection(source, districts, GEO_SOURCES.towns);
const named = (name: string) => towns.features.find(({ properties }) => properties.nameZh === name);

describe('towns', () => {
  it('are the 32 of the city, each inside its district', () => {
    expect(problems).toEqual([]);
    expect(problemsOf(TownCollection, towns)).toEqual([]);
    const count = (id: string): number => towns.features.filter(({ properties }) => properties.district === id).length;
    expect(['chancheng', 'nanhai', 'shunde', 'sanshui', 'gaoming'].map(count)).toEqual([4, 7, 10, 7, 4]);
    expect(new Set(towns.features.map(({ properties }) => properties.code)).size).toBe(32);
  });

  it('carry the error of their source in metres', () => {
    expect(named('乐从镇')?.properties.radiusM).toBe(500);
    expect(named('大塘镇')?.properties.radiusM).toBe(3000);
    expect(named('九江镇')?.geometry?.coordinates).toEqual([112.98818, 22.83382]);
  });

  it('ship no point that no source gives', () => {
    const unsourced = towns.features.filter(({ properties }) => !properties.sourced);
    expect(unsourced.map(({ properties }) => properties.nameZh)).toEqual(['南山镇']);
    expect(unsourced[0]?.geometry).toBeNull();
    expect(towns.features.filter(({ geometry }) => geometry === null)).toHaveLength(1);
  });

  it('mark the coordinates that come without a licence', () => {
    const unclear = towns.features.filter(({ properties }) => properties.rights === 'unclear');
    expect(unclear.map(({ properties }) => properties.nameZh)).toEqual(['勒流街道', '杏坛镇', '更合镇']);
  });

  it('report a town outside its district and a code of another district', () => {
    const moved = source.map((row) => (row.name === '乐从镇' ? { ...row, lon: '113.25', lat: '23.10' } : row));
    const coded = moved.map((row) => (row.name === '均安镇' ? { ...row, code: '440605999' } : row));
    expect(townCollection(coded, districts, 'towns.csv').problems).toEqual([
      { file: 'towns.csv', record: '乐从镇', reason: 'the position lies in no district, not in shunde' },
      { file: 'towns.csv', record: '均安镇', reason: 'the code 440605999 does not belong to district 440606' },
    ]);
  });
});
