/**
 * From an .osm.pbf file to what an Overpass server would have answered for a box. The file is read three times and
 * never held: first for the positions in the box and the relations that are asked for, then for the ways that touch
 * the box or belong to such a relation, then for the positions of those ways that lie outside it.
 */
import { basename } from 'node:path';
import { type Bbox, inBbox } from '../../src/domain/position.ts';
import { isAskedByAny, type OsmType } from './osm-asked.ts';
import { indexOfId, type LonLat, NodeStore, Numbers } from './osm-nodes.ts';
import { type PbfNode, type PbfRelation, type PbfWay, readPbf } from './osm-pbf.ts';
import type { OsmElement } from './overpass.ts';

export interface OsmFound {
  readonly elements: readonly OsmElement[];
  /** When the data was taken from OpenStreetMap, ISO 8601; null where nobody says. */
  readonly state: string | null;
}

const only = (...types: OsmType[]): ReadonlySet<OsmType> => new Set(types);
const NO_TAGS = {};

/**
 * @param say what is going on, a sentence a pass
 * @throws Error that names the file: not a PBF, damaged, cut off, empty, or of another area
 */
export async function readOsmFile(path: string, bbox: Bbox, say: (message: string) => void): Promise<OsmFound> {
  const name = basename(path);
  say(`${name}: positions in the area`);
  const { inBox, points, relations, state } = await readInBox(path, bbox);
  say(`${name}: ways through ${inBox.length} positions`);
  const { ways, outside } = await readWays(path, inBox, relations);
  say(`${name}: ${outside.length} positions outside the area`);
  const beyond = await readNodes(path, outside);
  const find = (id: number): LonLat | null => inBox.get(id) ?? beyond.get(id);
  const lines = new Map<number, OsmElement>(ways.map((way) => [way.id, lineElement(way, find)]));
  const own = [...lines.values()].filter(({ tags }) => isAskedByAny('way', tags ?? NO_TAGS));
  return { elements: [...points, ...own, ...relationElements(relations, lines, find, bbox)], state };
}

type Find = (id: number) => LonLat | null;

/** The geometry is made whenever it is asked for: that of all ways at once would take more than their nodes do. */
function lineElement({ id, refs, tags = NO_TAGS }: PbfWay, find: Find): OsmElement {
  return {
    ...{ type: 'way', id, tags },
    get geometry() {
      return refs.flatMap((ref) => find(ref) ?? []);
    },
  };
}

async function readInBox(path: string, bbox: Bbox) {
  const name = basename(path);
  const inBox = new NodeStore();
  const points: OsmElement[] = [];
  const relations: PbfRelation[] = [];
  let nodes = 0;
  const takeNode = ({ id, lon, lat, tags }: PbfNode): void => {
    nodes += 1;
    if (!inBbox([lon, lat], bbox)) return;
    if (!inBox.add(id, lon, lat)) {
      throw new Error(`${name}: node ${id} comes after a larger one; put the file in order with osmium sort`);
    }
    if (tags !== undefined && isAskedByAny('node', tags)) points.push({ type: 'node', id, tags, lon, lat });
  };
  const state = await readPbf(path, only('node', 'relation'), (element) => {
    if (element.type === 'node') takeNode(element);
    else if (element.type === 'relation' && isAskedByAny('relation', element.tags ?? NO_TAGS)) relations.push(element);
  });
  if (nodes === 0) throw new Error(`${name}: the file holds no position`);
  if (inBox.length === 0) {
    const [west, south, east, north] = bbox;
    throw new Error(
      `${name}: none of its ${nodes} positions lies in the area of the map (${west}–${east} E, ${south}–${north} N); take the extract of Guangdong`,
    );
  }
  return { inBox, points, relations, state };
}

async function readWays(path: string, inBox: NodeStore, relations: readonly PbfRelation[]) {
  const members = new Numbers();
  const missing = new Numbers();
  for (const member of relations.flatMap((relation) => relation.members)) {
    if (member.type === 'way') members.push(member.ref);
    else if (member.type === 'node' && !inBox.has(member.ref)) missing.push(member.ref);
  }
  const memberIds = members.sorted();
  const ways: PbfWay[] = [];
  await readPbf(path, only('way'), (way) => {
    if (way.type !== 'way') return;
    const isMember = indexOfId(memberIds, memberIds.length, way.id) !== -1;
    const isOwn = isAskedByAny('way', way.tags ?? NO_TAGS) && way.refs.some((ref) => inBox.has(ref));
    if (!isMember && !isOwn) return;
    ways.push(way);
    for (const ref of way.refs) if (!inBox.has(ref)) missing.push(ref);
  });
  return { ways, outside: missing.sorted() };
}

/** Positions of the nodes with these ids, ascending; a file that was cut out of a larger one may lack some. */
async function readNodes(path: string, ids: Float64Array): Promise<NodeStore> {
  const found = new NodeStore();
  if (ids.length === 0) return found;
  let at = 0;
  await readPbf(path, only('node'), (node) => {
    if (node.type !== 'node') return;
    while (at < ids.length && (ids[at] ?? 0) < node.id) at += 1;
    if (ids[at] === node.id) found.add(node.id, node.lon, node.lat);
  });
  return found;
}

/** Those with a part in the box, their members with their geometry. */
function relationElements(
  relations: readonly PbfRelation[],
  lines: ReadonlyMap<number, OsmElement>,
  find: Find,
  bbox: Bbox,
): OsmElement[] {
  return relations.flatMap(({ id, tags, members }): OsmElement[] => {
    const placed = members.map((member): Member => {
      const at = member.type === 'node' ? find(member.ref) : null;
      const line = member.type === 'way' ? lines.get(member.ref) : undefined;
      if (line === undefined) return { ...member, ...at };
      return {
        ...member,
        get geometry() {
          return line.geometry;
        },
      };
    });
    const touches = placed.some(({ lon, lat, geometry = [] }) =>
      (lon === undefined || lat === undefined ? geometry : [{ lon, lat }]).some((at) => inBbox([at.lon, at.lat], bbox)),
    );
    return touches ? [{ type: 'relation', id, tags: tags ?? NO_TAGS, members: placed }] : [];
  });
}

type Member = NonNullable<OsmElement['members']>[number];
