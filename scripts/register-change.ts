/**
 * `npm run test:register-change`: whether the register can change without a change of code or tests. In a copy of the
 * repository one site is added, one removed and one moved; then the data build, every unit test and the tests of the
 * shipped data must pass as they are, and all that is left to a person is the review file that the build proposes.
 * `-- --browser` runs the browser tests on the copy too.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { PINYIN_REVIEW, readInputs } from '../geo/inputs.ts';
import type { SiteRecord } from '../src/domain/schema/record.ts';

const ADDED = `id: made-up-park
nameZh: 试验产业园
nameEn: Trial Industrial Park
industryCluster: equipment
kind: park
extent: area
districts:
  - nanhai
status:
  value: operating
  date: '2026-05-12'
  source: visit
location:
  position: [113.021, 23.0456]
  datum: wgs84
  precision: street
  radiusM: 500
  how:
    zh: 现场测量大门位置
    en: Gate measured on the spot
  sources:
    - visit
  rights: clear
quotes: []
sources:
  visit:
    title: 现场踏勘记录
    publisher: 某某局
    date: '2026-05-12'
    kind: web
`;
/** About 55 m each way, so that the site stays where it is said to be. */
const MOVED_DEGREES = 0.0005;
/** The tests that stand on data of their own. */
const HERMETIC = ['--project', 'node', '--project', 'dom'];
/** Hand-made and built data: what the tests apart from tests/shipped must not need. */
const DATA = ['geo/out', 'geo/register', 'geo/statistics', 'geo/policy', 'geo/sources', 'geo/review'];

const root = resolve('.');
const copy = mkdtempSync(join(tmpdir(), 'register-change-'));

try {
  copyRepository();
  changeRegister();
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function main(): void {
  step('the data build takes the change', 'tsx', ['geo/build.ts']);
  step('the data of the tests are the same', 'tsx', ['tests/fixtures/base/build.ts']);
  same('tests/fixtures/base');
  reviewProposed();
  withoutData(() => {
    step('the unit tests pass, and none of the data is there', 'vitest', ['run', ...HERMETIC]);
  });
  step('the tests of the shipped data pass', 'vitest', ['run', '--project', 'shipped']);
  if (process.argv.includes('--browser')) {
    step('the browser tests pass', process.execPath, ['scripts/test.mjs', 'e2e']);
  }
  const unconfirmed = ran('tsx', ['geo/build.ts', '--check']);
  if (unconfirmed.status === 0 || !unconfirmed.stdout.startsWith(`${PINYIN_REVIEW}: `))
    throw new Error(`geo:check should wait for the review alone:\n${unconfirmed.stdout}`);
  confirm();
  step('geo:check passes once the review is confirmed', 'tsx', ['geo/build.ts', '--check']);
  console.log('\nOne site added, one removed, one moved: nothing to do but to confirm how the new name is read.');
}

/** What git has or would take, and the installed packages as they are. */
function copyRepository(): void {
  const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const name of stdout.split('\0').filter((file) => file !== '')) {
    const from = join(root, name);
    if (statSync(from, { throwIfNoEntry: false })?.isFile()) cpSync(from, join(copy, name));
  }
  linkTree(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** The same files under another name: vite serves none that lie outside the folder that it runs in. */
function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [here, there] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(here, there);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(here), there);
    else linkOrCopy(here, there);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // On another disk.
    copyFileSync(from, to);
  }
}

function changeRegister(): void {
  const { sites, documents } = readInputs(copy);
  const read = new Set(documents.flatMap(({ readings }) => readings.map(({ target }) => target.id)));
  const named = new Set(sites.flatMap(({ record: { parent, heldAt } }) => [parent, heldAt]));
  const [removed, ...others] = sites.filter(({ record: { id } }) => !named.has(id) && !read.has(id));
  const moved = others.find(({ record }) => isPlacedWell(record));
  if (removed === undefined || moved === undefined) throw new Error('the register has no site to remove or to move');
  writeFileSync(join(copy, 'geo/register/made-up-park.yaml'), ADDED);
  rmSync(join(copy, removed.file));
  const text = parseDocument(readFileSync(join(copy, moved.file), 'utf8'));
  for (const axis of [0, 1]) {
    const at = ['location', 'position', axis];
    text.setIn(at, Number((Number(text.getIn(at)) + MOVED_DEGREES).toFixed(5)));
  }
  const style = { lineWidth: 0, flowCollectionPadding: false, singleQuote: true };
  writeFileSync(join(copy, moved.file), text.toString(style));
  console.log(`added made-up-park, removed ${removed.record.id}, moved ${moved.record.id}`);
}

function isPlacedWell({ location: { position, precision } }: SiteRecord): boolean {
  return position !== null && (precision === 'exact' || precision === 'street');
}

function reviewProposed(): void {
  const lines = readFileSync(join(copy, PINYIN_REVIEW), 'utf8').split('\n');
  const proposed = lines.filter((line) => line.startsWith('? '));
  const expected = '? 试验产业园: shi yan chan ye yuan';
  if (proposed.join() !== expected) throw new Error(`${PINYIN_REVIEW}: ${proposed.join()}, not ${expected}`);
}

function confirm(): void {
  const path = join(copy, PINYIN_REVIEW);
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/^\? /gm, ''));
}

/** Throws where a file of the folder differs between the copy and the repository. */
function same(folder: string): void {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(join(root, path)).isFile()) continue;
    if (!readFileSync(join(root, path)).equals(readFileSync(join(copy, path)))) throw new Error(`${path} has changed`);
  }
}

function withoutData(run: () => void): void {
  const aside = DATA.map((folder) => ({ here: join(copy, folder), there: `${join(copy, folder)}-aside` }));
  for (const { here, there } of aside) renameSync(here, there);
  run();
  for (const { here, there } of aside) renameSync(there, here);
}

function step(what: string, tool: string, args: readonly string[]): void {
  console.log(`\n> ${what}`);
  const { status } = ran(tool, args, true);
  if (status !== 0) throw new Error(`Failed: ${what}`);
}

function ran(tool: string, args: readonly string[], isShown = false): { status: number | null; stdout: string } {
  const command = tool === process.execPath ? tool : join(copy, 'node_modules/.bin', tool);
  const { status, stdout } = spawnSync(command, args, {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', 'inherit'],
  });
  return { status, stdout: isShown ? '' : stdout };
}
