/** The ground made smooth, and the rules that hold it to it, on small shapes. */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { angleAt, apart, nearestOn, rounded, simplified, withoutSpikes } from '../../geo/steps/ground/curve.ts';
import { FADES, fadedLines } from '../../geo/steps/ground/ends.ts';
import { emptyMask, fillHoles, gridOf, type Point } from '../../geo/steps/ground/grid.ts';
import { type NetworkRules, smoothed, strokesOfLines, tied } from '../../geo/steps/ground/network.ts';
import { riverAreas, riversOf } from '../../geo/steps/ground/rivers.ts';
import { groundProblems, sharpTurns } from '../../geo/steps/ground/rules.ts';
import { lengthOf } from '../../geo/steps/ground/strokes.ts';
import { toMetres, toPosition } from '../../geo/steps/planar.ts';
import { riverNames } from '../../geo/steps/river-names.ts';

const BOX = [113, 23, 113.2, 23.2] as const;
const [X, Y] = toMetres([113.05, 23.05]);
/** Metres from a corner well inside the box. */
const at = (x: number, y: number): Point => [X + x, Y + y];
const line = (...points: [number, number][]): Point[] => points.map(([x, y]) => at(x, y));
const degrees = (points: readonly Point[]): Position[] => points.map((point) => toPosition([...point]));
const relative = ([x, y]: Point): [number, number] => [Math.round(x - X), Math.round(y - Y)];

describe('curves', () => {
  it('turn gently, and stay as near to the corner as they are told', () => {
    const corner = line([0, 0], [1000, 0], [1000, 1000]);
    const curve = rounded(corner, 40);
    const [, ...inner] = curve.slice(0, -1);
    expect(inner.length).toBeGreaterThan(2);
    for (const [i, point] of curve.entries()) {
      const [a, c] = [curve[i - 1], curve[i + 1]];
      if (a !== undefined && c !== undefined) expect(angleAt(a, point, c)).toBeGreaterThan(145);
    }
    const away = Math.min(...curve.map((b, i) => apart(at(1000, 0), nearestOn(at(1000, 0), curve[i - 1] ?? b, b))));
    expect(away).toBeGreaterThan(10);
    expect(away).toBeLessThan(50);
    expect(curve[0]).toEqual(corner[0]);
    expect(curve.at(-1)).toEqual(corner.at(-1));
  });

  it('leave out what lies within the tolerance, and spikes', () => {
    expect(simplified(line([0, 0], [500, 20], [1000, 0]), 30)).toEqual(line([0, 0], [1000, 0]));
    expect(simplified(line([0, 0], [500, 40], [1000, 0]), 30)).toHaveLength(3);
    expect(withoutSpikes(line([0, 0], [500, 0], [600, 5], [500, 10], [1000, 0]), 25)).toEqual(
      line([0, 0], [500, 0], [500, 10], [1000, 0]),
    );
  });
});

