import { expect, it } from 'vitest';
import { recordState, registerChanges } from '../../src/analysis/register-changes.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { exportedRegister } from '../../src/domain/schema/register-state.ts';
import { testBase } from '../fixtures/data.ts';

const { sites } = await testBase();
const [a, b] = sites.filter(({ position }) => position !== null);
if (a?.position == null || b === undefined) throw new Error('the tests have two placed sites');
const before = (...records: readonly (typeof a)[]) => ({
  data: 'old',
  date: '2025-01-01',
  records: records.map(recordState),
});

it('says what is new, gone, and changed, field by field', () => {
  const at = a.position ?? wgs84(113, 23);
  const old = { ...a, status: 'planned', statusDate: '2020', position: wgs84(at[0] + 0.01, at[1]) } as const;
  const { added, gone, changed, unchanged } = registerChanges(before(old, { ...b, id: 'left' }), [a, b]);
  expect(added.map(({ id }) => id)).toEqual([b.id]);
  expect(gone).toMatchObject([{ record: { id: 'left' }, leadsTo: null }]);
  expect(unchanged).toBe(0);
  expect(changed.map(({ fields, placed }) => [fields, placed])).toEqual([
    [
      [
        { field: 'status', before: 'planned', now: a.status },
        { field: 'statusDate', before: '2020', now: a.statusDate },
      ],
      null,
    ],
  ]);
  // A hundredth of a degree of longitude at 23° north: 111.32 km · cos 23° / 100 = 1025 m.
  expect(changed[0]?.movedM).toBeGreaterThan(1015);
  expect(changed[0]?.movedM).toBeLessThan(1035);
});

it('finds nothing new in the same register, and leads from an id to the record that took its place', () => {
  expect(registerChanges(before(a, b), [a, b])).toMatchObject({ added: [], gone: [], changed: [], unchanged: 2 });
  expect(registerChanges(before(a), [{ ...b, formerIds: [a.id] }]).gone).toMatchObject([{ leadsTo: b.id }]);
  expect(registerChanges(before({ ...a, position: null }), [a]).changed).toMatchObject([
    { placed: 'now', movedM: null },
  ]);
});

it('takes of an export what it states, and holds nothing against it that it does not', () => {
  const older = exportedRegister(
    {
      type: 'FeatureCollection',
      metadata: { dataVersion: '2025-01-01.x' },
      features: [
        { type: 'Feature', geometry: null, properties: { id: a.id, nameZh: '旧名', clusters: 3 } },
        { type: 'Feature', geometry: { type: 'Polygon', coordinates: [] }, properties: { id: b.id, nameZh: b.nameZh } },
      ],
    },
    'old.geojson',
  );
  const { changed, unchanged } = registerChanges(older, [a, b]);
  expect(older.data).toBe('2025-01-01.x');
  expect(changed).toMatchObject([{ fields: [{ field: 'nameZh', before: '旧名', now: a.nameZh }], placed: 'now' }]);
  expect(unchanged).toBe(1);
  expect(() =>
    exportedRegister({ type: 'FeatureCollection', features: [{ geometry: null, properties: {} }] }, 'x'),
  ).toThrow('x');
});
