/**
 * `npm run test:gdal`: what the product exports and a build brings, opened by GDAL: the same kinds, and every corner where it was, to a
 * centimetre. Needs Debian's `gdal-bin` (ogr2ogr), so it is no part of `npm test`; writes docs/gdal.md. Fails where a
 * file does not open or a corner has moved.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { folderSource } from '../../scripts/first-view/first-state.ts';
import { openDataFiles } from '../../scripts/open-data/files.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import type { GridId } from '../../src/data/export/grid.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { createI18n, loadMessages } from '../../src/i18n/index.ts';
import { setTable } from '../../src/panels/export/tables.ts';
import { type ExportFormat, writeExport } from '../../src/panels/export/write.ts';
import { imported } from '../data/import/helpers.ts';
import { BASE_OUT, testBase } from '../fixtures/data.ts';
import { SHAPES } from '../fixtures/shapes.ts';

const CLOSE_M = 0.01;
const CASES: readonly (readonly [ExportFormat, GridId])[] = [
  ['geojson', 'wgs84'],
  ['kml', 'wgs84'],
  ['flatgeobuf', 'wgs84'],
  ['flatgeobuf', 'epsg:4547'],
  ['shapefile', 'wgs84'],
  ['shapefile', 'epsg:4547'],
  ['shapefile', 'epsg:3857'],
  ['csv', 'wgs84'],
];

const areas = ['shell', 'panels', 'plan'] as const;
const messages = await loadMessages('zh-Hans', areas);
const i18n = createI18n({ lang: 'zh-Hans', areas: new Set(areas), messages, conversion: {} });
const folder = mkdtempSync(join(tmpdir(), 'gdal-'));

/** A file as GDAL reads it, in degrees of WGS-84. */
function asGdalReads(path: string): FeatureCollection {
  const out = join(folder, 'out.json');
  rmSync(out, { force: true });
  // A CSV names no system and has its shapes in a column, or its points in two.
  const columns = readFileSync(path, 'utf8').includes('WKT')
    ? ['GEOM_POSSIBLE_NAMES=WKT*']
    : ['X_POSSIBLE_NAMES=经度*', 'Y_POSSIBLE_NAMES=纬度*'];
  const of = path.endsWith('.csv') ? [...columns.flatMap((each) => ['-oo', each]), '-s_srs', 'EPSG:4326'] : [];
  execFileSync(
    'ogr2ogr',
    ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', '-lco', 'COORDINATE_PRECISION=12', ...of, out, path],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  return JSON.parse(readFileSync(out, 'utf8'));
}

function corners(value: unknown): Position[] {
  if (!Array.isArray(value)) return [];
  return typeof value[0] === 'number' ? [value] : value.flatMap(corners);
}

const cornersOf = ({ features }: FeatureCollection): Position[] =>
  features.flatMap(({ geometry }: { geometry: Geometry | null }) =>
    geometry !== null && 'coordinates' in geometry ? corners(geometry.coordinates) : [],
  );

const metres = ([a = 0, b = 0]: Position, [c = 0, d = 0]: Position) => distanceM(wgs84(a, b), wgs84(c, d));
/** The farthest that a corner of one lies from the nearest of the other. */
const apart = (one: readonly Position[], other: readonly Position[]): number =>
  Math.max(...one.map((corner) => Math.min(...other.map((each) => metres(corner, each)))));

const features = SHAPES.map((geometry, at) => ({
  type: 'Feature',
  geometry,
  properties: { 编号: `n${at}`, 名称: `地块${at}` },
}));
const went = await imported(new Blob([JSON.stringify({ type: 'FeatureCollection', features })]), 'shapes.geojson', {
  datum: 'wgs84',
});
const wanted = SHAPES.flatMap(({ coordinates }) => corners(coordinates));

const lines: string[] = [];
const open: string[] = [];
let failed = false;
try {
  const { sites } = await testBase();
  const places = sites.flatMap(({ position }) => (position === null ? [] : [[...position]]));
  for (const [path, data] of await openDataFiles(folderSource(BASE_OUT), null)) {
    if (!/^sites\.|^site\/jihua-laboratory/.test(path)) continue;
    const file = join(folder, path.replace('/', '-'));
    writeFileSync(file, data);
    const read = asGdalReads(file);
    const isAll = path.startsWith('sites.');
    const count = isAll ? sites.length : 1;
    const own = cornersOf(read);
    const far = Math.max(apart(own, places), isAll ? apart(places, own) : 0);
    const well = far <= CLOSE_M && read.features.length === count;
    failed ||= !well;
    open.push(`| ${path} | ${read.features.length} | ${(far * 1000).toFixed(3)} | ${well ? 'yes' : '**no**'} |`);
    rmSync(file);
  }
  for (const [format, grid] of CASES) {
    const { name, content } = await writeExport({
      table: setTable(went.set, '地块', undefined, [i18n], true),
      format,
      grid,
      meta: [],
      tongues: [i18n],
      base: `shapes-${format}`,
      date: '2026-11-28',
    });
    const bytes = new Uint8Array(await content.arrayBuffer());
    const files = format === 'shapefile' ? Object.entries(unzipSync(bytes)) : [[name, bytes] as const];
    for (const [file, data] of files) writeFileSync(join(folder, file), data);
    const opened = files.filter(([file]) => !/\.(dbf|shx|prj|cpg|txt)$/.test(file)).map(([file]) => file);
    const read = opened.map((file) => asGdalReads(join(folder, file)));
    const all = read.flatMap(cornersOf);
    const far = Math.max(apart(wanted, all), apart(all, wanted));
    const count = read.reduce((sum, each) => sum + each.features.length, 0);
    const well = far <= CLOSE_M && count === SHAPES.length;
    failed ||= !well;
    lines.push(
      `| ${format} | ${grid} | ${opened.length} | ${count} | ${(far * 1000).toFixed(3)} | ${well ? 'yes' : '**no**'} |`,
    );
    for (const file of readdirSync(folder)) rmSync(join(folder, file));
  }
} finally {
  rmSync(folder, { recursive: true });
}
const version = execFileSync('ogr2ogr', ['--version'], { encoding: 'utf8' }).trim();
writeFileSync(
  'docs/gdal.md',
  `# Exports, opened by GDAL

\`npm run test:gdal\` wrote this. ${SHAPES.length} shapes (a point, lines of one part and of two, areas with holes and of two parts) leave the product in each format and are opened by ${version}: all there, and every corner within 10 mm of where it was.

| format | coordinates | files | shapes | farthest corner, mm | well |
| --- | --- | ---: | ---: | ---: | --- |
${lines.join('\n')}

The files of \`data/\` that a build brings, with the records of the tests, those without a place among them:

| file | records | farthest place, mm | well |
| --- | ---: | ---: | --- |
${open.join('\n')}
`,
);
// The tables of the docs stand in columns.
execFileSync('npx', ['biome', 'format', '--write', 'docs/gdal.md'], { stdio: 'ignore' });
console.log([...lines, ...open].join('\n'));
process.exitCode = failed ? 1 : 0;