describe('a network of lines', () => {
  const rules: NetworkRules = { mergeM: 100, holeM2: 300_000, spurM: 350, pieceM: 1200, smoothM: 40 };
  const grid = gridOf(BOX, 25);

  it('has one line where two carriageways run side by side', () => {
    const strokes = strokesOfLines(
      grid,
      [line([0, 0], [2500, 60], [5000, 0]), line([5000, 90], [2500, 180], [0, 90])],
      rules,
    );
    expect(strokes).toHaveLength(1);
    expect(strokes[0]?.loose).toEqual([true, true]);
    for (const point of strokes[0]?.points ?? []) {
      const [, y] = relative(point);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(180);
    }
  });

  it('runs straight through a crossing, and loses stubs and scraps', () => {
    const strokes = strokesOfLines(
      grid,
      [
        line([0, 2000], [4000, 2000]),
        line([2000, 0], [2000, 4000]),
        line([3000, 2000], [3000, 2200]),
        line([0, 4500], [500, 4500]),
      ],
      rules,
    );
    expect(strokes).toHaveLength(2);
    for (const { points } of strokes) expect(lengthOf(points)).toBeGreaterThan(3500);
  });

  it('ties an end to what it nearly meets, and keeps it tied when corners become curves', () => {
    const through = {
      points: line([0, 0], [2000, 0], [3000, 1000]),
      loose: [true, true] as [boolean, boolean],
      group: 'a',
    };
    const near = { points: line([900, 1500], [1000, 200]), loose: [true, true] as [boolean, boolean], group: 'b' };
    const far = { points: line([200, 1500], [200, 900]), loose: [true, true] as [boolean, boolean], group: 'b' };
    const [, met, alone] = smoothed(
      tied([through, near, far], 320, () => true),
      rules,
    );
    expect(met?.loose).toEqual([true, false]);
    expect(alone?.loose).toEqual([true, true]);
    const [x, y] = relative(met?.points.at(-1) ?? at(0, 0));
    expect(Math.abs(y)).toBeLessThan(60);
    expect(x).toBeGreaterThan(900);
  });

  it('closes holes up to a size', () => {
    const mask = emptyMask(grid);
    for (let i = 100; i < 110; i++) for (let j = 100; j < 110; j++) mask[j * grid.width + i] = 1;
    mask[105 * grid.width + 105] = 0;
    fillHoles(grid, mask, 100);
    expect(mask[105 * grid.width + 105]).toBe(0);
    fillHoles(grid, mask, 700);
    expect(mask[105 * grid.width + 105]).toBe(1);
    expect(mask[99 * grid.width + 99]).toBe(0);
  });
});

describe('ends', () => {
  it('fade in steps on top of each other towards what is loose, and are whole otherwise', () => {
    const pieces = fadedLines({ points: line([0, 0], [10_000, 0]), loose: [true, false] }, () => 2000);
    const reach = pieces.map(({ points, fade }) => [
      fade,
      relative(points[0] ?? at(0, 0))[0],
      relative(points.at(-1) ?? at(0, 0))[0],
    ]);
    expect(reach.map(([fade]) => fade)).toEqual([...FADES, 1]);
    expect(reach[0]).toEqual([FADES[0], 0, 2000]);
    expect(reach[3]).toEqual([FADES[3], 1500, 2000]);
    expect(reach[4]).toEqual([1, 2000, 10_000]);
    expect(fadedLines({ points: line([0, 0], [10_000, 0]), loose: [false, false] }, () => 2000)).toHaveLength(1);
  });

  it('seen through each other grow by equal steps', () => {
    let seen = 0;
    const steps = FADES.map((fade) => {
      seen += (1 - seen) * fade;
      return Math.round(seen * 10) / 10;
    });
    expect(steps).toEqual([0.2, 0.4, 0.6, 0.8]);
  });
});

describe('rivers', () => {
  const rules = {
    ...{ mergeM: 120, holeM2: 900_000, spurM: 2500, pieceM: 4500, smoothM: 180 },
    ...{ leastM2: 400_000, leastHalfM: 75 },
  };
  const grid = gridOf(BOX, 30);
  /** Two wedges that meet in a point, as the source cuts rivers. */
  const wedges = [
    [line([0, 0], [4000, -400], [4000, 400], [0, 0])],
    [line([4060, -300], [9000, 0], [4060, 300], [4060, -300])],
  ];
  const rivers = riversOf(grid, wedges, rules);

  it('are one course, with a width that changes slowly', () => {
    expect(rivers).toHaveLength(1);
    const halves = rivers[0]?.halves ?? [];
    expect(halves.length).toBeGreaterThan(60);
    for (const [i, half] of halves.entries()) expect(Math.abs(half - (halves[i - 1] ?? half))).toBeLessThan(60);
    expect(Math.min(...halves)).toBeGreaterThanOrEqual(75);
  });

  it('fade where the pieces end, and hold to the rules', () => {
    const areas = riverAreas(grid, rivers, { ...rules, smoothM: 45 }, () => 2000);
    expect(areas.map(({ fade }) => fade)).toEqual([1, ...FADES]);
    const features = areas.flatMap(({ fade, outlines }) =>
      outlines.map(
        (rings): Feature => ({
          type: 'Feature',
          geometry: { type: 'Polygon', coordinates: rings.map(degrees) },
          properties: { kind: 'water-polygon', fade },
        }),
      ),
    );
    expect(groundProblems('w', { type: 'FeatureCollection', features })).toEqual([]);
    const whole = features.filter(({ properties }) => properties?.['fade'] === 1);
    expect(groundProblems('w', { type: 'FeatureCollection', features: whole }).map(({ reason }) => reason)).toEqual([
      'a river ends here and is not faded',
      'a river ends here and is not faded',
    ]);
  });

  it('bear their name along their middle, and stop where nothing is drawn', () => {
    const middle = [line([0, 0], [6000, 0]), line([9000, 0], [15_000, 0])];
    const course = degrees(line([0, 500], [15_000, 500])).map(([lng = 0, lat = 0]): [number, number] => [lng, lat]);
    const names = { nameZh: '西江', nameEn: 'Xijiang River', sources: [{ what: 'a', from: 'b' }] };
    const found = riverNames([{ ...names, course }], middle);
    expect(found.problems).toEqual([]);
    expect(found.names[0]?.geometry.coordinates).toHaveLength(2);
    const far = degrees(line([0, 8000], [5000, 8000])).map(([lng = 0, lat = 0]): [number, number] => [lng, lat]);
    expect(riverNames([{ ...names, course: far }], middle).problems).toEqual([
      { file: 'geo/sources/rivers.yaml', record: '西江', reason: 'nothing is drawn along its course' },
    ]);
  });
});

