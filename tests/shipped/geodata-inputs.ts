/** Reads geo/sources as the build does, for the tests of the geographic steps. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import gcoord from 'gcoord';
import Papa from 'papaparse';
import { readGeoSources } from '../../geo/geo-sources.ts';
import type { GeodataInputs } from '../../geo/steps/geodata.ts';
import type { SourceCollection } from '../../geo/steps/source.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function text(file: string): string {
  const bytes = readFileSync(join(ROOT, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export const collection = (file: string): SourceCollection => JSON.parse(text(file));

export const rows = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text(file), { header: true, skipEmptyLines: true }).data;

export const geodataInputs = (): GeodataInputs => readGeoSources(ROOT);

/** Every segment of nested coordinates as a text that is the same in both directions. */
export function segments(lines: readonly (readonly number[])[][]): string[] {
  return lines.flatMap((line) =>
    line.slice(1).map((position, i) => [String(line[i]), String(position)].sort().join(' ')),
  );
}

/** The same areas as a map of the country's other datum would have them: some 500 m off where they are taken for WGS-84. */
export function asGcj02(areas: SourceCollection): SourceCollection {
  const shifted = (value: unknown): unknown =>
    !Array.isArray(value)
      ? value
      : typeof value[0] === 'number'
        ? gcoord.transform([value[0], Number(value[1])], gcoord.WGS84, gcoord.GCJ02)
        : value.map(shifted);
  return JSON.parse(JSON.stringify(areas, (key, value) => (key === 'coordinates' ? shifted(value) : value)));
}
