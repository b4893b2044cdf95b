import { describe, expect, it } from 'vitest';
import { type CorrectionStore, deviceStore } from '../../../src/data/device/corrections-store.ts';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { attributesOf } from '../../../src/domain/added-record.ts';
import { correctionProblems } from '../../../src/domain/correction-rules.ts';
import { currentValue } from '../../../src/domain/corrections.ts';
import type { Correction } from '../../../src/domain/schema/correction.ts';
import type { Site } from '../../../src/domain/site.ts';
import { createCorrecting } from '../../../src/state/corrections/correcting.ts';
import { createCorrections } from '../../../src/state/corrections/corrections.ts';
import { today } from '../../../src/state/today.ts';
import { correct, deviceOf, META, moved } from '../../fixtures/corrections.ts';
import { testBase } from '../../fixtures/data.ts';

const base = await testBase();
const laboratory = base.sites.find(({ id }) => id === 'jihua-laboratory');
if (laboratory === undefined) throw new Error('the laboratory is in the register');
const status = correct(laboratory, 'status', { value: 'suspended', date: '2026' });
const valid = () => true;
/** Nothing else writes. */
const noWindow = new EventTarget();
function begin(store: CorrectionStore) {
  const corrections = createCorrections(base);
  return { ...corrections, ...createCorrecting(base, corrections, store) };
}
const positionOf = (slice: ReturnType<typeof begin>) =>
  slice.sites.value.find(({ id }) => id === laboratory.id)?.position;

it('without work on them there is the register itself', () => {
  const corrections = createCorrections(base);
  expect(corrections.sites.value).toBe(base.sites);
  createCorrecting(
    base,
    corrections,
    deviceStore(() => deviceOf(), noWindow),
  );
  expect(corrections.sites.value).toBe(base.sites);
});

describe('createCorrecting', () => {
  it('shows, replaces, keeps and withdraws', () => {
    const device = deviceOf();
    const slice = begin(deviceStore(() => device, noWindow));
    slice.add(moved(laboratory, [113.21, 23]));
    slice.add(status);
    slice.add(moved(laboratory));
    expect(positionOf(slice)).toEqual([113.2318, 22.9965]);
    expect(slice.list.value).toEqual([status, moved(laboratory)]);
    const again = begin(deviceStore(() => device, noWindow));
    expect(again.list.value).toEqual(slice.list.value);
    const [first] = again.list.value;
    if (first !== undefined) again.withdraw(first);
    expect(again.list.value).toEqual([moved(laboratory)]);
    again.withdrawAll();
    expect(positionOf(again)).toEqual(laboratory.position);
    expect(device.kept.size).toBe(0);
  });

  it('lives in memory where the device is full, and says so', () => {
    const slice = begin(deviceStore(() => deviceOf({}, 10), noWindow));
    expect(slice.kept.value).toBe(true);
    slice.add(status);
    expect([slice.kept.value, slice.list.value]).toEqual([false, [status]]);
  });

  it('follows another window, but gives up nothing that only this one has', () => {
    const device = deviceOf();
    const window = new EventTarget();
    const tell = () => void window.dispatchEvent(Object.assign(new Event('storage'), { key: null }));
    const slice = begin(deviceStore(() => device, window));
    device.setItem(DEVICE_KEYS.corrections, JSON.stringify({ schema: 1, corrections: [status] }));
    tell();
    expect(slice.list.value).toEqual([status]);
    device.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    slice.add(moved(laboratory));
    tell();
    expect(slice.list.value).toEqual([status, moved(laboratory)]);
  });

  it('keeps a correction that the register has outgrown, and shows the register', () => {
    const stale = correct(
      laboratory,
      'status',
      { value: 'ended', date: '2026' },
      { oldValue: { value: 'planned', date: '2015' } },
    );
    const device = deviceOf({ [DEVICE_KEYS.corrections]: JSON.stringify({ schema: 1, corrections: [stale] }) });
    const slice = begin(deviceStore(() => device, noWindow));
    expect([...slice.standings.value.values()]).toEqual(['conflict']);
    expect(slice.sites.value.find(({ id }) => id === laboratory.id)).toBe(laboratory);
    expect(slice.list.value).toEqual([stale]);
  });
});

