import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wgs84 } from '../../src/domain/position.ts';
import { gridOf, gridStepS } from '../../src/map/grid.ts';
import { worldSize } from '../../src/map/mercator.ts';
import type { MapPart } from '../../src/map/screen.ts';

const view = (more: Partial<MapPart> = {}): MapPart => ({
  zoom: 14,
  centre: wgs84(113, 23),
  bearing: 0,
  width: 1000,
  height: 800,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  still: true,
  ...more,
});
const kind = (features: readonly Feature[], is: string) =>
  features.filter(({ properties }) => properties?.['kind'] === is);
const labels = (part: MapPart) =>
  kind(gridOf(part).features, 'label').map(({ properties }) => String(properties?.['label']));

describe('the step of the grid', () => {
  it('is whole and grows finer with the zoom', () => {
    expect([12.5, 13, 14, 15, 16, 17].map((zoom) => gridStepS(zoom))).toEqual([60, 30, 15, 10, 5, 2]);
  });

  it('leaves at least 90 px between lines, more where type is larger', () => {
    for (let zoom = 12.5; zoom <= 17; zoom += 0.1)
      expect((gridStepS(zoom) / 3600 / 360) * worldSize(zoom)).toBeGreaterThanOrEqual(90);
    expect(gridStepS(14, 3)).toBeGreaterThan(gridStepS(14));
  });
});

describe('the grid', () => {
  it('is not there where the ground is', () => {
    expect(gridOf(view({ zoom: 12.4 })).features).toEqual([]);
    expect(gridOf(null).features).toEqual([]);
  });

  it('names the lines that cross the view, each once', () => {
    // 1000 px at zoom 14 are 0.0429° of longitude: 154″, eleven lines of 15″; of a picture two end in its ruler.
    const found = labels(view());
    expect(found.filter((label) => label.endsWith('E'))).toContain('113°00′00″E');
    expect(found.filter((label) => label.endsWith('N'))).toContain('23°00′00″N');
    expect(found.filter((label) => label.endsWith('E'))).toHaveLength(9);
    expect(new Set(found).size).toBe(found.length);
  });

  it('reaches beyond the view, for the time while it is dragged', () => {
    const lngs = kind(gridOf(view()).features, 'line').flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? geometry.coordinates.map(([lng = 0]) => lng) : [],
    );
    const width = (1000 / worldSize(14)) * 360;
    expect(Math.min(...lngs)).toBeLessThan(113 - width * 0.9);
    expect(Math.max(...lngs)).toBeGreaterThan(113 + width * 0.9);
  });

  it('writes nothing under panels, scale or credits', () => {
    const points = kind(
      gridOf(view({ still: false, padding: { top: 0, right: 0, bottom: 400, left: 0 } })).features,
      'label',
    );
    const lats = points.map(({ geometry }) => (geometry.type === 'Point' ? (geometry.coordinates[1] ?? 0) : 0));
    // The uncovered part is the upper half, and the centre is in its middle.
    const half = (200 / worldSize(14)) * 360;
    expect(Math.min(...lats)).toBeGreaterThan(23 - half);
    expect(points.length).toBeGreaterThan(4);
    const all = kind(gridOf(view()).features, 'label').length;
    expect(kind(gridOf(view({ still: false })).features, 'label').length).toBeLessThan(all);
  });

  it('labels a turned map at the ends that are on it', () => {
    for (const bearing of [30, 90, 180]) {
      const found = labels(view({ bearing }));
      expect(found.filter((label) => label.endsWith('E')).length).toBeGreaterThan(3);
      expect(found.filter((label) => label.endsWith('N')).length).toBeGreaterThan(3);
    }
  });
});
