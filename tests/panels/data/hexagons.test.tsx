import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { hexagonKeyAt } from '../../../src/analysis/bins.ts';
import { countHexagons } from '../../../src/analysis/hexagon-classes.ts';
import { hexagonRows } from '../../../src/panels/data/hexagon-key.tsx';
import MapSets, { RowHover } from '../../../src/panels/data/map-sets.tsx';
import { renderIn, words } from '../../fixtures/app.tsx';
import { withSets } from '../../fixtures/own-sets.tsx';
import { randomSet } from '../../fixtures/random-set.ts';

/** Ten rows in the middle of a hexagon of a kilometre, one of which may lie next door, and one known to 3 km. */
function dozen() {
  const set = randomSet({ seed: 2, count: 12, unplacedShare: 0, radiusM: 50 });
  for (let row = 0; row < 12; row++) set.positions.set([113, 23], 2 * row);
  set.positions.set([113 + 480 / 102_532, 23], 0);
  set.radiusM[11] = 3000;
  return set;
}

describe('hexagons of own rows', () => {
  it('say in the legend what errors of position leave open', async () => {
    const test = await withSets('view=data&lang=en', [dozen()]);
    test.imports.restyle(dozen().id, { display: 'hexagons', acrossM: 1000 });
    renderIn(test, <MapSets />);
    await waitFor(() =>
      expect(words(screen.getByRole('region'))).toContain(
        '1 of 1 hexagon may hold more or fewer rows, since places have errors; the fullest of them 11 (10–12)',
      ),
    );
    const legend = words(screen.getByRole('region'));
    expect(legend).toContain(
      '1 row is placed too coarsely to count in one hexagon, and possible in each that it may lie in',
    );
    expect(legend).toContain('1 more hexagon may hold a row and is not drawn');
    screen.getByRole('button', { name: 'Save the hexagons as CSV' });
  });

  it('say how many rows lie under the pointer, and how sure that is', async () => {
    const set = dozen();
    const test = await withSets('view=data&lang=en', [set]);
    test.imports.restyle(set.id, { display: 'hexagons', acrossM: 1000 });
    test.imports.hover({ setId: set.id, at: [113.001, 23.001], x: 10, y: 20 });
    renderIn(test, <RowHover />);
    await waitFor(() => expect(words(screen.getByRole('status'))).toContain('Rows in this hexagon: 11 (10–12)'));
  });

  it('go out with certain and possible rows beside the counted ones', async () => {
    const { i18n } = await withSets('lang=en', []);
    const count = countHexagons(dozen(), undefined, 1000);
    const [head, only] = hexagonRows(i18n.value, count, '9.9');
    expect(head?.slice(2, 5)).toEqual(['Number of rows', 'Certain rows', 'Possible rows']);
    expect(only?.slice(2, 5)).toEqual([11, 10, 12]);
    expect(hexagonKeyAt(Number(only?.[0]), Number(only?.[1]), 1000)).toBe(hexagonKeyAt(113, 23, 1000));
    expect(only?.[5]).toMatch(/^POLYGON/);
    expect(only?.at(-1)).toBe('9.9');
  });

  it('say what errors of position leave open of a column too, beside the pointer and in the file', async () => {
    const numbers = {
      kind: 'number',
      name: 'staff',
      values: Float64Array.from({ length: 12 }, (_, row) => row + 1),
    } as const;
    const set = { ...dozen(), columns: [numbers] };
    const test = await withSets('view=data&lang=en', [set]);
    test.imports.restyle(set.id, { display: 'hexagons', acrossM: 1000, measureBy: { column: 'staff', kind: 'sum' } });
    test.imports.hover({ setId: set.id, at: [113.001, 23.001], x: 10, y: 20 });
    renderIn(test, <RowHover />);
    // 1 to 11 lie there, the first perhaps next door; the twelfth is known to 3 km and may lie here too.
    await waitFor(() => expect(words(screen.getByRole('status'))).toContain('staff, Sum: 66 (65–78)'));
    const count = countHexagons(set, undefined, 1000, { column: 'staff', kind: 'sum' });
    const [head, only] = hexagonRows(test.i18n.value, count, '9.9');
    expect(head?.slice(6, 8)).toEqual(['At least', 'At most']);
    expect(only?.slice(5, 8)).toEqual([66, 65, 78]);
  });
});
