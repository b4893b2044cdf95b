import { describe, expect, test } from 'vitest';
import { settled } from '../../../src/data/import/import-file.ts';
import { isDatumAssumed, precisionAt } from '../../../src/domain/point-set.ts';
import { byName, context, imported, textFile } from './helpers.ts';

/** A few places without a district: nothing tells the datum. The last one has a town alone. */
const LIST = '名称,镇街,经度,纬度\n甲,,113.1200,23.0200\n乙,,113.2900,22.8100\n丙,北滘镇,,\n';

const metres = (a: { lng: number; lat: number }, b: { lng: number; lat: number }) =>
  Math.hypot((a.lng - b.lng) * 102_400, (a.lat - b.lat) * 111_320);

async function assumedList() {
  const result = await imported(textFile(LIST), 'a.csv');
  const rows = byName(result);
  const at = (name: string) => rows.get(name) ?? { lng: Number.NaN, lat: Number.NaN, row: -1 };
  return { result, at };
}

describe('a list whose datum nothing gives away', () => {
  test('says so, in radius, precision and receipt', async () => {
    const { result, at } = await assumedList();
    const { set, receipt, preview } = result;
    expect(preview.datum).toMatchObject({ datum: 'wgs84', basis: 'assumed' });
    expect([...(receipt.datumOpen ?? [])].sort()).toEqual(['bd09', 'gcj02', 'wgs84']);
    expect(isDatumAssumed(set)).toBe(true);
    const radius = set.radiusM[at('甲').row] ?? 0;
    // BD-09 lies 1.2 to 1.3 km off here.
    expect(radius).toBeGreaterThan(1000);
    expect(radius).toBeLessThan(1400);
    expect(['street', 'town']).toContain(precisionAt(set, at('甲').row));
    expect(receipt.byPrecision.exact).toBe(0);
  });

  test('its radius reaches to where each row lies under the other datums', async () => {
    const { result, at } = await assumedList();
    for (const said of ['gcj02', 'bd09'] as const) {
      const other = settled(result, said, context).set;
      for (const name of ['甲', '乙']) {
        const { row, lng, lat } = at(name);
        const moved = { lng: other.positions[2 * row] ?? 0, lat: other.positions[2 * row + 1] ?? 0 };
        expect(metres({ lng, lat }, moved)).toBeLessThanOrEqual((result.set.radiusM[row] ?? 0) + 1);
        expect(metres({ lng, lat }, moved)).toBeGreaterThan(400);
      }
    }
  });

  test('a row that a town placed is none of it', async () => {
    const { result, at } = await assumedList();
    const { row } = at('丙');
    const said = settled(result, 'bd09', context).set;
    expect(said.positions[2 * row]).toBe(result.set.positions[2 * row]);
    expect(said.radiusM[row]).toBe(result.set.radiusM[row]);
  });

  test('said to be one, it is as a file that states it; said anew, it is the other', async () => {
    const { result } = await assumedList();
    const stated = async (datum: string) => {
      const text = LIST.replace('经度,纬度', `经度_${datum},纬度_${datum}`);
      return imported(textFile(text), 'a.csv');
    };
    const first = settled(result, 'bd09', context);
    const second = settled(first, 'gcj02', context);
    for (const [said, name] of [
      [first, 'bd09'],
      [second, 'gcj02'],
      [settled(second, 'wgs84', context), 'wgs84'],
    ] as const) {
      const file = await stated(name);
      expect(isDatumAssumed(said.set)).toBe(false);
      expect(said.receipt.datumIn).toBe(file.receipt.datumIn);
      expect(said.receipt.conversion).toEqual(file.receipt.conversion);
      // A word brings the error down; what the points are it does not tell.
      const { exact, street, ...others } = file.receipt.byPrecision;
      expect(said.receipt.byPrecision).toEqual({ ...others, exact: 0, street: street + exact });
      expect([...said.set.radiusM]).toEqual([...file.set.radiusM]);
      said.set.positions.forEach((value, n) => {
        expect(value).toBeCloseTo(file.set.positions[n] ?? Number.NaN, 8);
      });
    }
  });
});

test('what the evidence rules out is left open no longer', async () => {
  const { preview } = await imported(
    textFile(`名称,所属区,经度,纬度\n${'甲,禅城区,113.12,23.02\n'.repeat(3)}`),
    'a.csv',
  );
  expect(preview.datum.open).toContain('wgs84');
  const stated = await imported(textFile('名称,经度_wgs84,纬度_wgs84\n甲,113.12,23.02\n'), 'a.csv');
  expect(isDatumAssumed(stated.set)).toBe(false);
  expect(stated.set.radiusM[0]).toBeLessThan(1000);
});

test('said before the import it raises no precision either, and can be said anew', async () => {
  const { set, receipt } = await imported(textFile(LIST), 'a.csv', { datum: 'gcj02', open: [], said: true });
  expect(isDatumAssumed(set)).toBe(false);
  expect(receipt).toMatchObject({ datumSaid: true, byPrecision: { exact: 0, street: 2 } });
  const anew = settled({ set, receipt }, 'wgs84', context);
  expect(anew.set.positions[0]).toBeCloseTo(113.12, 6);
  expect(anew.receipt.byPrecision).toEqual(receipt.byPrecision);
});

test('numbers that fit UTM and Gauss-Krüger alike are asked about, unless a name tells', async () => {
  const rows = '甲,715748.31,2547140.21\n乙,719597.21,2549688.54\n';
  const { preview } = await imported(textFile(`名称,X,Y\n${rows}`), 'a.csv');
  expect(preview.datum.datum).toBeNull();
  expect(preview.datum.refusal).toBeNull();
  expect(preview.datum.reason.code).toBe('grids-undecided');
  expect([...preview.datum.open].sort()).toEqual(['epsg:32649', 'epsg:4546']);
  expect(preview.datum.reason.params.metres).toBeGreaterThan(900);
  for (const head of ['名称,UTM_E,UTM_N', '名称,X(UTM),Y(UTM)']) {
    const named = await imported(textFile(`${head}\n${rows}`), 'a.csv');
    expect(named.preview.datum.datum).toBe('epsg:32649');
    expect(named.set.positions[0]).toBeCloseTo(113.1052, 6);
  }
});
