/** Files and places for the tests of the import. */
import { readFileSync } from 'node:fs';
import { importFile } from '../../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../../src/data/import/open-file.ts';
import type { Choices, ImportContext, Imported, Preview, Reading } from '../../../src/data/import/types.ts';
import { textAt } from '../../../src/domain/point-set.ts';
import { DistrictCollection, TownCollection } from '../../../src/domain/schema/area.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { baseFile } from '../../fixtures/data.ts';

export const context: ImportContext = {
  districts: parseAs(DistrictCollection, baseFile('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, baseFile('towns.geojson'), 'towns'),
};

export const fixture = (name: string) => new Blob([readFileSync(`tests/fixtures/import/${name}`)]);
export const textFile = (text: string) => new Blob([text]);

/** Opens and imports with the guesses as they are, but for what `change` says. */
export async function imported(
  file: Blob,
  name: string,
  change: Partial<Choices> = {},
  reading: Reading = {},
): Promise<Imported & { preview: Preview }> {
  const preview = await openFile(file, name, context, reading);
  const result = await importFile(file, name, { ...defaultChoices(preview, 'import-1'), ...change }, context);
  return { ...result, preview };
}

/** What was placed, by name. */
export function byName({ set }: Imported): Map<string, { lng: number; lat: number; row: number }> {
  const found = new Map<string, { lng: number; lat: number; row: number }>();
  for (let row = 0; row < set.count; row++) {
    const at = { lng: set.positions[2 * row] ?? Number.NaN, lat: set.positions[2 * row + 1] ?? Number.NaN, row };
    found.set(textAt(set.label, row), at);
  }
  return found;
}

/** The firms of points.csv with their true positions. */
export const TRUE_POINTS: readonly (readonly [name: string, lng: number, lat: number])[] = readFileSync(
  'tests/fixtures/import/points.csv',
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map((cells) => [cells[0] ?? '', Number(cells[5]), Number(cells[6])]);

/** Largest error in metres over the firms, found by name; Infinity where one is missing. */
export function worstError(result: Imported): number {
  const places = byName(result);
  return Math.max(
    ...TRUE_POINTS.map(([name, lng, lat]) => {
      const at = places.get(name);
      if (at === undefined) return Infinity;
      return Math.hypot((at.lng - lng) * 102_400, (at.lat - lat) * 111_320);
    }),
  );
}
