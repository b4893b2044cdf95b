/** Rows of the user's own set (plots, buildings) as candidates, alone or under the park that they name. */
import {
  clusterAt,
  districtAt,
  isPlaced,
  kindAt,
  labelAt,
  type PointSet,
  precisionAt,
  siteIdAt,
  statusAt,
} from '../../domain/point-set.ts';
import { wgs84 } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import { KIND_GROUP } from '../../domain/vocabulary.ts';
import { type OwnSet, type OwnTable, ownTables } from './own-rows.ts';
import type { Candidate, RowOf } from './types.ts';
import { type Asked, candidateOf } from './values.ts';
import type { World } from './world.ts';

/** Of a set with more rows than this none is a candidate: what is asked of each takes time. */
export const MOST_ROW_CANDIDATES = 10_000;

/** A row that is a candidate, with what stands for a record: its own words, and else those of its park. */
export interface RowSite {
  readonly site: Site;
  readonly row: RowOf;
}

export const rowIdOf = (setId: string, row: number): string => `row:${setId}:${row}`;

const NOWHERE: Site['location'] = {
  ...{ position: null, precision: 'unknown', radiusM: null, sources: [], rights: 'clear' },
  how: { zh: '', en: '' },
};

/** A record of which nothing is known. */
export const BLANK: Omit<Site, 'id' | 'nameZh' | 'nameEn'> = {
  ...{ aliases: [], industryCluster: 'cross', kind: 'park', extent: 'area', areaKm2: null, parent: null, heldAt: null },
  ...{
    district: null,
    districts: [],
    town: null,
    towns: [],
    status: 'unknown',
    statusDate: null,
    statusDateNote: null,
  },
  ...{ statusSource: null, precision: 'unknown', radiusM: null, mentions: [], address: null, operator: null },
  ...{ focus: null, location: NOWHERE, otherLocations: [], succession: [], milestones: [], facts: [], sources: {} },
  ...{ notes: [], file: 'own', position: null, group: 'area' },
};

function siteOf(set: PointSet, row: number, park: Site | undefined): RowSite {
  const cluster = clusterAt(set, row);
  const kind = kindAt(set, row) ?? 'park';
  const stated = districtAt(set, row);
  const status = statusAt(set, row);
  const name = labelAt(set, row) || String(row + 1);
  const districts = stated !== null ? [stated] : park?.districts.length === 1 ? park.districts : [];
  const radius = set.radiusM[row] ?? Number.NaN;
  // A row that stands where its park does knows of its place what the park knows, what it was taken from among it.
  const isAtPark = siteIdAt(set, row) !== null && park !== undefined;
  const placed = isPlaced(set, row);
  const position = placed ? wgs84(set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0) : null;
  const own = {
    ...{ position, precision: precisionAt(set, row), radiusM: placed && !Number.isNaN(radius) ? radius : null },
    location: NOWHERE,
  };
  const place = isAtPark ? park : own;
  const { focus, facts, sources } = park ?? BLANK;
  const held = status === 'unknown' && park !== undefined ? park : { status, statusDate: null, statusSource: null };
  return {
    site: {
      ...{ ...BLANK, focus, facts, sources, kind, group: KIND_GROUP[kind] },
      ...{ districts, district: districts[0] ?? null },
      ...{ id: rowIdOf(set.id, row), nameZh: name, nameEn: name, aliases: [], parent: park?.id ?? null },
      industryCluster: cluster ?? park?.industryCluster ?? 'cross',
      ...{ status: held.status, statusDate: held.statusDate, statusSource: held.statusSource },
      ...{ position: place.position, precision: place.precision, radiusM: place.radiusM, location: place.location },
    },
    row: { setId: set.id, row, park: park?.id ?? null, knowsCluster: cluster !== null || park !== undefined },
  };
}

/** Every row, as what stands for a record. */
export function rowSites({ set }: OwnSet, parks: readonly Site[], today: string): RowSite[] {
  if (set.count > MOST_ROW_CANDIDATES) return [];
  const byId = new Map(parks.map((park) => [park.id, park]));
  const parkOf = new Map<number, string>();
  for (const { rows } of ownTables([{ name: '', set }], parks, today))
    for (const { row, siteId } of rows) parkOf.set(row, siteId);
  return Array.from({ length: set.count }, (_, row) => siteOf(set, row, byId.get(parkOf.get(row) ?? '')));
}

/** Tables as rows that are candidates have them: their own set row by row, and of the others what is said of their park. */
export function tablesOfRows(
  own: OwnSet,
  rows: readonly RowSite[],
  tables: readonly OwnTable[],
  today: string,
): OwnTable[] {
  const ids = rows.map(({ site }) => site.id);
  const named = { ...own.set, sites: { ids, codes: Uint32Array.from(ids, (_, row) => row + 1) } };
  const byPark = new Map<string, string[]>();
  for (const { site, row } of rows)
    if (row.park !== null) byPark.set(row.park, [...(byPark.get(row.park) ?? []), site.id]);
  return [
    ...ownTables([{ name: own.name, set: named }], [], today),
    ...tables
      .filter(({ set }) => set.id !== own.set.id)
      .map((table) => ({
        ...table,
        rows: table.rows.flatMap((row) => (byPark.get(row.siteId) ?? []).map((siteId) => ({ ...row, siteId }))),
      })),
  ];
}

/** What is known of a row: as of a record, but for a cluster that neither it nor its park states. */
export function rowCandidateOf({ site, row }: RowSite, world: World, asked: Asked): Candidate {
  const { values } = candidateOf(site, world, asked);
  if (row.knowsCluster || !values.has('cluster')) return { site, values, row };
  return { site, row, values: new Map([...values, ['cluster', { known: false, reason: 'not-stated' }] as const]) };
}
