import { describe, expect, it } from 'vitest';
import { readNeighbours } from '../../geo/steps/borders.ts';
import { readDistricts } from '../../geo/steps/districts.ts';

describe('a source of districts', () => {
  it('may name districts by code or by name, and is told what it lacks', () => {
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [113, 23],
          [113.1, 23],
          [113.1, 23.1],
          [113, 23],
        ],
      ],
    };
    const features = [
      { adcode: '440604' },
      { NAME: '南海' },
      { name: '顺德区' },
      { name: '顺德区' },
      { name: '番禺区' },
    ].map((properties) => ({
      type: 'Feature' as const,
      geometry: square,
      properties,
    }));
    features.push({ type: 'Feature', geometry: square, properties: { name: '三水区' } });
    const withPoint = [
      ...features,
      {
        type: 'Feature' as const,
        geometry: { type: 'Point' as const, coordinates: [113, 23] },
        properties: { name: '高明区' },
      },
    ];
    const { areas, problems } = readDistricts(
      { type: 'FeatureCollection', features: withPoint },
      'wgs84',
      'their.geojson',
    );
    expect([...areas.keys()]).toEqual(['chancheng', 'nanhai', 'shunde', 'sanshui']);
    expect(problems).toEqual([
      { file: 'their.geojson', record: 'shunde', reason: 'the district is there twice' },
      { file: 'their.geojson', record: 'gaoming', reason: 'the geometry is Point, not an area' },
      { file: 'their.geojson', record: 'gaoming', reason: 'the district is missing' },
    ]);
  });
});

describe('a source of neighbours', () => {
  it('are named by code and name, each once', () => {
    const square = ['113 23', '113.1 23', '113.1 23.1', '113 23'].map((at) => at.split(' ').map(Number));
    const features = [
      { adcode: 440100, name: '广州市' },
      { adcode: '440100', name: '广州市' },
      { name: '中山市' },
      { adcode: 441900 },
    ].map((properties) => ({
      type: 'Feature' as const,
      geometry: { type: 'Polygon' as const, coordinates: [square] },
      properties,
    }));
    const read = readNeighbours({ type: 'FeatureCollection', features }, 'wgs84', 'theirs');
    expect(read.neighbours.map(({ id, nameEn }) => [id, nameEn])).toEqual([['440100', '广州市']]);
    expect(read.problems).toEqual([
      { file: 'theirs', record: '440100', reason: 'the prefecture is there twice' },
      { file: 'theirs', record: '中山市', reason: 'the six-digit code (adcode) is missing' },
      { file: 'theirs', record: '441900', reason: 'the name is missing' },
    ]);
  });
});
