/** Reads geo/sources as the build does, for the tests of the geographic steps. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { GEO_SOURCES, type GeodataInputs } from '../../geo/steps/geodata.ts';
import type { SourceCollection } from '../../geo/steps/source.ts';

function text(file: string): string {
  const bytes = readFileSync(new URL(`../../${file}`, import.meta.url));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const collection = (file: string): SourceCollection => JSON.parse(text(file));

export const rows = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text(file), { header: true, skipEmptyLines: true }).data;

export function geodataInputs(): GeodataInputs {
  const { districts, towns, ports, airports, tollgates, ...collections } = GEO_SOURCES;
  return {
    districts: { collection: collection(districts), datum: 'gcj02', file: districts },
    neighbours: collection(collections.neighbours),
    stations: collection(collections.stations),
    metroLines: collection(collections.metroLines),
    runways: collection(collections.runways),
    roads: collection(collections.roads),
    waterways: collection(collections.waterways),
    coarseRivers: collection(collections.coarseRivers),
    towns: rows(towns),
    ports: rows(ports),
    airports: rows(airports),
    tollgates: rows(tollgates),
  };
}

/** Every segment of nested coordinates as a text that is the same in both directions. */
export function segments(lines: readonly (readonly number[])[][]): string[] {
  return lines.flatMap((line) =>
    line.slice(1).map((position, i) => [String(line[i]), String(position)].sort().join(' ')),
  );
}
