/**
 * Areas as one topology: every edge is held once, so that thinning it thins it for both sides and neighbours
 * never part or overlap.
 */
import type { Feature, MultiLineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryObject, Topology, MultiPolygon as TopoMultiPolygon } from 'topojson-specification';
import { ringM2, triangleM2 } from './planar.ts';

/** Areas by id: a district by its id, what lies around the city by its adcode. */
export type Areas = ReadonlyMap<string, MultiPolygon>;

/** A topology of MultiPolygons. */
export type AreaTopology = Topology<Record<string, TopoMultiPolygon>>;

/** Points that a ring of its own (an enclave) keeps at every level, so that thinning cannot close it. */
const ENCLAVE_POINTS = 9;

/**
 * Topology of `areas` (WGS-84, shared vertices equal) with a weight on every vertex: the area in m² that is
 * given up by leaving it out (Visvalingam). Junctions, `pinned` vertices and the outstanding vertices of
 * enclaves weigh infinitely.
 */
export function weighTopology(areas: Areas, pinned: (position: readonly number[]) => boolean): AreaTopology {
  const features = [...areas].map(([id, geometry]): [string, Feature] => [
    id,
    { type: 'Feature', id, geometry, properties: {} },
  ]);
  const built = buildTopology(Object.fromEntries(features));
  const objects: Record<string, TopoMultiPolygon> = {};
  for (const [id, object] of Object.entries(built.objects)) {
    if (object.type === 'MultiPolygon') objects[id] = { type: 'MultiPolygon', id, arcs: object.arcs };
  }
  const weighed = presimplify({ ...built, objects }, triangleM2);
  for (const arc of weighed.arcs) {
    for (const point of arc) if (pinned(point)) point[2] = Number.POSITIVE_INFINITY;
    if (isClosed(arc)) {
      const heaviest = [...arc].sort((a, b) => (b[2] ?? 0) - (a[2] ?? 0)).slice(0, ENCLAVE_POINTS);
      for (const point of heaviest) point[2] = Number.POSITIVE_INFINITY;
    }
  }
  return weighed;
}

function isClosed(arc: readonly (readonly number[])[]): boolean {
  const [first, last] = [arc[0], arc[arc.length - 1]];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The topology without vertices lighter than `toleranceM2`; 0 leaves out nothing. */
export function thin(weighed: AreaTopology, toleranceM2: number): AreaTopology {
  return simplify(weighed, toleranceM2);
}

/** Like `thin`, with `fineM2` for the edges of the areas that `isFine` picks and `coarseM2` for all others. */
export function thinApart(
  weighed: AreaTopology,
  isFine: (id: string) => boolean,
  fineM2: number,
  coarseM2: number,
): AreaTopology {
  const fine = new Set<number>();
  for (const [id, object] of Object.entries(weighed.objects)) {
    // A negative index stands for the same arc run backwards.
    if (isFine(id)) for (const index of object.arcs.flat(2)) fine.add(index < 0 ? ~index : index);
  }
  const arcs = weighed.arcs.map((arc, i) => {
    const toleranceM2 = fine.has(i) ? fineM2 : coarseM2;
    return arc
      .filter((point) => (point[2] ?? 0) >= toleranceM2)
      .map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat]);
  });
  return { ...weighed, arcs };
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
