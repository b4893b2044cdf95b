import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { applyPatch } from '../../geo/steps/apply.ts';
import { toWgs84 } from '../../geo/steps/datum.ts';
import { recordReasons } from '../../geo/steps/validate-record.ts';
import { milestoneField } from '../../src/domain/corrections.ts';
import { outlineDigest } from '../../src/domain/outline.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import { entryOf, meta, only, TEXT } from '../fixtures/register-file.ts';

// As the page shows it: converted, to 6 decimals.
const [lng, lat] = toWgs84([113.2, 22.9], 'gcj02');
const FORMER: Extract<Correction, { field: 'location' }>['oldValue'] = {
  position: [lng, lat],
  precision: 'town',
  radiusM: 2000,
};
const moved: Correction = {
  ...meta,
  field: 'location',
  oldValue: FORMER,
  newValue: { position: [113.2301, 22.9102], precision: 'exact', radiusM: 30 },
};
const status: Correction = {
  ...meta,
  field: 'status',
  oldValue: { value: 'planned', date: '2019' },
  newValue: { value: 'operating', date: '2026-02' },
};
const area: Correction = {
  ...meta,
  field: 'fact:area#1',
  oldValue: { value: 9e6, unit: 'm²', qualifier: 'exact', asPrinted: '900 ha', asOf: null },
  newValue: { value: 13, unit: '万亩', qualifier: 'over', asPrinted: '逾13万亩', asOf: '2026' },
};

const SQUARE: [number, number][] = [
  [113.2, 22.9],
  [113.21, 22.9],
  [113.21, 22.91],
  [113.2, 22.9],
];

