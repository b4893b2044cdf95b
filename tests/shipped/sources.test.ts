import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBoundarySettings } from '../../geo/geo-sources.ts';
import { DATA_SOURCES } from '../../src/panels/about/data-sources.ts';

it('sources and licences leave out no raw file of the map', () => {
  const { districts, neighbours } = readBoundarySettings('.');
  const boundaries = [districts.file, ...(neighbours === null ? [] : [neighbours.file])];
  const listed = new Set([...boundaries, ...DATA_SOURCES.flatMap(({ files }) => files)]);
  const raw = readdirSync('geo/sources').filter((name) => /\.(geojson|csv|gz)$/.test(name));
  expect([...listed].sort()).toEqual(raw.sort());
  const told = readFileSync('geo/sources/README.md', 'utf8');
  for (const name of listed) expect(told).toContain(name);
});
