/**
 * `npm run test:qgis`: every file of the `data/` that a build brings, opened in QGIS without a window: as many records,
 * the same names, the system of coordinates known, every point where it was to a centimetre, every geometry sound. Needs
 * PyQGIS (Debian's `python3-qgis`), so it is no part of `npm test`; `QGIS_PYTHON` names the Python that has it. Writes
 * docs/qgis.md. Fails where a file is not opened as it should be.
 */
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderSource } from '../../scripts/first-view/first-state.ts';
import { openDataFiles } from '../../scripts/open-data/files.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { wgs84 } from '../../src/domain/position.ts';
import type { Site } from '../../src/domain/site.ts';
import { BASE_OUT, testBase } from '../fixtures/data.ts';

interface Opened {
  readonly valid: boolean;
  readonly crs: string;
  readonly kind: string;
  readonly count: number;
  readonly fields: number;
  readonly features: readonly {
    readonly texts: readonly string[];
    readonly point: readonly [lng: number, lat: number] | null;
    readonly sound: boolean;
  }[];
}

const CLOSE_M = 0.01;
const LOOK = fileURLToPath(new URL('./look_in_qgis.py', import.meta.url));
const ENV = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };

const named = process.env['QGIS_PYTHON'];
const python = (named === undefined ? ['python3', '/usr/bin/python3'] : [named]).find(
  (each) => spawnSync(each, ['-c', 'import qgis.core'], { env: ENV }).status === 0,
);
if (python === undefined)
  throw new Error('No Python here has PyQGIS: install python3-qgis, or name one in QGIS_PYTHON');

const { sites } = await testBase();
const byId = new Map(sites.map((site) => [site.id, site]));
const folder = mkdtempSync(join(tmpdir(), 'qgis-'));

/** What is wrong with a file, in words; `wanted` are the records that it should hold. */
function faultsOf({ valid, crs, count, features }: Opened, wanted: readonly Site[]): string[] {
  if (!valid) return ['does not open'];
  const placed = wanted.some(({ position }) => position !== null);
  const faults = [
    ...(count === wanted.length && features.length === wanted.length ? [] : [`${count} records for ${wanted.length}`]),
    // A file without a point has no system to state.
    ...(crs === 'EPSG:4326' || !placed ? [] : [`coordinates in ${crs || 'an unknown system'}`]),
  ];
  for (const { texts, point, sound } of features) {
    const site = texts.flatMap((text) => byId.get(text) ?? [])[0];
    if (site === undefined) faults.push(`a record that nobody knows: ${texts[0]}`);
    else if (!texts.includes(site.nameZh)) faults.push(`${site.id} has lost its name`);
    else if (!sound) faults.push(`${site.id} has an unsound geometry`);
    else if ((point === null) !== (site.position === null)) faults.push(`${site.id} has ${point ? 'a' : 'no'} point`);
    else if (point !== null && site.position !== null && distanceM(wgs84(...point), site.position) > CLOSE_M)
      faults.push(`${site.id} has moved`);
  }
  return faults;
}

const rows: string[] = [];
let [version, records, failed] = ['', 0, false];
try {
  const files = [...(await openDataFiles(folderSource(BASE_OUT), null))].flatMap(([path, data]) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
    // The catalogue entry is no layer, nor is where a former id leads.
    const isMoved = path.startsWith('site/') && !byId.has(path.slice('site/'.length, -'.json'.length));
    return path === 'catalog.jsonld' || isMoved ? [] : [{ path, file }];
  });
  const how: ExecFileSyncOptionsWithStringEncoding = {
    ...{ encoding: 'utf8', env: ENV, maxBuffer: 1 << 28 },
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  const said = JSON.parse(execFileSync(python, [LOOK, ...files.map(({ file }) => file)], how));
  version = String(said.version);
  const alone: string[] = [];
  for (const { path, file } of files) {
    const opened: Opened = said.files[file];
    const id = /^site\/(.*)\.json$/.exec(path)?.[1];
    const wanted = id === undefined ? sites : sites.filter((site) => site.id === id);
    const faults = faultsOf(opened, wanted);
    failed ||= faults.length > 0;
    const points = opened.valid ? opened.features.filter(({ point }) => point !== null).length : 0;
    const cells = [opened.kind, opened.crs, opened.count, points, opened.fields, faults.join('; ') || 'yes'];
    if (id === undefined) rows.push(`| ${path} | ${cells.join(' | ')} |`);
    else if (faults.length > 0) alone.push(`${path}: ${faults.join('; ')}`);
    if (id !== undefined) records += 1;
  }
  rows.push(`| site/*.json, ${records} files | | | ${records} | | | ${alone.join('<br>') || 'yes'} |`);
} finally {
  rmSync(folder, { recursive: true });
}
writeFileSync(
  'docs/qgis.md',
  `# The data of a build, opened in QGIS

\`npm run test:qgis\` wrote this. The files of \`data/\`, made with the records of the tests, those without a place among them, are opened by QGIS ${version} without a window: by themselves, and the CSV as delimited text with its two columns of degrees. Well is a file that has every record with its name, EPSG:4326 as its system, each point within 10 mm of where it was, and no geometry that is unsound.

| file | geometry | system | records | with a point | fields | well |
| --- | --- | --- | ---: | ---: | ---: | --- |
${rows.join('\n')}
`,
);
// The tables of the docs stand in columns.
execFileSync('npx', ['biome', 'format', '--write', 'docs/qgis.md'], { stdio: 'ignore' });
console.log(rows.join('\n'));
process.exitCode = failed ? 1 : 0;