describe('applyPatch', () => {
  it('moves the point, sets the former one aside with its datum and source, and adds the source', () => {
    const { record } = only([moved]);
    expect(record.location).toEqual({
      position: [113.2301, 22.9102],
      datum: 'wgs84',
      precision: 'exact',
      radiusM: 30,
      how: { zh: '2026-03-04更正，依据：现场公示牌', en: 'Corrected on 2026-03-04, after: 现场公示牌' },
      sources: ['correction-2026-03-04'],
      rights: 'unclear',
    });
    expect(record.otherLocations).toMatchObject([
      {
        position: [113.2, 22.9],
        datum: 'gcj02',
        radiusM: 2000,
        sources: ['notice'],
        setAside: { en: 'The position on record before the correction of 2026-03-04.' },
      },
    ]);
    expect(record.sources['correction-2026-03-04']).toEqual(meta.source);
    expect(recordReasons(record)).toEqual([]);
  });

  it('keeps comments, order, quotes and long lines, and writes lists as the register does', () => {
    const { text } = only([moved, status, area]);
    const kept = TEXT.split('\n').filter((line) => /^ *#|很长/.test(line));
    expect(kept).toHaveLength(5);
    for (const line of kept) expect(text).toContain(line.trim());
    expect(text).toContain("    unit: 万亩\n    qualifier: over\n    asPrinted: 逾13万亩\n    asOf: '2026'\n");
    expect(text).toContain('  position: [113.2301, 22.9102]\n  precision: exact\n');
    expect(text).toContain("  date: '2026-02' # from the notice\n");
    const keys = [...text.matchAll(/^(\w+):/gm)].map(([, key]) => key);
    const before = [...TEXT.matchAll(/^(\w+):/gm)].map(([, key]) => key);
    expect(keys).toEqual([...before.slice(0, 10), 'otherLocations', 'milestones', ...before.slice(10)]);
    // A second pass over what was written changes nothing.
    expect(parseDocument(text).toString({ lineWidth: 0, flowCollectionPadding: false })).toBe(text);
  });

  it('changes the one fact that is meant, and keeps what it said before in its note', () => {
    const { record } = only([area]);
    expect(record.facts[0]).toEqual(entryOf().record.facts[0]);
    expect(record.facts[1]).toMatchObject({
      key: 'area',
      value: 13,
      unit: '万亩',
      qualifier: 'over',
      asPrinted: '逾13万亩',
      asOf: '2026',
      source: 'correction-2026-03-04',
      note: { en: 'Before the correction of 2026-03-04: 900 ha (园区公告)' },
    });
  });

  it('uses one key for one source, and another for another of the same day', () => {
    const other = { ...status, source: { ...meta.source, title: '区政府公告' } };
    const { record } = only([moved, area, other]);
    expect(Object.keys(record.sources)).toEqual(['notice', 'correction-2026-03-04', 'correction-2026-03-04-2']);
    expect(record.status).toEqual({ value: 'operating', date: '2026-02', source: 'correction-2026-03-04-2' });
  });

  it('keeps an observation that a newer status replaces, and an older status as a milestone', () => {
    expect(only([status]).record).toMatchObject({
      status: { value: 'operating', date: '2026-02' },
      milestones: [{ event: 'seen', state: 'planned', date: '2019', source: 'notice' }],
    });
    const older: Correction = { ...status, newValue: { value: 'under-construction', date: '2015' } };
    expect(only([older]).record).toMatchObject({
      status: { value: 'planned', date: '2019', source: 'notice' },
      milestones: [{ event: 'seen', state: 'under-construction', date: '2015', source: 'correction-2026-03-04' }],
    });
  });

  it('writes a milestone with its source, and puts one right in its place', () => {
    const started = { event: 'started', date: '2021-03', note: { zh: '东侧', en: 'the east side' } } as const;
    const add: Correction = {
      ...meta,
      field: milestoneField(started),
      oldValue: { milestone: null },
      newValue: { milestone: started },
    };
    const first = only([add]);
    expect(first.record.milestones).toEqual([{ ...started, source: 'correction-2026-03-04' }]);
    expect(first.text).toContain("date: '2021-03'");
    const later = { ...started, date: '2021-04' };
    const edit: Correction = {
      ...meta,
      source: { ...meta.source, title: '施工许可' },
      field: milestoneField(started),
      oldValue: { milestone: started },
      newValue: { milestone: later },
    };
    expect(only([edit], first).record.milestones).toEqual([{ ...later, source: 'correction-2026-03-04-2' }]);
    // What the status says of its day is put right in the status.
    const seen = { event: 'seen', state: 'planned', date: '2019' } as const;
    const recorded: Correction = {
      ...meta,
      field: milestoneField(seen),
      oldValue: { milestone: seen },
      newValue: { milestone: { ...seen, date: '2019-10' } },
    };
    expect(only([recorded]).record).toMatchObject({ status: { value: 'planned', date: '2019-10' }, milestones: [] });
  });

  it('withdraws a milestone with its reason, and keeps it in sight', () => {
    const started = { event: 'started', date: '2021-03' } as const;
    const field = milestoneField(started);
    const add: Correction = { ...meta, field, oldValue: { milestone: null }, newValue: { milestone: started } };
    const why = { zh: '当年没有动工', en: 'Nothing was begun that year' };
    const gone: Correction = { ...meta, field, oldValue: { milestone: started }, newValue: { milestone: null, why } };
    const withdrawn = { date: '2026-03-04', source: 'correction-2026-03-04', why };
    const result = only([gone], only([add]));
    expect(result.record.milestones).toEqual([{ ...started, source: 'correction-2026-03-04', withdrawn }]);
    expect(recordReasons(result.record)).toEqual([]);
    expect(applyPatch({ corrections: [gone] }, [result])).toMatchObject({ changed: [], known: [gone] });
    // Stated anew it holds again.
    const again = only([{ ...add, source: { ...meta.source, title: '施工许可' } }], result);
    expect(again.record.milestones).toEqual([{ ...started, source: 'correction-2026-03-04-2' }]);
  });

  it('withdraws what the status was seen by, and the observation before it is the status', () => {
    const seen = { event: 'seen', state: 'planned', date: '2019' } as const;
    const gone: Correction = {
      ...meta,
      field: milestoneField(seen),
      oldValue: { milestone: seen },
      newValue: { milestone: null },
    };
    const withdrawn = { date: '2026-03-04', source: 'correction-2026-03-04' };
    expect(only([gone]).record).toMatchObject({
      status: { value: 'unknown', date: null, source: null },
      milestones: [{ ...seen, source: 'notice', withdrawn }],
    });
    const older = only([{ ...status, newValue: { value: 'under-construction', date: '2015' } }]);
    const { record } = only([gone], older);
    expect(record.status).toEqual({ value: 'under-construction', date: '2015', source: 'correction-2026-03-04' });
    expect(record.milestones).toEqual([{ ...seen, source: 'notice', withdrawn }]);
    expect(recordReasons(record)).toEqual([]);
  });

  it('lists what differs, what is not there and what is there twice, and writes the rest', () => {
    const stale: Correction = { ...moved, oldValue: { ...FORMER, radiusM: 1500 } };
    const missing: Correction = { ...area, field: 'fact:area#2' };
    const nobody: Correction = { ...status, record: 'west-park' };
    const { changed, applied, conflicts } = applyPatch(
      { corrections: [stale, missing, nobody, status, { ...status, newValue: { value: 'ended', date: '2026' } }] },
      [entryOf()],
    );
    expect(applied).toEqual([status]);
    expect(conflicts.map(({ reason }) => reason)).toEqual([
      `the register differs from the old value {"position":[${lng},${lat}],"precision":"town","radiusM":1500}`,
      'the record has no such fact',
      'the register has no such record',
      'the file corrects this field twice',
    ]);
    expect(changed.map(({ record }) => [record.status.value, record.location])).toEqual([
      ['operating', entryOf().record.location],
    ]);
  });

  it('changes nothing with an empty patch', () => {
    expect(applyPatch({ corrections: [] }, [entryOf()]).changed).toEqual([]);
  });

  it('knows what it merged before', () => {
    const merged = only([moved, area]);
    expect(applyPatch({ corrections: [moved, area] }, [merged])).toMatchObject({
      changed: [],
      applied: [],
      known: [moved, area],
      conflicts: [],
    });
  });

  it('takes a point away', () => {
    const gone: Correction = { ...moved, newValue: { position: null, precision: 'unknown', radiusM: null } };
    expect(only([gone]).record.location).toMatchObject({ position: null, precision: 'unknown', radiusM: null });
  });

  it('puts an outline into a file of its own and says in the record where it is from', () => {
    const outline: Correction = {
      ...meta,
      field: 'outline',
      oldValue: { digest: null, date: null },
      newValue: { outline: [[SQUARE]], date: '2025-03' },
    };
    const result = applyPatch({ corrections: [outline] }, [entryOf()]);
    expect([...result.outlined]).toEqual(['east-park']);
    const [entry] = result.changed;
    if (entry === undefined) throw new Error('one record should change');
    expect(entry.record.outline).toEqual({
      date: '2025-03',
      datum: 'wgs84',
      source: 'correction-2026-03-04',
      rights: 'unclear',
    });
    expect(entry.outline).toEqual([[SQUARE]]);
    expect(entry.text.indexOf('outline:')).toBeGreaterThan(entry.text.indexOf('location:'));
    expect(entry.text).toContain("date: '2025-03'");
    // Said again it is known, and from an outline that is no longer there it is a conflict.
    expect(applyPatch({ corrections: [outline] }, [entry]).known).toEqual([outline]);
    const stale: Correction = {
      ...outline,
      oldValue: { digest: 'ffff', date: null },
      newValue: { outline: null, date: null },
    };
    expect(applyPatch({ corrections: [stale] }, [entry]).conflicts).toHaveLength(1);
    const gone: Correction = {
      ...outline,
      oldValue: { digest: outlineDigest([[SQUARE]]), date: '2025-03' },
      newValue: { outline: null, date: null },
    };
    const after = applyPatch({ corrections: [gone] }, [entry]).changed[0];
    expect([after?.record.outline, after?.outline]).toEqual([undefined, undefined]);
  });
});