describe('the rules of the ground', () => {
  const lines = (...all: { points: Point[]; fade?: number }[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: all.map(({ points, fade = 1 }) => ({
      type: 'Feature',
      geometry: { type: 'MultiLineString', coordinates: [degrees(points)] },
      properties: { fade },
    })),
  });
  const reasons = (collection: FeatureCollection) =>
    groundProblems('roads.geojson', collection).map(({ reason }) => reason);
  const faded = [
    { points: line([-1000, 0], [0, 0]), fade: 0.25 },
    { points: line([3000, 0], [4000, 0]), fade: 0.25 },
  ];

  it('pass a line that bends gently and fades at both ends', () => {
    expect(reasons(lines({ points: line([0, 0], [1500, 200], [3000, 0]) }, ...faded))).toEqual([]);
  });

  it('name the place of a turn sharper than 25°', () => {
    const spike = line([0, 0], [2000, 0], [1000, 100], [3000, 0]);
    expect(groundProblems('roads.geojson', lines({ points: spike }, ...faded))).toEqual([
      {
        file: 'roads.geojson',
        record: degrees(line([2000, 0]))
          .flat()
          .map((n) => n.toFixed(4))
          .join(', '),
        reason: 'an angle of 6°',
      },
      {
        file: 'roads.geojson',
        record: degrees(line([1000, 100]))
          .flat()
          .map((n) => n.toFixed(4))
          .join(', '),
        reason: 'an angle of 3°',
      },
    ]);
    expect(sharpTurns(line([0, 0], [100, 10], [0, 20], [0, 0]), true)).toHaveLength(1);
    expect(sharpTurns(line([0, 0], [100, 0], [100, 100], [0, 100], [0, 0]), true)).toEqual([]);
  });

  it('refuse an end in the middle of land, and a short lone line', () => {
    expect(reasons(lines({ points: line([0, 0], [3000, 0]) }))).toEqual([
      'a line ends here and is not faded',
      'a line ends here and is not faded',
    ]);
    expect(reasons(lines({ points: line([0, 0], [400, 0]) }))).toContain('a lone line of 400 m');
  });

  it('pass a line that ends on another one', () => {
    const through = { points: line([0, 0], [3000, 0]) };
    const side = { points: line([1500, 0], [1500, 2000]) };
    const end = { points: line([1500, 2000], [1500, 3000]), fade: 0.25 };
    expect(reasons(lines(through, side, end, ...faded))).toEqual([]);
  });

  it('refuse an area that would be a speck', () => {
    const square = (side: number): FeatureCollection => ({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: {
            type: 'Polygon',
            coordinates: [degrees(line([0, 0], [side, 0], [side, side], [0, side], [0, 0]))],
          },
          properties: { fade: 1 },
        },
      ],
    });
    expect(reasons(square(300))).toContain('an area of 0.09 km²');
    expect(reasons(square(6000))).toEqual([]);
  });
});
