import { describe, expect, it } from 'vitest';
import { staleFiles } from '../../geo/build.ts';
import { serialise } from '../../geo/steps/output.ts';
import { versionOf } from '../../geo/steps/version.ts';

describe('generated files', () => {
  it('writes one item of a list a line, and nothing more', () => {
    expect(serialise({ type: 'FeatureCollection', features: [{ a: [1, 2] }, { b: null }], n: [1, 2] })).toBe(
      '{\n"type":"FeatureCollection",\n"features":[\n{"a":[1,2]},\n{"b":null}\n],\n"n":[1,2]\n}\n',
    );
    expect(serialise([{ a: 1 }])).toBe('[\n{"a":1}\n]\n');
  });

  it('takes the newest date, and hashes names and contents whatever their order', () => {
    const changes = [
      { date: '2024-01-02', zh: '旧', en: 'old' },
      { date: '2025', zh: '新', en: 'new' },
    ];
    const credit = {
      short: 'Bureau',
      source: 'Bureau, survey',
      url: null,
      licence: null,
      date: null,
      accuracyMetres: 10,
      doubtful: [],
    };
    const boundaries = { districts: credit, neighbours: null };
    const version = versionOf(
      changes,
      boundaries,
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    expect(version).toMatchObject({ date: '2025', boundaries, changes: [{ en: 'new' }, { en: 'old' }] });
    expect(
      versionOf(
        changes,
        boundaries,
        new Map([
          ['b', '2'],
          ['a', '1'],
        ]),
      ),
    ).toEqual(version);
    expect(
      versionOf(
        changes,
        boundaries,
        new Map([
          ['a', '1'],
          ['b', '3'],
        ]),
      ).data,
    ).not.toBe(version.data);
  });

  it('calls a folder that is not there stale', () => {
    expect(staleFiles('geo/nowhere', new Map([['a.json', '']]))).toEqual(['a.json: missing']);
  });
});
