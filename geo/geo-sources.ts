/** Reads the geographic sources under geo/sources in the shape that the steps take. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { FeatureCollection } from 'geojson';
import Papa from 'papaparse';
import { parseContext } from '../src/domain/schema/context.ts';
import type { Datum } from '../src/domain/vocabulary.ts';
import { GEO_SOURCES, type GeodataInputs } from './steps/geodata.ts';

/** Boundaries that an authority brings instead of the source in the repository. */
export interface BoundaryChoice {
  /** Path as typed, relative to the working directory. */
  file: string;
  datum: Datum;
}

function geojson(path: string, name: string): FeatureCollection {
  if (!existsSync(path)) throw new Error(`${name}: the file does not exist`);
  const bytes = readFileSync(path);
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  try {
    return parseContext(JSON.parse(text), name);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function rows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** Throws on a file that is missing or is no GeoJSON; what is wrong inside the files the steps report. */
export function readGeoSources(root: string, choice: BoundaryChoice | null): GeodataInputs {
  const area = (name: string) => geojson(join(root, name), name);
  const table = (name: string) => rows(join(root, name));
  const districts =
    choice === null
      ? { collection: area(GEO_SOURCES.districts), datum: 'gcj02' as const, file: GEO_SOURCES.districts }
      : { collection: geojson(resolve(choice.file), choice.file), datum: choice.datum, file: choice.file };
  return {
    districts,
    neighbours: area(GEO_SOURCES.neighbours),
    stations: area(GEO_SOURCES.stations),
    metroLines: area(GEO_SOURCES.metroLines),
    runways: area(GEO_SOURCES.runways),
    roads: area(GEO_SOURCES.roads),
    waterways: area(GEO_SOURCES.waterways),
    coarseRivers: area(GEO_SOURCES.coarseRivers),
    towns: table(GEO_SOURCES.towns),
    ports: table(GEO_SOURCES.ports),
    airports: table(GEO_SOURCES.airports),
    tollgates: table(GEO_SOURCES.tollgates),
  };
}
