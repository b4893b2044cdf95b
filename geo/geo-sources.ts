/** Reads the geographic sources under geo/sources in the shape that the steps take. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import type { GenericSchema, InferOutput } from 'valibot';
import { parse } from 'yaml';
import { parseContext } from '../src/domain/schema/context.ts';
import { parseAs } from '../src/domain/schema/parse.ts';
import { GEO_SOURCES, type GeodataInputs } from './steps/geodata.ts';
import { BoundarySettings, RiverRecords } from './steps/records.ts';
import { RIVER_NAMES } from './steps/river-names.ts';
import { type BoundaryInput, notInDegrees } from './steps/source.ts';

/** Names the boundaries, so that every way of running the build takes the same ones. */
const BOUNDARIES = 'geo/sources/boundaries.yaml';

/** Throws with every wrong key where the file does not hold what it must. */
function settings<S extends GenericSchema>(root: string, file: string, schema: S): InferOutput<S> {
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`${file}: the file does not exist`);
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseAs(schema, content, file);
}

export const readBoundarySettings = (root: string): InferOutput<typeof BoundarySettings> =>
  settings(root, BOUNDARIES, BoundarySettings);

type BoundarySource = InferOutput<typeof BoundarySettings>['districts'];

function geojson(root: string, name: string): FeatureCollection {
  const path = join(root, name);
  if (!existsSync(path)) throw new Error(`${name}: the file does not exist`);
  const bytes = readFileSync(path);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  try {
    return parseContext(JSON.parse(text), name);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Anything but degrees would fail every later check of boundaries and positions, a problem each. */
function boundary(root: string, key: string, { file, ...stated }: BoundarySource): BoundaryInput {
  const name = `geo/sources/${file}`;
  if (!existsSync(join(root, name))) throw new Error(`${BOUNDARIES}: ${key}.file: ${name} does not exist`);
  const collection = geojson(root, name);
  const position = notInDegrees(collection);
  if (position !== undefined)
    throw new Error(
      `${name}: [${position.join(', ')}] is no longitude and latitude in degrees. Metres (Gauss-Krüger, Web Mercator) ` +
        'must be converted first: to CGCS2000 or WGS-84 in degrees, longitude before latitude, datum: wgs84',
    );
  return { ...stated, collection, file: name };
}

function rows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** Throws on a file that is missing or is no GeoJSON; what is wrong inside the files the steps report. */
export function readGeoSources(root: string): GeodataInputs {
  const { districts, neighbours } = readBoundarySettings(root);
  const area = (name: string) => geojson(root, name);
  const table = (name: string) => rows(join(root, name));
  return {
    districts: boundary(root, 'districts', districts),
    neighbours: neighbours === null ? null : boundary(root, 'neighbours', neighbours),
    stations: area(GEO_SOURCES.stations),
    metroLines: area(GEO_SOURCES.metroLines),
    runways: area(GEO_SOURCES.runways),
    roads: area(GEO_SOURCES.roads),
    waterways: area(GEO_SOURCES.waterways),
    coarseRivers: area(GEO_SOURCES.coarseRivers),
    rivers: settings(root, RIVER_NAMES, RiverRecords),
    towns: table(GEO_SOURCES.towns),
    ports: table(GEO_SOURCES.ports),
    airports: table(GEO_SOURCES.airports),
    tollgates: table(GEO_SOURCES.tollgates),
  };
}
