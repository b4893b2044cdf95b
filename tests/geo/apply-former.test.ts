import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyPatch, type RegisterFile } from '../../geo/steps/apply.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteRecord } from '../../src/domain/schema/record.ts';

const record = (id: string, zh: string, en: string, more = '', tail = '') => `# ${id}, as the notice has it
id: ${id}
nameZh: ${zh}
nameEn: ${en}
industryCluster: home
kind: park
extent: area
${more}districts: [shunde]
status:
  value: planned
  date: '2019'
  source: notice
location:
  position: null
  precision: unknown
  radiusM: null
  how: {zh: 未知, en: Unknown}
  sources: []
${tail}sources:
  notice:
    title: 园区公告
    url: https://example.org/a
    kind: web
`;

function entry(text: string): RegisterFile {
  const made = parseAs(SiteRecord, parse(text), 'a record');
  return { file: `geo/register/${made.id}.yaml`, record: made, text };
}

const quotes = "quotes:\n  - clause: '2.1.1'\n    quote: 东园\n";
const east = entry(record('east-park', '东园', 'East Park', 'aliases: [东园区]\n', quotes));
const old = entry(
  record('old-east', '老东园', 'Old East Park', '', "quotes:\n  - clause: '2.1.2'\n    quote: 老东园\n"),
);
const part = entry(record('east-part', '东园一期', 'East Park I', 'parent: old-east\n'));

const takes: Correction = {
  record: 'east-park',
  field: 'former:old-east',
  oldValue: { former: null },
  newValue: { former: 'duplicate' },
  source: { title: '更名公告', url: 'https://example.org/b', kind: 'web' },
  made: '2026-03-04',
  dataVersion: '2026-01-01.aaaaaaaa',
};

describe('merging a record that takes the place of another', () => {
  it('carries over id, names and quotes, points the parts at the survivor, and sets the old file apart as it is', () => {
    const result = applyPatch({ corrections: [takes] }, [east, old, part]);
    expect(result.conflicts).toEqual([]);
    expect(result.former.map(({ file, text }) => [file, text])).toEqual([['geo/register/old-east.yaml', old.text]]);
    const [survivor, child] = result.changed;
    expect(survivor?.record).toMatchObject({
      aliases: ['东园区', '老东园', 'Old East Park'],
      formerIds: ['old-east'],
      quotes: [
        { clause: '2.1.1', quote: '东园' },
        { clause: '2.1.2', quote: '老东园' },
      ],
    });
    expect(Object.values(survivor?.record.sources ?? {}).map(({ title }) => title)).toEqual(['园区公告', '更名公告']);
    expect(survivor?.text).toMatch(/^# east-park, as the notice has it\n/);
    expect(child?.record).toMatchObject({ id: 'east-part', parent: 'east-park' });
    const again = applyPatch(
      { corrections: [takes] },
      [survivor, child].flatMap((each) => each ?? []),
    );
    expect([again.known.length, again.changed, again.former]).toEqual([1, [], []]);
  });

  it('takes what else the file corrects of the other first', () => {
    const renamed: Correction = {
      ...takes,
      record: 'old-east',
      field: 'nameEn',
      oldValue: { attribute: 'Old East Park' },
      newValue: { attribute: 'Former East Park' },
    };
    const result = applyPatch({ corrections: [takes, renamed] }, [east, old]);
    expect(result.changed.map(({ record: { id, aliases } }) => [id, aliases])).toEqual([
      ['east-park', ['东园区', '老东园', 'Former East Park']],
    ]);
    expect(result.former[0]?.record.nameEn).toBe('Former East Park');
  });

  it('lists what cannot be, and drafts, and writes nothing of them', () => {
    const nobody: Correction = { ...takes, field: 'former:nobody' };
    const result = applyPatch({ corrections: [nobody, { ...takes, source: null }] }, [east, old]);
    expect(result.changed).toEqual([]);
    expect(result.conflicts.map(({ reason }) => reason)).toEqual([
      'the register has no record to take the place of',
      'it is a draft: no source is stated',
    ]);
  });
});
