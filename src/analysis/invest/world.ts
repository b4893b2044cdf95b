/** What distances are measured to: places with their errors, and the motorway, taken from the data once. */
import type { FeatureCollection } from 'geojson';
import { derivedFrom } from '../../domain/derived-from.ts';
import { type Wgs84, wgs84 } from '../../domain/position.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { PlaceCollection } from '../../domain/schema/place.ts';
import type { StationCollection } from '../../domain/schema/station.ts';
import { isLocated, type Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
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
  readonly motorways: Segments;
  /** Records that are projects, parts left out; those of the clusters asked for are neighbours. */
  readonly projects: readonly Site[];
}

/** A mapped station stands on its platform building; OpenStreetMap's points agree within this. Metres. */
export const STATION_ERROR_M = 100;
/** The road file's grid. Metres. */
export const MOTORWAY_ERROR_M = 70;

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
  return stations.features.flatMap(({ properties: { name, mode, planned }, geometry }) =>
    name === null || planned || mode === 'tram'
      ? []
      : [
          {
            nameZh: name,
            nameEn: name,
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

export interface WorldData {
  readonly stations: StationCollection;
  readonly places: PlaceCollection;
  readonly roads: FeatureCollection;
}

export function worldOf(sites: readonly Site[], { stations, places, roads }: WorldData): World {
  return {
    targets: {
      laboratory: siteTargets(sites, 'laboratory'),
      college: siteTargets(sites, 'college'),
      venue: siteTargets(sites, 'venue'),
      station: stationTargets(stations),
      airport: placeTargets(places, 'airport'),
      port: placeTargets(places, 'port'),
    },
    origins: ORIGINS,
    motorways: motorwaysOf(roads),
    projects: sites.filter(({ group, parent }) => group === 'project' && parent === null),
  };
}

/** Projects of the clusters; a candidate is never its own neighbour. */
export function neighboursOf(world: World, clusters: readonly ClusterId[], own: string): readonly Site[] {
  return world.projects.filter(
    ({ id, industryCluster }) => id !== own && clusters.some((cluster) => cluster === industryCluster),
  );
}
