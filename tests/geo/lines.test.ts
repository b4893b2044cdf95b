import { describe, expect, it } from 'vitest';
import { readDistricts } from '../../geo/steps/districts.ts';
import { CONTEXT_BBOX, GEO_SOURCES } from '../../geo/steps/geodata.ts';
import { clipLine, distanceToLineM } from '../../geo/steps/planar.ts';
import { joinLines, roadCollection } from '../../geo/steps/roads.ts';
import { coarseRivers, waterwayCollection } from '../../geo/steps/water.ts';
import { inBbox } from '../../src/domain/position.ts';
import { collection, geodataInputs, segments } from './geodata-inputs.ts';

const { waterways } = waterwayCollection(collection(GEO_SOURCES.waterways), 'waterways');
const rivers = coarseRivers(collection(GEO_SOURCES.coarseRivers), waterways.features, CONTEXT_BBOX);
const { roads } = roadCollection(collection(GEO_SOURCES.roads), CONTEXT_BBOX, 'roads');
const { districts: boundary } = geodataInputs();
const { areas } = readDistricts(boundary.collection, boundary.datum, boundary.file);

describe('roads', () => {
  it('are one feature a class and state, inside the box, on 4 decimals', () => {
    expect(roads.features.map(({ properties }) => `${properties.class} ${properties.underConstruction}`)).toEqual([
      'motorway false',
      'motorway true',
      'trunk false',
      'trunk true',
      'primary false',
      'primary true',
    ]);
    const all = roads.features.flatMap(({ geometry }) => geometry.coordinates).flat();
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.filter(([lng = 0, lat = 0]) => !inBbox([lng, lat], CONTEXT_BBOX))).toEqual([]);
    expect(all.filter((position) => position.some((n) => Number(n.toFixed(4)) !== n))).toEqual([]);
  });

  it('are cut where they leave the box, and come back as a new part', () => {
    const box = [0, 0, 10, 10] as const;
    expect(
      clipLine(
        [
          [-5, 5],
          [5, 5],
          [15, 5],
          [15, 8],
          [5, 8],
        ],
        box,
      ),
    ).toEqual([
      [
        [0, 5],
        [5, 5],
        [10, 5],
      ],
      [
        [10, 8],
        [5, 8],
      ],
    ]);
    expect(
      clipLine(
        [
          [11, 0],
          [12, 5],
        ],
        box,
      ),
    ).toEqual([]);
  });

  it('are joined without losing or doubling a segment, and not across a junction', () => {
    const [a, b, c, d] = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 1],
    ];
    expect(
      joinLines([
        [b, c],
        [a, b],
        [c, d],
      ]),
    ).toEqual([[a, b, c, d]]);
    expect(
      joinLines([
        [a, b],
        [b, c],
        [b, d],
      ]),
    ).toEqual([
      [a, b],
      [b, c],
      [b, d],
    ]);
    expect(
      joinLines([
        [a, b],
        [b, c],
        [c, a],
      ]),
    ).toEqual([[a, b, c, a]]);
  });
});

describe('water', () => {
  const near = (position: readonly number[]): number =>
    Math.min(
      ...waterways.features.flatMap(({ geometry }) =>
        (geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates]).map((line) =>
          distanceToLineM(position, line),
        ),
      ),
    );

  it('keeps both kinds of waterways', () => {
    const count = (kind: string): number =>
      waterways.features.filter(({ properties }) => properties.kind === kind).length;
    expect([count('water-polygon'), count('centre-line')]).toEqual([37, 14]);
  });

  it('has coarse rivers only where nothing better is, and only for overviews', () => {
    const lines = rivers.features.flatMap(({ geometry }) => geometry.coordinates);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.min(...lines.flat().map(near))).toBeGreaterThan(3900);
    expect(rivers.features.every(({ properties }) => properties.maxzoom === 9)).toBe(true);
  });

  it('holds nothing of the borders', () => {
    const borders = new Set([...areas.values()].flatMap(({ coordinates }) => segments(coordinates.flat())));
    expect(borders.size).toBeGreaterThan(5000);
    const water = [
      ...waterways.features.flatMap(({ geometry }) =>
        segments(geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates]),
      ),
      ...rivers.features.flatMap(({ geometry }) => segments(geometry.coordinates)),
    ];
    expect(water.length).toBeGreaterThan(800);
    expect(water.filter((segment) => borders.has(segment))).toEqual([]);
  });
});
