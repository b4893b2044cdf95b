import { describe, expect, it } from 'vitest';
import { readDistricts } from '../../geo/steps/districts.ts';
import { CONTEXT_BBOX, GEO_SOURCES } from '../../geo/steps/geodata.ts';
import { distanceToLineM } from '../../geo/steps/planar.ts';
import { roadCollection } from '../../geo/steps/roads.ts';
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
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(([lng = 0, lat = 0]) => !inBbox([lng, lat], CONTEXT_BBOX))).toEqual([]);
    expect(all.filter((position) => position.some((n) => Number(n.toFixed(4)) !== n))).toEqual([]);
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
    expect(new Set(waterways.features.map(({ properties }) => properties.kind))).toEqual(
      new Set(['water-polygon', 'centre-line']),
    );
  });

  it('has coarse rivers only where nothing better is, and only for overviews', () => {
    const lines = rivers.features.flatMap(({ geometry }) => geometry.coordinates);
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.min(...lines.flat().map(near))).toBeGreaterThan(3900);
    expect(rivers.features.every(({ properties }) => properties.maxzoom === 9)).toBe(true);
  });

  it('holds nothing of the borders', () => {
    const borders = new Set([...areas.values()].flatMap(({ coordinates }) => segments(coordinates.flat())));
    expect(borders.size).toBeGreaterThan(0);
    const water = [
      ...waterways.features.flatMap(({ geometry }) =>
        segments(geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates]),
      ),
      ...rivers.features.flatMap(({ geometry }) => segments(geometry.coordinates)),
    ];
    expect(water.length).toBeGreaterThan(0);
    expect(water.filter((segment) => borders.has(segment))).toEqual([]);
  });
});
