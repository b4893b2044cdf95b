import { describe, expect, it } from 'vitest';
import { geojsonOf } from '../../../src/data/export/geojson.ts';
import { kmlOf } from '../../../src/data/export/kml.ts';
import { pickColumns } from '../../../src/data/export/table.ts';
import { CELLS, META, POSITIONS, TABLE } from './fixture.ts';

describe('geojsonOf', () => {
  it('reads back equal: cells, positions in WGS-84, null geometry, and what the file says of itself', () => {
    const read: unknown = JSON.parse(JSON.stringify(geojsonOf(TABLE, META)));
    expect(read).toEqual({
      type: 'FeatureCollection',
      metadata: { dataVersion: '2026.11.1', mark: '内部参考' },
      features: CELLS.map((cells, index) => ({
        type: 'Feature',
        geometry: POSITIONS[index] === null ? null : { type: 'Point', coordinates: [...(POSITIONS[index] ?? [])] },
        properties: Object.fromEntries(TABLE.columns.map(({ key }, at) => [key, cells[at]])),
      })),
    });
  });

  it('writes the chosen columns alone, in their order', () => {
    const chosen = pickColumns(TABLE, new Set(['note', 'id']));
    expect(Object.keys(geojsonOf(chosen, META).features[1]?.properties ?? {})).toEqual(['id', 'note']);
    expect(chosen.row(1)).toEqual(['no-place', 'two\nlines']);
  });

  it('keeps two columns of one name apart', () => {
    const twice = { ...TABLE, columns: TABLE.columns.map((column) => ({ ...column, key: 'same' })) };
    expect(Object.keys(geojsonOf(twice, META).features[0]?.properties ?? {})).toEqual([
      'same',
      'same_2',
      'same_3',
      'same_4',
      'same_5',
    ]);
  });
});

describe('kmlOf', () => {
  const parsed = (text: string) => new DOMParser().parseFromString(text, 'application/xml');

  it('reads back equal: names, cells, positions, and no point where there is none', () => {
    const kml = parsed(kmlOf(TABLE, META));
    const placemarks = [...kml.querySelectorAll('Placemark')];
    expect(placemarks.map((p) => p.querySelector('name')?.textContent)).toEqual(CELLS.map((cells) => cells[1]));
    expect(placemarks.map((p) => p.querySelector('coordinates')?.textContent ?? null)).toEqual(
      POSITIONS.map((p) => (p === null ? null : `${p[0]},${p[1]}`)),
    );
    const values = placemarks.map((placemark) =>
      Object.fromEntries(
        [...placemark.querySelectorAll('Data')].map((data) => [
          data.getAttribute('name'),
          data.querySelector('value')?.textContent,
        ]),
      ),
    );
    expect(values).toEqual(
      CELLS.map((cells) =>
        Object.fromEntries(
          TABLE.columns.flatMap(({ key }, at) => (cells[at] === null ? [] : [[key, String(cells[at])]])),
        ),
      ),
    );
  });

  it('says of itself what the file is', () => {
    const own = parsed(kmlOf(TABLE, META)).querySelector('Document > ExtendedData');
    expect(own?.querySelector('Data[name="mark"] > value')?.textContent).toBe('内部参考');
  });

  it('leaves out what no XML may hold', () => {
    const dirty = { ...TABLE, name: () => 'a\u0000b\u000Bc\uD800d' };
    expect(kmlOf(dirty, META)).toContain('<name>abcd</name>');
  });
});
