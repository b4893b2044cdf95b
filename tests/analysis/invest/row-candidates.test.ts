import { describe, expect, it } from 'vitest';
import { ownColumns, ownValue } from '../../../src/analysis/invest/own-columns.ts';
import { ownTables } from '../../../src/analysis/invest/own-rows.ts';
import { rowCandidateOf, rowIdOf, rowSites, tablesOfRows } from '../../../src/analysis/invest/row-candidates.ts';
import { NOT_STATED, type PointSet, packText } from '../../../src/domain/point-set.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { smallSet } from '../../fixtures/imported.ts';
import { asked, makeWorld } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

const day = '2026-11-29';
const park = makeSite('park', {
  ...{ industryCluster: 'auto', status: 'operating', statusDate: '2026-01-01', districts: ['nanhai'] },
  ...{ focus: { zh: '氢能', en: 'hydrogen' }, position: wgs84(113.05, 23.05), radiusM: 700 },
});
/** A plot of the park with a place of its own, one that stands where the park does, and one of nobody's. */
const plots: PointSet = {
  ...smallSet('plots', 'plots'),
  cluster: new Uint8Array(3).fill(NOT_STATED),
  district: new Uint8Array(3).fill(NOT_STATED),
  label: packText('plot', ['A1', 'A2', 'B']),
  columns: [
    packText('of', ['park', '', '']),
    { kind: 'number', name: 'price', values: Float64Array.of(90, 80, Number.NaN) },
  ],
  sites: { ids: ['park'], codes: Uint32Array.of(0, 1, 0) },
};
const own = { name: 'plots', set: plots };
const rows = rowSites(own, [park], day);
const [first, second, third] = rows;
if (first === undefined || second === undefined || third === undefined) throw new Error('three rows');

describe('rows as candidates', () => {
  it('say what their park says of what is made and how far it is, and of the place what they say themselves', () => {
    expect(first.row).toEqual({ setId: 'plots', row: 0, park: 'park', knowsCluster: true });
    expect(first.site).toMatchObject({
      id: rowIdOf('plots', 0),
      nameZh: 'A1',
      parent: 'park',
      industryCluster: 'auto',
    });
    expect(first.site).toMatchObject({ status: 'operating', focus: park.focus, districts: ['nanhai'] });
    expect(first.site).toMatchObject({ position: wgs84(113.1, 23.02), radiusM: 10, precision: 'exact' });
  });

  it('know no more of their place than the park where they stand where it does', () => {
    expect(second.site).toMatchObject({ radiusM: 700, precision: 'town', location: park.location });
  });

  it('are of no known cluster where neither they nor a park state one', () => {
    const question = asked({ clusters: ['auto'] });
    const fit = (row: typeof third) => rowCandidateOf(row, makeWorld(), question).values.get('cluster');
    expect(fit(third)).toEqual({ known: false, reason: 'not-stated' });
    expect(fit(first)).toMatchObject({ said: { kind: 'fit', fit: 'own' } });
  });

  it('have each the numbers of its own row, and of other tables those of its park', () => {
    const power = {
      ...smallSet('power', 'power'),
      count: 1,
      label: packText('', ['park']),
      columns: [{ kind: 'number' as const, name: 'kVA', values: Float64Array.of(6300) }],
    };
    const tables = ownTables([own, { name: 'power', set: power }], [park], day);
    const columns = ownColumns(tablesOfRows(own, rows, tables, day), {
      lessIsBetter: () => true,
      pick: () => null,
      rows: new Set(),
    });
    const said = columns.map((column) =>
      rows.map(({ site }) => {
        const value = ownValue(column, site.id);
        return value.known && value.said.kind === 'number' ? value.said.value : null;
      }),
    );
    expect(said).toEqual([
      [90, 80, null],
      [6300, 6300, null],
    ]);
  });
});
