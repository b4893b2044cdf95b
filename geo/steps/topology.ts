/** Areas as one topology: every edge is held once, so that a border between two areas is one line. */
import type { Feature, MultiLineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import type { GeometryObject, Topology, MultiPolygon as TopoMultiPolygon } from 'topojson-specification';
import { ringM2 } from './planar.ts';

/** Areas by id: a district by its id, what lies around the city by its adcode. */
export type Areas = ReadonlyMap<string, MultiPolygon>;

/** A topology of MultiPolygons. */
export type AreaTopology = Topology<Record<string, TopoMultiPolygon>>;

/** Topology of `areas` (WGS-84, shared vertices equal). */
export function topologyOf(areas: Areas): AreaTopology {
  const features = [...areas].map(([id, geometry]): [string, Feature] => [
    id,
    { type: 'Feature', id, geometry, properties: {} },
  ]);
  const built = buildTopology(Object.fromEntries(features));
  const objects: Record<string, TopoMultiPolygon> = {};
  for (const [id, object] of Object.entries(built.objects)) {
    if (object.type === 'MultiPolygon') objects[id] = { type: 'MultiPolygon', id, arcs: object.arcs };
  }
  return { ...built, objects };
}

/** One area of the topology, outer rings anticlockwise (RFC 7946). Throws when the topology has no such area. */
export function areaOf(topology: AreaTopology, id: string): MultiPolygon {
  const object = topology.objects[id];
  if (object === undefined) throw new Error(`the topology holds no area "${id}"`);
  const { coordinates } = feature(topology, object).geometry;
  return { type: 'MultiPolygon', coordinates: coordinates.map((rings) => rewind(rings)) };
}

/**
 * Edges joined into lines, each once. `accept` is given the ids on the two sides; at the outside of all areas
 * both are the same.
 */
export function edges(topology: AreaTopology, accept: (a: string, b: string) => boolean): MultiLineString {
  const all: GeometryObject = { type: 'GeometryCollection', geometries: Object.values(topology.objects) };
  return mesh(topology, all, (a, b) => accept(idOf(a), idOf(b)));
}

function idOf(object: GeometryObject): string {
  return 'id' in object ? String(object.id) : '';
}

/** Rings of a polygon with the outer one anticlockwise and holes clockwise. */
export function rewind(rings: number[][][]): number[][][] {
  return rings.map((ring, i) => (ringM2(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
}
