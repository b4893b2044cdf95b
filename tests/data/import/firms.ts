/** The six firms of the sample files, and where the importer puts them. */
import { readFileSync } from 'node:fs';
import { openFile } from '../../../src/data/import/open-file.ts';
import type { Preview, Reading } from '../../../src/data/import/types.ts';
import { byName, context, imported } from './helpers.ts';

export const FIRMS: Readonly<Record<string, readonly [lng: number, lat: number]>> = {
  甲一厂: [113.1052, 23.0187],
  乙二厂: [113.1431, 23.0412],
  丙三厂: [113.2934, 22.8057],
  丁四厂: [112.8967, 23.1559],
  戊五厂: [112.8926, 22.9003],
  己六厂: [113.2107, 23.1203],
};

export const caseFile = (name: string) => new Blob([readFileSync(`tests/fixtures/cases/${name}`)]);
export const openCase = (name: string, reading: Reading = {}): Promise<Preview> =>
  openFile(caseFile(name), name, context, reading);
export const importCase = (name: string, reading: Reading = {}) => imported(caseFile(name), name, {}, reading);

/** Metres from each firm to where an import puts it; Infinity where it is missing. */
export function errorsOf(result: Awaited<ReturnType<typeof imported>>): number[] {
  const places = byName(result);
  return Object.entries(FIRMS).map(([firm, [lng, lat]]) => {
    const at = places.get(firm);
    return at === undefined ? Infinity : Math.hypot((at.lng - lng) * 102_400, (at.lat - lat) * 111_320);
  });
}
