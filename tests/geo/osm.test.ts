import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { fetchOsm } from '../../geo/osm.ts';
import { DRAWN_LAYERS, type DrawnLayer, osmLayer } from '../../geo/steps/osm.ts';
import { OSM_LAYERS, type OsmLayer, overpassQuery } from '../../geo/steps/osm-asked.ts';
import { osmContent, osmCounts, osmFiles } from '../../geo/steps/osm-outputs.ts';
import { OverpassAnswer } from '../../geo/steps/overpass.ts';
import { joinRings } from '../../geo/steps/rings.ts';
import { FOSHAN_BBOX } from '../../src/domain/position.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';

/** A small answer as an Overpass server gives it; the ground it describes is made up. */
const at = (...points: readonly (readonly [number, number])[]) => points.map(([lon, lat]) => ({ lon, lat }));
const square = at([113.1, 23], [113.12, 23], [113.12, 23.02], [113.1, 23.02], [113.1, 23]);
const town = { boundary: 'administrative', admin_level: '8' };
const elements: Record<OsmLayer, object[]> = {
  'osm-roads': [
    { type: 'way', id: 1, tags: { highway: 'motorway', name: '一环' }, geometry: at([113.1, 23], [113.2, 23.1]) },
    { type: 'way', id: 2, tags: { highway: 'secondary' }, geometry: at([112, 23], [112.4, 23], [112.5, 23]) },
    { type: 'way', id: 3, tags: { highway: 'primary' } },
  ],
  'osm-waterways': [
    { type: 'way', id: 4, tags: { waterway: 'river', name: '顺德水道' }, geometry: at([113, 22.9], [113.2, 22.8]) },
    {
      type: 'relation',
      id: 5,
      tags: { natural: 'water' },
      members: [
        { type: 'way', ref: 50, role: 'outer', geometry: square.slice(0, 3) },
        { type: 'way', ref: 51, role: 'outer', geometry: square.slice(2).reverse() },
        {
          type: 'way',
          ref: 52,
          role: 'inner',
          geometry: at([113.105, 23.005], [113.11, 23.005], [113.11, 23.01], [113.105, 23.005]),
        },
      ],
    },
    {
      type: 'way',
      id: 6,
      tags: { natural: 'water' },
      geometry: at([113, 23], [113.0001, 23], [113, 23.0001], [113, 23]),
    },
  ],
  'osm-towns': [
    {
      type: 'relation',
      id: 7,
      tags: town,
      members: [{ type: 'way', ref: 70, role: 'outer', geometry: square.slice(0, 3) }],
    },
    {
      type: 'relation',
      id: 8,
      tags: town,
      members: [{ type: 'way', ref: 70, role: 'outer', geometry: square.slice(0, 3) }],
    },
  ],
  'osm-industrial': [
    { type: 'way', id: 9, tags: { landuse: 'industrial', name: '某工业园' }, geometry: square },
    { type: 'way', id: 10, tags: { landuse: 'industrial' }, geometry: square.slice(0, 3) },
  ],
  'osm-junctions': [
    { type: 'node', id: 11, tags: { highway: 'motorway_junction', ref: '7', name: '某出口' }, lon: 113.1, lat: 23 },
  ],
  'osm-stations': [
    { type: 'node', id: 12, tags: { railway: 'station', station: 'subway', name: '某站' }, lon: 113.1, lat: 23 },
    {
      ...{ type: 'relation', id: 13, tags: { route: 'subway', ref: '2' } },
      members: [{ type: 'node', ref: 120, role: 'stop', lon: 113.1005, lat: 23 }],
    },
  ],
};
const answer = (layer: OsmLayer) => ({
  osm3s: { timestamp_osm_base: '2026-11-01T00:00:00Z' },
  elements: elements[layer],
});
const made = (layer: DrawnLayer) =>
  osmLayer(layer, parseAs(OverpassAnswer, answer(layer), layer).elements, FOSHAN_BBOX);

describe('layers from an Overpass answer', () => {
  it('keep the class and name of roads, cut at the box, and name what has no geometry', () => {
    const { features, problems } = made('osm-roads');
    expect(features.map((f) => f.properties)).toEqual([{ class: 'motorway', name: '一环' }, { class: 'secondary' }]);
    expect(features[1]?.geometry.coordinates[0]).toEqual([FOSHAN_BBOX[0], 23]);
    expect(problems).toEqual([
      { file: 'osm-roads', record: 'way 3', reason: 'the way has no geometry: ask the server with "out geom"' },
    ]);
  });

  it('join a lake’s outline from its parts, with its island, and leave ponds out', () => {
    const { features } = made('osm-waterways');
    expect(features.map((f) => [f.geometry.type, f.properties['kind']])).toEqual([
      ['LineString', 'centre-line'],
      ['Polygon', 'water-polygon'],
    ]);
    expect(features[1]?.geometry.type === 'Polygon' && features[1].geometry.coordinates.length).toBe(2);
  });

  it('draw a border between two towns once', () => {
    expect(made('osm-towns').features).toHaveLength(1);
  });

  it('say of land whose outline is not closed that it is left out', () => {
    const { features, problems } = made('osm-industrial');
    expect(features.map((f) => f.properties)).toEqual([{ kind: 'industrial', name: '某工业园' }]);
    expect(problems).toEqual([{ file: 'osm-industrial', record: 'way 10', reason: 'its outline is not closed' }]);
  });
});

describe('rings', () => {
  it('are found in any order and direction; what closes to none is counted', () => {
    const p: Position[] = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const [a = [], b = [], c = [], d = []] = p;
    const { rings, open } = joinRings([
      [c, b],
      [a, b],
      [c, d],
      [a, d],
      [
        [5, 5],
        [6, 6],
      ],
    ]);
    expect([rings.length, rings[0]?.length, open]).toEqual([1, 5, 1]);
  });
});

describe('fetching', () => {
  it('asks for each layer within the box and gives all of it with the state of the data', async () => {
    const asked: string[] = [];
    const found = await fetchOsm((layer, query) => {
      asked.push(query);
      return Promise.resolve(answer(layer));
    }, 'a server');
    expect(asked).toEqual(OSM_LAYERS.map((layer) => overpassQuery(layer, FOSHAN_BBOX)));
    expect(asked[0]).toContain('(22.6,112.3,23.6,113.5)');
    expect(asked[0]).toMatch(/way\[highway~"\^\(motorway\|/);
    expect([found.state, found.from, found.elements.length]).toEqual(['2026-11-01T00:00:00Z', 'a server', 13]);

    const content = osmContent(found, FOSHAN_BBOX);
    const files = osmFiles(content, FOSHAN_BBOX);
    const counts = osmCounts(content);
    expect(DRAWN_LAYERS.map((layer) => counts[layer])).toEqual([2, 2, 1, 1]);
    expect(JSON.parse(String(files.get('osm-stations.geojson'))).features[0].properties).toEqual({
      ...{ name: '某站', mode: 'metro', planned: false, lines: ['2'] },
    });
    expect(JSON.parse(String(files.get('osm.json')))).toMatchObject({ state: found.state, from: 'a server' });
  });

  it.each([
    ['a server that stopped early', { remark: 'runtime error: timed out', elements: [] }, /osm-roads: .*stopped early/],
    ['an empty answer', { elements: [] }, /osm-roads: the server knows nothing there/],
    ['something else', { elements: 'none' }, /osm-roads: elements/],
  ])('makes nothing of %s', async (_, given, message) => {
    await expect(fetchOsm(() => Promise.resolve(given), 'a server')).rejects.toThrow(message);
  });
});
