/** Pieces of areas, as tiles cut them, stand for no area: their rows count as points. */
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { withinPolygon } from '../../src/analysis/within-polygon.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import type { PointSet } from '../../src/domain/point-set.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

/** Its point in the middle of the west half, so that half of it lies across the question's edge. */
const square = rectangle(113.1, 23, 113.14, 23.02);
const whole: PointSet = shapedSet([{ rings: [square], at: [113.11, 23.01] }]);
const cut: PointSet = { ...whole, isCut: true };

describe('areas cut by tiles', () => {
  it('are wholly in a question that holds their point, where a whole area is partly', () => {
    const west = rectangle(113.09, 22.99, 113.12, 23.03);
    const outline: Polygon = { type: 'Polygon', coordinates: [[...west, west[0] ?? [0, 0]].map((at) => [...at])] };
    const ask = (set: PointSet) =>
      withinPolygon(countedImport(set), buildIndex(set), outline, { districts: new Map() }).partly.length;
    expect([ask(whole), ask(cut)]).toEqual([1, 0]);
    const near = (set: PointSet) => withinRadius(set, buildIndex(set), wgs84(113.11, 23.01), 0, 500).partly.length;
    expect([near(whole), near(cut)]).toEqual([1, 0]);
  });
});
