import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { readDistricts } from '../../geo/steps/districts.ts';
import { CONTEXT_BBOX } from '../../geo/steps/geodata.ts';
import { distanceToLineM } from '../../geo/steps/planar.ts';
import { roadCollection } from '../../geo/steps/roads.ts';
import { coarseRivers, waterwayCollection } from '../../geo/steps/water.ts';
import { inBbox } from '../../src/domain/position.ts';
import { geodataInputs, segments } from './geodata-inputs.ts';

const inputs = geodataInputs();
const { waterways } = waterwayCollection(inputs.waterways, inputs.rivers, CONTEXT_BBOX, 'waterways');
const rivers = coarseRivers(inputs.coarseRivers, inputs.waterways, CONTEXT_BBOX);
const { roads } = roadCollection(inputs.roads, CONTEXT_BBOX, 'roads');
const { districts: boundary } = inputs;
const { areas } = readDistricts(boundary.collection, boundary.datum, boundary.file);

describe('roads', () => {
  it('are one feature a class, state and strength, inside the box, on 4 decimals', () => {
    const whole = roads.features.filter(({ properties }) => properties.fade === 1);
    expect(whole.map(({ properties }) => `${properties.class} ${properties.underConstruction}`)).toEqual([
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

  it('stay within 300 m of a road of the source', () => {
    const source = inputs.roads.features.flatMap(({ geometry }) =>
      geometry?.type === 'LineString' ? [geometry.coordinates] : [],
    );
    const far = roads.features
      .flatMap(({ geometry }) => geometry.coordinates.flat())
      .filter((_, i) => i % 7 === 0)
      .map((position) => Math.min(...source.map((line) => distanceToLineM(position, line))));
    expect(Math.max(...far)).toBeLessThan(300);
    expect(far.filter((metres) => metres < 100).length / far.length).toBeGreaterThan(0.97);
  });
});

describe('water', () => {
  const near = (position: readonly number[]): number =>
    Math.min(
      ...waterways.features.flatMap(({ geometry }) =>
        geometry.coordinates.map((line) => distanceToLineM(position, line)),
      ),
    );

  it('keeps both kinds of waterways, and names', () => {
    expect(new Set(waterways.features.map(({ properties }) => properties.kind))).toEqual(
      new Set(['water-polygon', 'centre-line', 'river-name']),
    );
  });

  it('stays within the accuracy of its source, 100 to 300 m: nearly all of it, and all but cut ends', () => {
    const source = inputs.waterways.features.flatMap(({ geometry }) => (geometry === null ? [] : [geometry]));
    const toSource = (position: readonly number[]): number =>
      Math.min(
        ...source.map((geometry) => {
          if (geometry.type === 'LineString') return distanceToLineM(position, geometry.coordinates);
          if (geometry.type !== 'Polygon') return Number.POSITIVE_INFINITY;
          if (booleanPointInPolygon([...position], geometry)) return 0;
          return Math.min(...geometry.coordinates.map((ring) => distanceToLineM(position, ring)));
        }),
      );
    const drawn = waterways.features
      .filter(({ properties }) => properties.kind !== 'river-name')
      .flatMap(({ geometry }) => geometry.coordinates.flat());
    const far = drawn.map(toSource).sort((a, b) => a - b);
    expect(far.at(-1)).toBeLessThan(360);
    expect(far[Math.floor(far.length * 0.99)]).toBeLessThan(230);
  });

  it('names each river along one course, each part of it in the river', () => {
    const names = waterways.features.filter(({ properties }) => properties.kind === 'river-name');
    expect(names.map(({ properties }) => 'nameZh' in properties && properties.nameZh)).toEqual([
      '西江',
      '北江',
      '东平水道',
    ]);
  });

  it('has coarse rivers only where nothing better is, and only for overviews', () => {
    const lines = rivers.features.flatMap(({ geometry }) => geometry.coordinates);
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.min(...lines.flat().map(near))).toBeGreaterThan(3700);
    expect(rivers.features.every(({ properties }) => properties.maxzoom === 9)).toBe(true);
  });

  it('holds nothing of the borders', () => {
    const borders = new Set([...areas.values()].flatMap(({ coordinates }) => segments(coordinates.flat())));
    expect(borders.size).toBeGreaterThan(0);
    const water = [
      ...waterways.features.flatMap(({ geometry }) => segments(geometry.coordinates)),
      ...rivers.features.flatMap(({ geometry }) => segments(geometry.coordinates)),
    ];
    expect(water.length).toBeGreaterThan(0);
    expect(water.filter((segment) => borders.has(segment))).toEqual([]);
  });
});
