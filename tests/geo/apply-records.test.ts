import { describe, expect, it } from 'vitest';
import { applyPatch } from '../../geo/steps/apply.ts';
import { recordReasons } from '../../geo/steps/validate-record.ts';
import type { AttributeCorrection } from '../../src/domain/corrections.ts';
import { type Correction, Correction as CorrectionSchema } from '../../src/domain/schema/correction.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { entryOf, meta, TEXT } from '../fixtures/register-file.ts';

describe('fields of their own, and new records', () => {
  const attribute = (field: AttributeCorrection['field'], before: unknown, after: unknown): Correction =>
    parseAs(
      CorrectionSchema,
      { ...meta, field, oldValue: { attribute: before }, newValue: { attribute: after } },
      field,
    );
  const added = {
    nameZh: '西园',
    nameEn: 'West Park',
    aliases: [],
    industryCluster: 'home',
    kind: 'park',
    extent: 'area',
    areaKm2: 1.5,
    parent: 'east-park',
    heldAt: null,
    districts: ['shunde'],
    towns: ['440606101'],
    address: { zh: '西路1号', en: '1 West Road' },
    operator: null,
    focus: null,
    status: { value: 'operating', date: '2024' },
    location: { position: [113.2, 22.9], precision: 'street', radiusM: 300 },
    sources: { status: { title: '开园报道', url: 'https://example.org/open', kind: 'web' }, others: [] },
  };
  const west = (change: object = {}): Correction =>
    parseAs(
      CorrectionSchema,
      {
        ...meta,
        record: 'west-park',
        field: 'record',
        oldValue: { added: null },
        newValue: { added: { ...added, ...change } },
      },
      'west',
    );

  it('writes each where it belongs and leaves every other line as it was', () => {
    const { changed, applied, conflicts } = applyPatch(
      {
        corrections: [
          attribute('nameEn', 'East Park', 'East Garden'),
          attribute('aliases', [], ['东区']),
          attribute('districts', ['shunde'], ['shunde', 'nanhai']),
          attribute('towns', ['440606101'], ['440606103']),
          attribute('address', null, { zh: '东路1号', en: '1 East Road' }),
        ],
      },
      [entryOf()],
    );
    expect([applied.length, conflicts]).toEqual([5, []]);
    const text = changed[0]?.text ?? '';
    expect(changed[0]?.record).toMatchObject({ nameEn: 'East Garden', districts: ['shunde', 'nanhai'] });
    const lines = new Set(text.split('\n'));
    const gone = TEXT.split('\n').filter((line) => !lines.has(line));
    expect(gone).toEqual(['nameEn: East Park', "  - '440606101'"]);
    expect(text).toContain('nameEn: East Garden\naliases:\n  - 东区\nindustryCluster: home');
    expect(text).toContain("towns:\n  - '440606103'\naddress:\n  zh: 东路1号\n  en: 1 East Road\nstatus:");
    expect(changed[0]?.record.sources).toHaveProperty('correction-2026-03-04', meta.source);
  });

  it('takes an optional field away where it becomes unknown, and refuses an old value that is not on record', () => {
    const withArea = entryOf(TEXT.replace('extent: area\n', 'extent: area\nareaKm2: 2\n'));
    const { changed } = applyPatch({ corrections: [attribute('areaKm2', 2, null)] }, [withArea]);
    expect(changed[0]?.text).not.toContain('areaKm2');
    const { conflicts } = applyPatch({ corrections: [attribute('nameEn', 'Other', 'East Garden')] }, [entryOf()]);
    expect(conflicts[0]?.reason).toContain('{"attribute":"Other"}');
  });

  it('adds a record in a file of its own, once, and corrects what was added', () => {
    const more = attribute('nameEn', 'West Park', 'West Garden');
    const corrections = [{ ...more, record: 'west-park' }, west()];
    const { changed, applied } = applyPatch({ corrections }, [entryOf()]);
    expect(applied.map(({ record, field }) => `${record} ${field}`)).toEqual(['west-park record', 'west-park nameEn']);
    expect(changed.map(({ file }) => file)).toEqual(['geo/register/west-park.yaml']);
    const record = changed[0]?.record;
    expect(record === undefined ? [] : recordReasons(record)).toEqual([]);
    expect(record).toMatchObject({
      nameEn: 'West Garden',
      parent: 'east-park',
      status: { value: 'operating', date: '2024', source: 'correction-2026-03-04-2' },
      location: { position: [113.2, 22.9], sources: ['correction-2026-03-04'], rights: 'unclear' },
    });
    const again = applyPatch({ corrections: [west()] }, [
      entryOf(),
      ...applyPatch({ corrections: [west()] }, [entryOf()]).changed,
    ]);
    expect([again.known.length, again.changed]).toEqual([1, []]);
  });

  it('never writes over a record that has the id already', () => {
    const east = { ...west(), record: 'east-park' };
    expect(applyPatch({ corrections: [east] }, [entryOf()])).toMatchObject({
      changed: [],
      conflicts: [{ reason: 'the register has another record of this id' }],
    });
  });
});
