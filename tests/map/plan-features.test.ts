import { booleanPointInPolygon, distance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { CERTAIN, INSIDE, POSSIBLE } from '../../src/analysis/answer.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { reachOutline } from '../../src/analysis/reach-outline.ts';
import { simpleOutline } from '../../src/analysis/simple-outline.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import { THEMES } from '../../src/domain/colours.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { SHADE_RAMP, shadeColours } from '../../src/domain/shade-ramp.ts';
import { rimFeatures } from '../../src/map/ask-rim.ts';
import { askFeatures, measuredFeatures, shadeFeatures } from '../../src/map/plan-features.ts';
import { askErrors } from '../../src/state/plan/ask-errors.ts';
import { testBase } from '../fixtures/data.ts';
import { smallSet } from '../fixtures/imported.ts';

describe('a question on the map', () => {
  it('is a circle at ground scale with its centre', () => {
    const centre = wgs84(113.12, 23.02);
    const { features } = askFeatures({ kind: 'circle', centre, radiusM: 0, withinM: 10_000 });
    expect(features.map(({ properties }) => properties?.['part'])).toEqual(['area', 'centre']);
    const ring = features[0]?.geometry.type === 'Polygon' ? (features[0].geometry.coordinates[0] ?? []) : [];
    const far = ring.map((at) => distance([...centre], at, { units: 'meters' }));
    // turf measures on a sphere, which differs by up to half a percent.
    expect(Math.min(...far)).toBeGreaterThan(9_950);
    expect(Math.max(...far)).toBeLessThan(10_050);
  });

  it('closes an outline, and is nothing where nothing is asked', () => {
    const { features } = askFeatures({
      kind: 'polygon',
      ring: [
        [113, 23],
        [113.1, 23],
        [113, 23.1],
      ],
    });
    expect(features[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [113, 23],
          [113.1, 23],
          [113, 23.1],
          [113, 23],
        ],
      ],
    });
    expect(askFeatures(null).features).toEqual([]);
  });

  it('shows a line of the user with what is within reach of it, and an area that is asked itself once', () => {
    const outline = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [113, 23],
          [113.1, 23],
          [113, 23.1],
          [113, 23],
        ],
      ],
    };
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [113.02, 23.02],
        [113.03, 23.02],
      ],
    };
    const parts = (geometry: typeof line | typeof outline) =>
      askFeatures({ kind: 'shape', geometry, outline }).features.map((each) => [
        each.properties?.['part'],
        each.geometry,
      ]);
    expect(parts(line)).toEqual([
      ['area', outline],
      ['own', line],
    ]);
    expect(parts(outline)).toEqual([['area', outline]]);
  });
});

describe('shaded districts', () => {
  it('carry the colour of their class; an unknown one carries none', async () => {
    const { districts } = await testBase();
    const { features } = shadeFeatures(
      districts,
      new Map([
        ['nanhai', 0],
        ['shunde', 3],
        ['gaoming', null],
      ]),
      'light',
    );
    const colour = (id: string) => features[districts.features.findIndex((f) => f.properties.id === id)]?.properties;
    expect(colour('nanhai')).toMatchObject({ colour: SHADE_RAMP.light[0], accuracyM: 300 });
    expect(colour('shunde')).toMatchObject({ colour: SHADE_RAMP.light[4] });
    expect(colour('gaoming')).toEqual({ accuracyM: 300 });
    expect(shadeFeatures(districts, null, 'light').features).toEqual([]);
  });

  it.each(THEMES)('rise in one direction of brightness, plainly from class to class: %s', (theme) => {
    const brightness = SHADE_RAMP[theme].map((colour) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    const steps = brightness.slice(1).map((value, i) => (theme === 'light' ? -1 : 1) * (value - (brightness[i] ?? 0)));
    for (const step of steps) expect(step).toBeGreaterThan(12);
    expect(shadeColours(theme, 2)).toEqual([SHADE_RAMP[theme][0], SHADE_RAMP[theme][4]]);
  });
});

describe('what of an answer is not certain', () => {
  const set = {
    ...smallSet(),
    // 50 m and 3 km beyond and within the border of a kilometre around the first.
    positions: Float64Array.of(113.1, 23, 113.1, 23.0088, 113.1, 23.02),
    radiusM: Float32Array.of(10, 100, 3000),
  };
  const counted = countedImport(set);
  const asked = { counted, idOf: null, rows: undefined, isFiltered: false };
  const answer = withinRadius(set, buildIndex(set), wgs84(113.1, 23), 0, 1000);

  it('are the circles of error of the rows that are not certain, and a rim as wide as the middle one of them', () => {
    // The first is certain, the second inside with an error that reaches out, the third outside with one that reaches in.
    expect([...answer.verdict]).toEqual([CERTAIN, INSIDE, POSSIBLE]);
    const errors = askErrors(asked, answer, 40);
    expect(errors.discs.map(({ radiusM }) => radiusM)).toEqual([100, 3000]);
    // The middle one of 10, 100 and 3,000 m, and the error of the centre.
    expect(errors.rimM).toBe(140);
    expect(askErrors(asked, answer, 40)).toBe(errors);
    const shape = { kind: 'circle', centre: wgs84(113.1, 23), radiusM: 40, withinM: 1000 } as const;
    const rim = rimFeatures(shape, errors.rimM, null);
    const { features } = askFeatures(shape, errors, rim);
    expect(features.map(({ properties }) => properties?.['part'])).toEqual([
      ...rim.map(() => 'rim'),
      'area',
      'centre',
      'error',
      'error',
    ]);
    const far = (ring: readonly (readonly number[])[] | undefined) =>
      distanceM(wgs84(113.1, 23), wgs84(ring?.[0]?.[0] ?? 0, ring?.[0]?.[1] ?? 0));
    const widest = rim[0]?.geometry;
    if (widest?.type !== 'Polygon') throw new Error('no rim');
    expect([far(widest.coordinates[0]), far(widest.coordinates[1])].map(Math.round)).toEqual([1140, 860]);
  });

  it('lies about an outline to both sides, once what makes it is there', () => {
    const ring = [
      [113, 23],
      [113.1, 23],
      [113.1, 23.1],
    ] as const;
    expect(rimFeatures({ kind: 'polygon', ring }, 500, null)).toEqual([]);
    const rim = rimFeatures({ kind: 'polygon', ring }, 500, { reachOutline, simpleOutline });
    const [widest] = rim;
    if (widest?.geometry.type !== 'Polygon') throw new Error('no rim');
    // The way round outside, and the way round inside.
    expect(widest.geometry.coordinates).toHaveLength(2);
    const band = widest.geometry;
    const inside = (at: readonly [number, number]) => booleanPointInPolygon([...at], band);
    expect([inside([113.05, 23.003]), inside([113.05, 22.997]), inside([113.05, 23.006])]).toEqual([true, true, false]);
  });

  it('are drawn of a district too, which is no circle', () => {
    expect(askFeatures(null, askErrors(asked, answer, 40)).features).toHaveLength(2);
  });
});

it('draws what a candidate is measured to as lines, with the words at their far ends', () => {
  const lines = measuredFeatures([{ from: [113, 23], to: [113.1, 23.1], label: 'Station 9 km–17 km' }]);
  expect(lines.features.map(({ geometry, properties }) => [geometry, properties])).toEqual([
    [
      {
        type: 'LineString',
        coordinates: [
          [113, 23],
          [113.1, 23.1],
        ],
      },
      {},
    ],
    [{ type: 'Point', coordinates: [113.1, 23.1] }, { label: 'Station 9 km–17 km' }],
  ]);
  expect(measuredFeatures([]).features).toEqual([]);
});
