/**
 * All geographic outputs from all geographic inputs: no files are read or written here. `GEO_SOURCES` names the
 * files under geo/sources that the build parses, in the shape of `GeodataInputs`; those of the boundaries stand in
 * geo/sources/boundaries.yaml, names of rivers in rivers.yaml.
 */
import type { FeatureCollection } from 'geojson';
import type { InferOutput } from 'valibot';
import type { Bbox } from '../../src/domain/position.ts';
import type { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import type { BoundaryCredit, StatedBoundary, Version } from '../../src/domain/schema/config.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { buildBoundaries } from './boundaries.ts';
import { groundProblems } from './ground/rules.ts';
import { metroLineCollection } from './metro-lines.ts';
import { airportPlaces, baiyunPlace, portPlaces, roadPlaces, runwayCollection } from './places.ts';
import type { Problem } from './problem.ts';
import type { RiverRecords } from './records.ts';
import { roadCollection } from './roads.ts';
import type { BoundaryInput, SourceCollection } from './source.ts';
import { readStations, stationsNear } from './stations.ts';
import { townCollection } from './towns.ts';
import { coarseRivers, waterwayCollection } from './water.ts';

/** The city's box and about 11 km around it: roads, rivers and runways outside are left out. */
export const CONTEXT_BBOX: Bbox = [112.28, 22.54, 113.49, 23.68];

export const GEO_SOURCES = {
  stations: 'geo/sources/osm-rail-metro-stations.wgs84.geojson',
  metroLines: 'geo/sources/metro-lines-schematic.wgs84.geojson',
  runways: 'geo/sources/osm-runways.wgs84.geojson',
  roads: 'geo/sources/roads.wgs84.geojson.gz',
  waterways: 'geo/sources/waterways.wgs84.geojson',
  coarseRivers: 'geo/sources/gshhg-shore-rivers.wgs84.geojson',
  towns: 'geo/sources/foshan-towns.csv',
  ports: 'geo/sources/ports.wgs84.csv',
  airports: 'geo/sources/airports.wgs84.csv',
  tollgates: 'geo/sources/tollgates.wgs84.csv',
} as const;

type Row = Record<string, string>;

/** Parsed inputs: JSON as it stands, CSV as one record of text a row, with the header's names. */
export interface GeodataInputs {
  districts: BoundaryInput;
  /** Null where the cities around are left out. */
  neighbours: BoundaryInput | null;
  stations: SourceCollection;
  metroLines: SourceCollection;
  runways: SourceCollection;
  roads: SourceCollection;
  waterways: SourceCollection;
  coarseRivers: SourceCollection;
  /** Names of rivers and their courses. */
  rivers: InferOutput<typeof RiverRecords>;
  towns: readonly Row[];
  ports: readonly Row[];
  airports: readonly Row[];
  tollgates: readonly Row[];
}

/** An output with its credit, as foreign members of the collection (RFC 7946, 6.1). */
export type Credited<T> = T & { attribution: string; licence: string };

export interface Geodata {
  districts: DistrictCollection;
  towns: TownCollection;
  stations: StationCollection;
  /** Whom the boundaries are owed to. */
  boundaries: Version['boundaries'];
  /** File name in geo/out → content. */
  files: Record<string, Credited<FeatureCollection | DistrictCollection | TownCollection | StationCollection>>;
  problems: Problem[];
}

const OSM_CREDIT = { attribution: '© OpenStreetMap contributors', licence: 'ODbL 1.0' };
const TILE_CREDIT = {
  attribution: '© OpenMapTiles © OpenStreetMap contributors',
  licence: 'ODbL 1.0; tile schema CC BY 4.0',
};
const GSHHG_CREDIT = { attribution: 'GSHHG 2.3.7 (Wessel & Smith)', licence: 'LGPL 3.0' };
const TOWN_CREDIT = {
  attribution: '© OpenStreetMap contributors; GeoNames; Wikipedia; Baidu',
  licence: 'ODbL 1.0, CC BY 4.0, CC BY-SA; see rights',
};
const PLACE_CREDIT = {
  attribution: 'sea-ports (MIT); © OpenStreetMap contributors; AMap',
  licence: 'see source and rights of each',
};

const statedOf = ({ credit, accuracyMetres, doubtful }: BoundaryInput): StatedBoundary => ({
  ...credit,
  accuracyMetres,
  doubtful,
});

function boundaryCredit({ source, licence }: BoundaryCredit): { attribution: string; licence: string } {
  return { attribution: source, licence: licence ?? 'rights unclear' };
}

/** What a file without features says. */
const LEFT_OUT = { attribution: 'left out, no source', licence: 'no rights needed' };

/** Roads and waters, which no boundary changes: the slow part. */
export function groundOf({ roads, waterways, rivers, coarseRivers: coarse }: GeodataInputs) {
  return {
    roads: roadCollection(roads, CONTEXT_BBOX, GEO_SOURCES.roads),
    water: waterwayCollection(waterways, rivers, CONTEXT_BBOX, GEO_SOURCES.waterways),
    rivers: coarseRivers(coarse, waterways, CONTEXT_BBOX),
  };
}

/** @param ground that of the same inputs; a caller who builds with several boundaries can keep it */
export function buildGeodata(inputs: GeodataInputs, ground = groundOf(inputs)): Geodata {
  const all = readStations(inputs.stations, GEO_SOURCES.stations);
  const boundaries = buildBoundaries({
    districts: inputs.districts,
    neighbours: inputs.neighbours,
    stations: all.stations,
  });
  const { districts, borders, neighbours } = boundaries;
  const stations = stationsNear(all.stations, districts);
  const { towns, problems: townProblems } = townCollection(inputs.towns, districts, GEO_SOURCES.towns);
  const metro = metroLineCollection(inputs.metroLines, GEO_SOURCES.metroLines);
  const runways = runwayCollection(inputs.runways, CONTEXT_BBOX);
  const ports = portPlaces(inputs.ports, GEO_SOURCES.ports);
  const airports = airportPlaces(inputs.airports, GEO_SOURCES.airports);
  const tolls = roadPlaces(inputs.tollgates, GEO_SOURCES.tollgates);
  const places: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...ports.places, ...airports.places, ...baiyunPlace(runways), ...tolls.places],
  };
  const { roads, water, rivers } = ground;
  const credits = {
    districts: statedOf(inputs.districts),
    neighbours: inputs.neighbours === null ? null : statedOf(inputs.neighbours),
  };
  const districtCredit = boundaryCredit(credits.districts);
  const neighbourCredit = credits.neighbours === null ? LEFT_OUT : boundaryCredit(credits.neighbours);
  return {
    districts,
    towns,
    stations,
    boundaries: credits,
    files: {
      'districts.geojson': { ...districts, ...districtCredit },
      'borders.geojson': { ...borders, ...districtCredit },
      'neighbours.geojson': { ...neighbours, ...neighbourCredit },
      'towns.geojson': { ...towns, ...TOWN_CREDIT },
      'stations.geojson': { ...stations, ...OSM_CREDIT },
      'metro-lines.geojson': { ...metro.lines, ...OSM_CREDIT },
      'runways.geojson': { ...runways, ...OSM_CREDIT },
      'places.geojson': { ...places, ...PLACE_CREDIT },
      'roads.geojson': { ...roads.roads, ...TILE_CREDIT },
      'waterways.geojson': { ...water.waterways, ...TILE_CREDIT },
      'rivers-overview.geojson': { ...rivers, ...GSHHG_CREDIT },
    },
    problems: [
      ...[boundaries, { problems: townProblems }, all, metro, ports, airports, tolls, roads, water].flatMap(
        ({ problems }) => problems,
      ),
      ...groundProblems('roads.geojson', roads.roads),
      ...groundProblems('waterways.geojson', water.waterways),
      ...groundProblems('rivers-overview.geojson', rivers),
    ],
  };
}
