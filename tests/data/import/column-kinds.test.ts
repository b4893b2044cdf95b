/** A column means the same whichever format brings it: numbers with gaps, dates, words. */
import { expect, test } from 'vitest';
import { datesOf } from '../../../src/domain/column-dates.ts';
import { measureColumns } from '../../../src/domain/column-values.ts';
import { imported } from './helpers.ts';

const AMOUNTS = ['3,035.2', '暂无', '812', '1,200', '', '−5', '0.5'];
const rows = AMOUNTS.map((amount, at) => ({
  名称: `厂${at}`,
  产值: amount,
  投产: at === 2 ? '暂无' : `2024年${at + 1}月`,
  lng: `113.1${at}52`,
  lat: '23.0187',
}));
const NAMES = ['名称', '产值', '投产'] as const;

const feature = ({ lng, lat, ...properties }: (typeof rows)[number], mixed = false) => ({
  type: 'Feature',
  // Programs write what they take for a number as one, and the rest of the column as text.
  properties: mixed && properties.产值 === '812' ? { ...properties, 产值: 812 } : properties,
  geometry: { type: 'Point', coordinates: [Number(lng), Number(lat)] },
});
const collection = (mixed: boolean) =>
  JSON.stringify({ type: 'FeatureCollection', features: rows.map((row) => feature(row, mixed)) });
const cellsOf = (row: (typeof rows)[number], as: (text: string) => string) => Object.values(row).map(as).join('');

const FILES: readonly (readonly [name: string, text: string])[] = [
  [
    'list.csv',
    [Object.keys(rows[0] ?? {}).join(','), ...rows.map((row) => cellsOf(row, (text) => `,"${text}"`).slice(1))].join(
      '\n',
    ),
  ],
  ['list.geojson', collection(false)],
  ['mixed.geojson', collection(true)],
  ['list.geojsonl', rows.map((row) => JSON.stringify(feature(row))).join('\n')],
  [
    'list.kml',
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${rows
      .map(
        (row) =>
          `<Placemark><ExtendedData>${NAMES.map((name) => `<Data name="${name}"><value>${row[name]}</value></Data>`).join('')}</ExtendedData><Point><coordinates>${row.lng},${row.lat}</coordinates></Point></Placemark>`,
      )
      .join('')}</Document></kml>`,
  ],
  [
    'list.html',
    `<html><body><table><tr>${Object.keys(rows[0] ?? {})
      .map((name) => `<th>${name}</th>`)
      .join(
        '',
      )}</tr>${rows.map((row) => `<tr>${cellsOf(row, (text) => `<td>${text}</td>`)}</tr>`).join('')}</table></body></html>`,
  ],
];

test.each(FILES)('%s has numbers with gaps and dates with gaps', async (name, text) => {
  const { set } = await imported(new Blob([text]), name);
  const measure = measureColumns(set).find((column) => column.name === '产值');
  expect([...(measure?.values ?? [])]).toEqual([3035.2, Number.NaN, 812, 1200, Number.NaN, -5, 0.5]);
  const dates = set.columns.find((column) => column.name === '投产');
  expect(dates === undefined ? null : [...(datesOf(dates, set.count) ?? [])]).toEqual([
    20240100, 20240200, 0, 20240400, 20240500, 20240600, 20240700,
  ]);
});
