import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../geo/steps/merge-lines.ts';
import { roadClass } from '../../geo/steps/osm.ts';
import { assembled, clippedRings } from '../../geo/steps/osm-areas.ts';
import { isAsked, isAskedByAny } from '../../geo/steps/osm-asked.ts';
import { NodeStore, Numbers } from '../../geo/steps/osm-nodes.ts';
import { firstZoom } from '../../geo/steps/osm-tiles.ts';
import type { OsmElement } from '../../geo/steps/overpass.ts';

const ring = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const line = (points: readonly Position[]) => points.map(([lon = 0, lat = 0]) => ({ lon, lat }));
const relation = (...members: readonly (readonly [role: string, points: readonly Position[]])[]): OsmElement => ({
  type: 'relation',
  id: 1,
  members: members.map(([role, points], ref) => ({ type: 'way', ref, role, geometry: line(points) })),
});
const sizes = (element: OsmElement) => assembled(element).polygons.map((rings) => rings.length);

describe('areas', () => {
  it('have outlines from several ways, in any order and direction', () => {
    const whole = ring(113, 23, 0.1);
    expect(sizes(relation(['outer', whole.slice(2)], ['outer', whole.slice(0, 3).reverse()]))).toEqual([1]);
  });

  it('give each hole to the smallest outline around it', () => {
    const lake = ring(113, 23, 0.1);
    const island = ring(113.02, 23.02, 0.06);
    const pond = ring(113.03, 23.03, 0.02);
    const well = ring(113.035, 23.035, 0.005);
    const element = relation(['outer', lake], ['inner', island], ['outer', pond], ['inner', well]);
    expect(sizes(element)).toEqual([2, 2]);
    const [first, second] = assembled(element).polygons;
    const wests = [first, second].map((rings) => Math.min(...(rings?.[1] ?? []).map(([lng = 0]) => lng)));
    expect(wests.sort()).toEqual([113.02, 113.035]);
  });

  it('count what closes to no outline, and keep what does', () => {
    const { polygons, open } = assembled(
      relation(['outer', ring(113, 23, 0.1)], ['outer', ring(113.2, 23, 0.1).slice(0, 3)]),
    );
    expect([polygons.length, open]).toEqual([1, 1]);
  });

  it('end at the box; holes do too', () => {
    const cut = clippedRings(
      [ring(113, 23, 0.2), [...ring(113.08, 23.05, 0.04)].reverse()],
      [112.9, 22.9, 113.1, 23.5],
    );
    expect(cut?.map((part) => Math.max(...part.map(([lng = 0]) => lng)))).toEqual([113.1, 113.1]);
    expect(clippedRings([ring(113, 23, 0.2)], [110, 20, 111, 21])).toBeNull();
  });
});

describe('lines', () => {
  const [a, b, c, d] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 1],
  ];
  it('go on as one where two ends meet, whatever their directions', () => {
    expect(
      mergeLines(
        [
          [c, b],
          [a, b],
          [c, d],
        ].map((each) => [...each]),
      ),
    ).toEqual([[d, c, b, a]]);
  });
  it('end where three meet, and a closed one stays', () => {
    const p = (x: number, y: number): Position => [x, y];
    const fork = [
      [p(0, 0), p(1, 0)],
      [p(1, 0), p(2, 1)],
      [p(1, 0), p(2, -1)],
    ];
    expect(mergeLines(fork)).toEqual(fork);
    const loop = [p(5, 5), p(6, 5), p(6, 6), p(5, 5)];
    expect(mergeLines([loop])).toEqual([loop]);
  });
  it('that close to a ring together are walked once', () => {
    const p = (x: number, y: number): Position => [x, y];
    expect(
      mergeLines([
        [p(0, 0), p(1, 0)],
        [p(1, 0), p(1, 1)],
        [p(1, 1), p(0, 0)],
      ]),
    ).toEqual([[p(0, 0), p(1, 0), p(1, 1), p(0, 0)]]);
  });
});

describe('what is taken', () => {
  it.each([
    ['motorway', 'motorway'],
    ['motorway_link', 'link'],
    ['tertiary', 'tertiary'],
    ['residential', 'street'],
    ['living_street', 'street'],
  ])('a road %s is drawn as %s', (highway, drawn) => {
    expect(isAsked('osm-roads', 'way', { highway })).toBe(true);
    expect(roadClass({ highway })).toBe(drawn);
  });
  it('leaves paths, districts and what has no tag out', () => {
    expect(isAskedByAny('way', { highway: 'footway' })).toBe(false);
    expect(isAskedByAny('relation', { boundary: 'administrative', admin_level: '6' })).toBe(false);
    expect(isAskedByAny('node', {})).toBe(false);
  });
  it('shows roads by class, and areas by size, the larger from further away', () => {
    const road = (name: string) =>
      firstZoom('roads', {
        ...{ type: 'Feature', geometry: { type: 'LineString', coordinates: [] }, properties: { class: name } },
      });
    const zooms = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'street'].map(road);
    expect(zooms).toEqual([...zooms].sort((x, y) => x - y));
    const lake = (size: number) =>
      firstZoom('waterways', {
        ...{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring(113, 23, size)] }, properties: {} },
      });
    expect([lake(0.1), lake(0.005), lake(0.0005)]).toEqual([7, 11, 13]);
  });
});

describe('positions of nodes', () => {
  it('are found by ids above 2³², to 1e-7 degrees; an id out of order is refused', () => {
    const store = new NodeStore();
    const first = 2 ** 33;
    for (let i = 0; i < 600_000; i++) store.add(first + 2 * i, 113 + i * 1e-7, 23);
    expect(store.length).toBe(600_000);
    expect([store.get(first), store.get(first + 1_000_000)]).toEqual([
      { lon: 113, lat: 23 },
      { lon: 113.05, lat: 23 },
    ]);
    expect([store.get(first + 1), store.get(0), store.get(2 * first)]).toEqual([null, null, null]);
    expect(store.add(first, 113, 23)).toBe(false);
  });
  it('are asked for once each, in order', () => {
    const ids = new Numbers();
    for (let i = 0; i < 3_000; i++) ids.push((i * 7) % 1_500);
    expect([...ids.sorted()]).toEqual(Array.from({ length: 1_500 }, (_, i) => i));
  });
});
