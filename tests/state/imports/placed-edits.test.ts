import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { countedImport } from '../../../src/analysis/counted-set.ts';
import { NO_PLACES } from '../../../src/data/device/remote-places-store.ts';
import { settled as said } from '../../../src/data/import/import-file.ts';
import { defaultChoices } from '../../../src/data/import/open-file.ts';
import { placeAgain } from '../../../src/data/import/place/place-again.ts';
import { NO_THREAD } from '../../../src/state/imports/column-thread.ts';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { ALONE } from '../../../src/state/imports/kept-sets.ts';
import type { PlaceRows } from '../../../src/state/imports/placed-edits.ts';
import { context, imported, textFile } from '../../data/import/helpers.ts';
import { importClient } from '../../fixtures/import-client.ts';
import { fakeStore } from '../../fixtures/windows.ts';

const LIST = `编号,名称,区,经度_wgs84,纬度_wgs84
1,甲,禅城区,113.1200,23.0200
2,乙,,113.2900,22.8100
3,丙,顺德区,,
`;
const [DISTRICT, LNG, LAT] = [2, 3, 4];

const IDLE = importClient({ import: () => Promise.reject(new Error('nothing is imported here')) });

const place: PlaceRows = (request) => Promise.resolve(placeAgain(request, context));

async function withList(text = LIST) {
  const { store, kept } = fakeStore();
  const make = () => createImports(store, vi.fn(), ALONE, signal(null), NO_THREAD, NO_PLACES, place);
  const imports = make();
  const { set, receipt } = await imported(textFile(text), 'list.csv');
  await imports.add({ set, receipt });
  const edit = (row: number, column: number, cell: string) =>
    imports.edits.editCell(set.id, { row, column, text: cell });
  const item = () => {
    const now = imports.byId(set.id);
    if (now === null) throw new Error('the set is gone');
    return now;
  };
  const at = (row: number) => [...item().set.positions.subarray(2 * row, 2 * row + 2)];
  const district = (row: number) => countedImport(item().set).districtsOf(row);
  return { imports, make, kept, edit, item, at, district, id: set.id };
}

describe('an edit that places its row anew', () => {
  it('moves it on the map and in the counts, and is taken back and done again', async () => {
    const { imports, edit, at, district, item, id } = await withList();
    expect(district(0)).toMatchObject({ counted: 'chancheng', certain: true });
    expect(await edit(0, DISTRICT, '')).toBeNull();
    expect(await edit(0, LNG, '113.2900')).toBeNull();
    expect(await edit(0, LAT, '22.8100')).toBeNull();
    expect(at(0)).toEqual(at(1));
    expect(district(0)).toMatchObject({ counted: 'shunde' });
    expect(item().set.columns[LNG]?.edited).toEqual(new Set([0]));
    imports.edits.undo(id);
    imports.edits.undo(id);
    imports.edits.undo(id);
    expect(at(0)).toEqual([113.12, 23.02]);
    expect(district(0)).toMatchObject({ counted: 'chancheng', certain: true });
    expect(item().changed).toBeUndefined();
    for (let n = 0; n < 3; n++) imports.edits.redo(id);
    expect(at(0)).toEqual(at(1));
  });

  it('gives a place to a row that had none but its district, and says so in the receipt', async () => {
    const { edit, at, item } = await withList();
    expect(item().receipt.byPrecision).toMatchObject({ exact: 2, district: 1 });
    expect(await edit(2, LNG, '113.2900')).toBeNull();
    expect(item().receipt.byPrecision).toMatchObject({ exact: 2, district: 1 });
    expect(await edit(2, LAT, '22.8100')).toBeNull();
    expect(at(2)).toEqual(at(1));
    expect(item().receipt.byPrecision).toMatchObject({ exact: 3, district: 0 });
  });

  it('changes nothing where the row would be nowhere, and says why', async () => {
    const { imports, edit, at, item, id } = await withList();
    const before = item();
    expect(await edit(0, LAT, '60')).toMatchObject({ code: 'outside-guangdong' });
    expect(await edit(0, DISTRICT, '不知道')).toMatchObject({ code: 'no-district', detail: '不知道' });
    expect(edit(0, LAT, '北边')).toBe(false);
    expect(item()).toBe(before);
    expect(at(0)).toEqual([113.12, 23.02]);
    expect(imports.edits.undo(id)).toBeNull();
  });

  it('lists the row once its place and its district disagree', async () => {
    const { edit, item } = await withList();
    expect(item().receipt.outsideStated).toBeUndefined();
    expect(await edit(0, DISTRICT, '高明区')).toBeNull();
    expect([...(item().receipt.outsideStated?.rows ?? [])]).toEqual([0]);
    expect(item().receipt.outsideStated?.metres[0]).toBeGreaterThan(5000);
  });

  it('is kept with the set, and goes by file row beside rows that were taken out', async () => {
    const { imports, make, edit, id } = await withList();
    imports.edits.deleteRows(id, Uint32Array.of(0));
    expect(await edit(0, LNG, '113.2800')).toBeNull();
    await imports.settled();
    const again = make();
    await again.settled();
    expect([...(again.byId(id)?.set.positions.subarray(0, 2) ?? [])]).toEqual([113.28, 22.81]);
  });

  it('is placed anew with its set once the datum is said', async () => {
    const { imports, edit, item, at, id } = await withList(
      '名称,经度,纬度\n甲,113.1200,23.0200\n乙,113.2900,22.8100\n',
    );
    expect(await edit(0, 1, '113.2900')).toBeNull();
    expect(await edit(0, 2, '22.8100')).toBeNull();
    const { base } = item().changed ?? {};
    if (base === undefined) throw new Error('nothing is changed');
    await imports.replace(said(base, 'gcj02', context));
    expect(at(0)).toEqual(at(1));
    expect(at(0)[0]).not.toBe(113.29);
    expect(item().set.radiusM[0]).toBe(item().set.radiusM[1]);
    expect(imports.edits.undo(id)).toBeNull();
  });
});

describe('other data in the place of a set with rows that were placed anew', () => {
  it('places by the edits that are made again, and lists those whose row would be nowhere', async () => {
    const { imports, edit, at, item, id } = await withList();
    expect(await edit(0, DISTRICT, '')).toBeNull();
    expect(await edit(1, LAT, '22.8200')).toBeNull();
    const june = await imported(
      textFile('编号,名称,区,经度_wgs84,纬度_wgs84\n9,新,,113.2000,22.9000\n1,甲,禅城区,,\n2,乙,,113.2900,22.8100\n'),
      'june.csv',
    );
    const client = { ...IDLE, import: () => Promise.resolve(june) };
    const session = createImportSession(
      () => Promise.resolve(client),
      (read) => imports.replacing.take(read),
    );
    imports.replacing.begin(session, id, new File(['x'], 'june.csv'), '编号');
    await vi.waitFor(() => expect(session.phase.value.kind).toBe('confirm'));
    await session.run(defaultChoices(june.preview, 'new'));
    const report = () => imports.replacing.report.value;
    await vi.waitFor(() => expect(report()?.lost).toEqual([{ key: '1', column: '区', text: '', why: 'nowhere' }]));
    expect(report()).toMatchObject({ cells: 1, fileName: 'june.csv' });
    expect(at(2)).toEqual([113.29, 22.82]);
    expect(item().set.columns[LAT]?.edited).toEqual(new Set([2]));
    expect(item().set.columns[DISTRICT]?.edited).toBeUndefined();
  });
});