describe('opening a file', () => {
  it('takes what is new, knows what is here or in the register, and refuses the rest by name', () => {
    const slice = begin(deviceStore(() => deviceOf(), noWindow));
    slice.add(status);
    const merged = correct(laboratory, 'fact:floor-area#0', {
      value: 30,
      unit: '万平方米',
      qualifier: 'exact',
      asPrinted: '300,000 m2',
      asOf: '2023-04',
    });
    const other = correct(laboratory, 'status', { value: 'ended', date: '2026' });
    const stale = correct(
      laboratory,
      'fact:floor-area-phase-1#0',
      { value: 1, unit: 'm2', qualifier: 'exact', asPrinted: '1', asOf: null },
      {
        oldValue: { value: 2, unit: 'm²', qualifier: 'exact', asPrinted: '2', asOf: null },
      },
    );
    const nobody = { ...status, record: 'nobody' };
    const report = slice.open([status, merged, moved(laboratory), other, stale, nobody], valid);
    expect(report.added).toEqual([moved(laboratory)]);
    expect(report.known).toEqual([status, merged]);
    expect(report.refused).toEqual([
      { correction: other, why: 'ownDiffers' },
      { correction: stale, why: 'differs' },
      { correction: nobody, why: 'noRecord' },
    ]);
    expect(slice.list.value).toEqual([status, moved(laboratory)]);
    expect(slice.report.value).toBe(report);
  });

  it('refuses what breaks a rule', () => {
    const slice = begin(deviceStore(() => deviceOf(), noWindow));
    expect(slice.open([status], () => false).refused).toEqual([{ correction: status, why: 'invalid' }]);
    expect(slice.list.value).toEqual([]);
  });

  it('takes the first of two in one file', () => {
    const slice = begin(deviceStore(() => deviceOf(), noWindow));
    const other = moved(laboratory, [113.22, 23]);
    expect(slice.open([moved(laboratory), other], valid).refused).toEqual([{ correction: other, why: 'ownDiffers' }]);
  });
});

describe('today', () => {
  it('is the day of the device', () => {
    expect(today(new Date(2026, 2, 4, 23, 59))).toBe('2026-03-04');
  });
});

it('the register says of a field what a correction takes as its old value', () => {
  expect(currentValue(laboratory, 'status')).toEqual({ value: laboratory.status, date: laboratory.statusDate });
});

describe('a file with new records and fields of their own', () => {
  const added: Correction = {
    ...META,
    record: 'new-park',
    field: 'record',
    oldValue: { added: null },
    newValue: {
      added: {
        ...attributesOf(laboratory),
        nameZh: '新园',
        nameEn: 'New Park',
        status: { value: 'unknown', date: null },
        location: { position: null, precision: 'unknown', radiusM: null },
        sources: { others: [] },
      },
    },
  };
  const renamed: Correction = {
    ...META,
    record: 'new-park',
    field: 'nameEn',
    oldValue: { attribute: 'New Park' },
    newValue: { attribute: 'Newest Park' },
  };

  it('is opened in whichever order it lists them, and withdrawn again', () => {
    const slice = begin(deviceStore(() => deviceOf(), new EventTarget()));
    const report = slice.open([renamed, added], valid);
    expect([report.added.length, report.refused]).toEqual([2, []]);
    expect(slice.sites.value.at(-1)).toMatchObject({ id: 'new-park', nameEn: 'Newest Park' });
    expect([...slice.standings.value.values()]).toEqual(['applied', 'applied']);
    slice.withdraw(added);
    expect([...slice.standings.value.values()]).toEqual(['conflict']);
    expect(slice.sites.value).toHaveLength(base.sites.length);
  });

  it('is judged as a whole: a place in another district comes with the district', () => {
    const districts = correct(laboratory, 'districts', { attribute: ['shunde'] });
    const there = correct(laboratory, 'location', { position: [113.25, 22.8], precision: 'street', radiusM: 100 });
    const isValid = (correction: Correction, site: Site | undefined) =>
      correctionProblems(correction, site, base.districts).length === 0;
    const alone = begin(deviceStore(() => deviceOf(), new EventTarget())).open([there], isValid);
    expect(alone.refused.map(({ why }) => why)).toEqual(['invalid']);
    const both = begin(deviceStore(() => deviceOf(), new EventTarget())).open(
      [there, { ...districts, made: '2026-03-05' }],
      isValid,
    );
    expect(both.added.map(({ field }) => field)).toEqual(['location', 'districts']);
  });
});
