/** What distances are measured to: places with their errors, and the motorway, taken from the data once. */
import type { FeatureCollection } from 'geojson';
import { derivedFrom } from '../../domain/derived-from.ts';
import { type Wgs84, wgs84 } from '../../domain/position.ts';
import type { JunctionCollection, OsmInfo } from '../../domain/schema/osm.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { PlaceCollection } from '../../domain/schema/place.ts';
import type { StationCollection } from '../../domain/schema/station.ts';
import { isLocated, type Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import { STATION_ERROR_M } from '../station-places.ts';
import { type Segments, segmentsOf } from './plane.ts';
import type { PlaceCriterion, ValueNote } from './types.ts';

export interface Target {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly siteId: string | null;
  readonly position: Wgs84;
  readonly radiusM: number;
  /** What its point was taken from; a station is what others are taken from. */
  readonly derivedFrom: readonly string[];
}

/** What a kind of place is measured from: its sources, their state, and what must be said with it. */
interface Origin {
  readonly sources: readonly Source[];
  readonly date: string | null;
  readonly note: ValueNote | null;
}

export type NearestCriterion = Exclude<PlaceCriterion, 'neighbours' | 'motorway'>;

export interface World {
  readonly targets: Readonly<Record<NearestCriterion, readonly Target[]>>;
  readonly origins: Readonly<Record<PlaceCriterion, Origin>>;
  /** Lines, or the junctions as points where they are known: for draws. */
  readonly motorways: Segments;
  /** Of what `motorways` holds. Metres. */
  readonly motorwayErrorM: number;
  /** Empty where only lines are known. */
  readonly junctions: readonly Target[];
  /** Records that are projects, parts left out; those of the clusters asked for are neighbours. */
  readonly projects: readonly Site[];
}

/** The road file's grid. Metres. */
const MOTORWAY_ERROR_M = 70;
/** A junction is the point where the ramp leaves its carriageway; the roads themselves are drawn to some 10 m. Metres. */
const JUNCTION_ERROR_M = 100;

const OSM: Source = {
  title: 'OpenStreetMap, via OpenQGIS/OMap-GeoDB',
  url: 'https://www.openstreetmap.org/',
  date: '2025-01-24',
  kind: 'dataset',
  licence: 'ODbL 1.0',
};
const ROADS: Source = {
  title: 'OpenStreetMap, via OpenMapTiles',
  url: 'https://www.openstreetmap.org/',
  kind: 'dataset',
  licence: 'ODbL 1.0',
};
const PORTS: Source = { title: 'npm sea-ports 0.0.9', url: 'https://www.npmjs.com/package/sea-ports', kind: 'dataset' };
const AIRPORTS: Source = {
  title: 'IATA airport tables in public files; OpenStreetMap runways',
  date: '2025-02-14',
  kind: 'dataset',
};

const none: Origin = { sources: [], date: null, note: null };
const ORIGINS: World['origins'] = {
  neighbours: none,
  laboratory: none,
  college: none,
  venue: none,
  station: { sources: [OSM], date: '2025-01-24', note: 'station-state' },
  motorway: { sources: [ROADS], date: '2019/2021', note: 'no-junctions' },
  airport: { sources: [AIRPORTS], date: '2025-02-14', note: 'airport-error' },
  port: { sources: [PORTS], date: null, note: 'port-locality' },
};

/** Sites with a point that stands for a town at most and whose error is stated. */
function siteTargets(sites: readonly Site[], kind: Site['kind']): Target[] {
  return sites.flatMap((site) =>
    site.kind === kind && site.position !== null && site.radiusM !== null && isLocated(site.precision)
      ? [
          {
            nameZh: site.nameZh,
            nameEn: site.nameEn,
            siteId: site.id,
            position: site.position,
            radiusM: site.radiusM,
            derivedFrom: derivedFrom(site),
          },
        ]
      : [],
  );
}

function placeTargets(places: PlaceCollection, kind: 'port' | 'airport'): Target[] {
  return places.features.flatMap(({ properties, geometry }) =>
    properties.kind === kind
      ? [
          {
            nameZh: properties.nameZh,
            nameEn: properties.nameEn ?? properties.nameZh,
            siteId: null,
            position: wgs84(geometry.coordinates[0], geometry.coordinates[1]),
            radiusM: properties.radiusM,
            derivedFrom: [],
          },
        ]
      : [],
  );
}

/** Metro and rail that run: planned and unnamed ones are never nearest, trams are no connection to the region. */
function stationTargets(stations: StationCollection): Target[] {
  return stations.features.flatMap(({ properties: { name, nameEn, mode, planned }, geometry }) =>
    name === null || planned || mode === 'tram'
      ? []
      : [
          {
            nameZh: name,
            nameEn: nameEn ?? name,
            siteId: null,
            position: wgs84(geometry.coordinates[0], geometry.coordinates[1]),
            radiusM: STATION_ERROR_M,
            derivedFrom: [name],
          },
        ],
  );
}

function motorwaysOf(roads: FeatureCollection): Segments {
  return segmentsOf(
    roads.features.flatMap(({ properties, geometry }) =>
      properties?.['class'] === 'motorway' &&
      properties['underConstruction'] === false &&
      geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [],
    ),
  );
}

/** Points as pieces without length, which are measured to as any piece. */
const pointSegments = (targets: readonly Target[]): Segments =>
  segmentsOf(targets.map(({ position }) => [position, position]));

function junctionTargets(junctions: JunctionCollection | null): Target[] {
  return (junctions?.features ?? []).map(({ properties: { name, ref }, geometry: { coordinates } }) => {
    const said = [name, ref].filter((part) => part !== null).join(' ');
    return {
      ...{ nameZh: said, nameEn: said, siteId: null, radiusM: JUNCTION_ERROR_M, derivedFrom: [] },
      position: wgs84(coordinates[0], coordinates[1]),
    };
  });
}

/** Where tiles of OpenStreetMap are there, stations and junctions are of the same day. */
function originsOf(osm: WorldData['osm'], hasJunctions: boolean): World['origins'] {
  if (osm === undefined || osm === null) return ORIGINS;
  const date = osm.info.state?.slice(0, 10) ?? null;
  const source: Source = {
    ...{ title: 'OpenStreetMap', url: 'https://www.openstreetmap.org/', kind: 'dataset', licence: osm.info.licence },
    ...(date === null ? {} : { date }),
  };
  const station: Origin = { sources: [source], date, note: 'station-osm' };
  const motorway: Origin = hasJunctions ? { sources: [source], date, note: 'junctions' } : ORIGINS.motorway;
  return { ...ORIGINS, station, motorway };
}

export interface WorldData {
  readonly stations: StationCollection;
  readonly places: PlaceCollection;
  readonly roads: FeatureCollection;
  /** Null or absent where this build has none of OpenStreetMap's own. */
  readonly osm?: { readonly info: OsmInfo; readonly junctions: JunctionCollection | null } | null;
}

export function worldOf(sites: readonly Site[], { stations, places, roads, osm }: WorldData): World {
  const junctions = junctionTargets(osm?.junctions ?? null);
  const hasJunctions = junctions.length > 0;
  return {
    targets: {
      laboratory: siteTargets(sites, 'laboratory'),
      college: siteTargets(sites, 'college'),
      venue: siteTargets(sites, 'venue'),
      station: stationTargets(stations),
      airport: placeTargets(places, 'airport'),
      port: placeTargets(places, 'port'),
    },
    origins: originsOf(osm, hasJunctions),
    junctions,
    motorways: hasJunctions ? pointSegments(junctions) : motorwaysOf(roads),
    motorwayErrorM: hasJunctions ? JUNCTION_ERROR_M : MOTORWAY_ERROR_M,
    projects: sites.filter(({ group, parent }) => group === 'project' && parent === null),
  };
}

/** Projects of the clusters; a candidate is never its own neighbour, nor is what it is part of. */
export function neighboursOf(
  world: World,
  clusters: readonly ClusterId[],
  own: Pick<Site, 'id' | 'parent'>,
): readonly Site[] {
  return world.projects.filter(
    ({ id, industryCluster }) =>
      id !== own.id && id !== own.parent && clusters.some((cluster) => cluster === industryCluster),
  );
}
