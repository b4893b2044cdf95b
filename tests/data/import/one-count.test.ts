/** Receipt, cross table, filter, question and the page on counting say the same of the rows of one file. */
import { expect, test } from 'vitest';
import { byDistrict } from '../../../src/analysis/by-area.ts';
import { countedImport } from '../../../src/analysis/counted-set.ts';
import { crossTable, totals } from '../../../src/analysis/cross-table.ts';
import { countChoices, passingRows } from '../../../src/analysis/set-rows.ts';
import { tally } from '../../../src/analysis/tally.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import { DISTRICT_IDS, ELSEWHERE, NOT_STATED_KEY } from '../../../src/domain/vocabulary.ts';
import { countsOf } from '../../../src/panels/counting/own-counts.tsx';
import { imported, textFile } from './helpers.ts';

/** In what it states, in another, outside the city with and without a statement, states nothing, nothing at all known. */
const FILE = [
  '名称,区,经度_wgs84,纬度_wgs84',
  '甲,禅城区,113.1052,23.0187',
  '乙,三水区,113.2934,22.8057',
  '丙,顺德区,113.264,23.129',
  '丁,,113.264,23.129',
  '戊,,113.1431,23.0412',
  '己,高明区,,',
].join('\n');

test('what lies outside, disagrees or is not known is one number everywhere', async () => {
  const { set, receipt } = await imported(textFile(FILE), 'a.csv');
  const counted = countedImport(set);
  const said = (code: string) => receipt.warnings.find((note) => note.code === code)?.params.count ?? 0;

  const table = crossTable([{ counted }], 'district', 'cluster');
  const byPlace = new Map(table.rowKeys.map((key, at) => [key, totals(table).rows[at] ?? 0]));
  expect([byPlace.get(ELSEWHERE), byPlace.get(NOT_STATED_KEY) ?? 0]).toEqual([2, 0]);

  const { districts } = countChoices(set, NO_SET_FILTER);
  const page = countsOf({ set });
  expect(said('outside-city')).toBe(2);
  expect(districts.get(ELSEWHERE)).toBe(2);
  expect(page.elsewhere).toBe(2);
  expect([...(passingRows(set, { ...NO_SET_FILTER, districts: [ELSEWHERE] }) ?? [])]).toEqual([2, 3]);

  for (const id of DISTRICT_IDS) {
    const inside = tally(counted, byDistrict(counted, id)).total.inside;
    expect([id, byPlace.get(id), districts.get(id) ?? 0]).toEqual([id, inside, inside]);
  }
  expect(page.certain + page.unsure).toBe(DISTRICT_IDS.reduce((sum, id) => sum + (byPlace.get(id) ?? 0), 0));

  expect(said('outside-stated-district')).toBe(2);
  expect([...(receipt.outsideStated?.rows ?? [])]).toEqual([...(set.located?.disagreeing ?? [])]);
});
