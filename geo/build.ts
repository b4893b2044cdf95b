/**
 * The command line of the data build; nothing imports it but its test, and importing it runs nothing.
 *
 *   npm run geo                   writes geo/out and prints the sizes
 *   npm run geo:check             fails where geo/out is not what the inputs give, or where nobody has confirmed how a
 *                                 name is read
 *   npm run geo -- --apply FILE   merges a file of corrections into the register, then builds
 *
 * Which boundaries are taken stands in geo/sources/boundaries.yaml.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readPatch } from '../src/data/export/patch.ts';
import type { OutlineCoordinates } from '../src/domain/schema/outline.ts';
import type { SiteRecord } from '../src/domain/schema/record.ts';
import { loadMessages } from '../src/i18n/index.ts';
import { assemble } from './assemble.ts';
import { readGeoSources } from './geo-sources.ts';
import { type Inputs, PINYIN_REVIEW, readInputs } from './inputs.ts';
import { type ApplyResult, applyPatch } from './steps/apply.ts';
import { runCommand } from './steps/command.ts';
import { buildGeodata, type Geodata } from './steps/geodata.ts';
import { outlineOf, outlineText } from './steps/outlines.ts';
import type { PinyinReview } from './steps/pinyin-review.ts';
import type { Problem } from './steps/problem.ts';

/** Every word of the interface, for the table of traditional forms. */
const messages = await loadMessages('zh-Hans');

const OUT = 'geo/out';

export interface Options {
  check: boolean;
  /** A file of corrections to merge into the register. */
  apply?: string;
}

/** Throws with a sentence for the user on anything it does not know. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      check: { type: 'boolean', default: false },
      apply: { type: 'string' },
    },
  });
  if (values.apply !== undefined) {
    if (values.check) throw new Error('--apply FILE goes with no other option');
    return { check: false, apply: values.apply };
  }
  return { check: values.check };
}

/** What differs between a folder of generated files and what the inputs give: `name: why`. */
export function staleFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const reasons = [...files].flatMap(([name, content]) => {
    if (!present.includes(name)) return [`${name}: missing`];
    return readFileSync(join(folder, name), 'utf8') === content ? [] : [`${name}: differs`];
  });
  return [...reasons, ...present.filter((name) => !files.has(name)).map((name) => `${name}: no longer generated`)];
}

export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
}

/** Puts what is new into the file as proposals. Returns what to say of them. */
function writeReview(root: string, { text, open }: PinyinReview): string[] {
  mkdirSync(dirname(join(root, PINYIN_REVIEW)), { recursive: true });
  writeFileSync(join(root, PINYIN_REVIEW), text);
  return toConfirm(open);
}

/** What to say of readings that nobody has confirmed. */
function toConfirm(open: readonly string[]): string[] {
  const lines = open.map((line) => `  ? ${line}`).join('\n');
  return open.length === 0 ? [] : [`${PINYIN_REVIEW}: take the ? away where a name is read rightly:\n${lines}`];
}

/** A table of sizes in KiB, raw and gzip. */
function sizes(files: ReadonlyMap<string, string>): string {
  const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(8);
  const rows = [...files].map(([name, content]) => ({
    name,
    raw: Buffer.byteLength(content),
    gzip: gzipSync(content).length,
  }));
  const total = (key: 'raw' | 'gzip') => rows.reduce((sum, row) => sum + row[key], 0);
  return [...rows, { name: 'total', raw: total('raw'), gzip: total('gzip') }]
    .map(({ name, raw, gzip }) => `${name.padEnd(28)}${kib(raw)} KiB${kib(gzip)} KiB gzip`)
    .join('\n');
}

function listed(problems: readonly Problem[]): string {
  return problems.map(({ file, record, reason }) => `  ${file} [${record}] ${reason}`).join('\n');
}

export function readGeodata(root: string): Geodata {
  return buildGeodata(readGeoSources(root));
}

/** The outline of a record in WGS-84; undefined where it has none that can be read. */
function writtenOutline({ outlines }: Inputs, { id, outline }: SiteRecord): OutlineCoordinates | undefined {
  const filed = outlines.get(id);
  return filed === undefined || outline === undefined ? undefined : outlineOf(filed, outline.datum);
}

/** Throws with a sentence for the user where the file is missing or is no file of corrections. */
function corrections(root: string, inputs: Inputs, file: string): ApplyResult {
  if (!existsSync(file)) throw new Error(`${file}: the file does not exist`);
  const patch = readPatch(readFileSync(file, 'utf8'), file);
  const register = inputs.sites.map((filed) => ({
    ...filed,
    text: readFileSync(join(root, filed.file), 'utf8'),
    outline: writtenOutline(inputs, filed.record),
  }));
  return applyPatch(patch, register);
}

/** What became of each correction, one line each. */
function told({ applied, known, conflicts }: ApplyResult): string {
  return [
    ...applied.map(({ record, field }) => `  ${record} ${field}: merged`),
    ...known.map(({ record, field }) => `  ${record} ${field}: the register says so already`),
    ...conflicts.map(({ correction, reason }) => `  ${correction.record} ${correction.field}: CONFLICT, ${reason}`),
  ].join('\n');
}

/** Where files of records lie whose place others took. */
const FORMER = 'geo/register/former';

/** A file goes to the former records; nothing of it is lost. One that was never written is written there. */
function setApart(root: string, file: string, text: string): void {
  mkdirSync(join(root, FORMER), { recursive: true });
  writeFileSync(join(root, FORMER, basename(file)), text);
  rmSync(join(root, file), { force: true });
}

/**
 * Merges a file of corrections and builds. The register is written only where everything holds; a conflict is
 * listed, nothing is written for it, and the exit code says so.
 */
function merge(root: string, file: string, say: (message: string) => void, geodata: typeof readGeodata): number {
  const inputs = readInputs(root);
  const result = corrections(root, inputs, file);
  const changed = new Map(result.changed.map((entry) => [entry.file, entry]));
  const there = new Set(inputs.sites.map((filed) => filed.file));
  const gone = new Set(result.former.map((entry) => entry.file));
  const sites = [
    ...inputs.sites
      .filter(({ file: name }) => !gone.has(name))
      .map((filed) => ({ ...filed, record: changed.get(filed.file)?.record ?? filed.record })),
    ...result.changed.filter((entry) => !there.has(entry.file)),
  ];
  const outlines = new Map(inputs.outlines);
  for (const { record } of result.former) outlines.delete(record.id);
  for (const { record, outline, file: name } of result.changed)
    if (outline !== undefined && result.outlined.has(record.id)) {
      const path = `${dirname(name)}/outlines/${record.id}.geojson`;
      outlines.set(record.id, { file: path, content: { type: 'MultiPolygon', coordinates: outline } });
    }
  const { files, pinyinReview, remarks, problems } = assemble({ ...inputs, sites, outlines }, geodata(root), messages);
  if (problems.length > 0) {
    say(`nothing was written; with the corrections there are ${problems.length} problems:\n${listed(problems)}`);
    return 1;
  }
  for (const { file: name, text } of result.changed) writeFileSync(join(root, name), text);
  for (const { file: name, record, text } of result.former) {
    const filed = inputs.outlines.get(record.id);
    setApart(root, name, text);
    if (filed !== undefined) setApart(root, filed.file, readFileSync(join(root, filed.file), 'utf8'));
  }
  for (const id of result.outlined) {
    const written = outlines.get(id);
    if (written === undefined) continue;
    mkdirSync(dirname(join(root, written.file)), { recursive: true });
    writeFileSync(join(root, written.file), outlineText(id, written));
  }
  remarks.forEach(say);
  writeFiles(join(root, OUT), files);
  writeReview(root, pinyinReview).forEach(say);
  say(`${result.applied.length} merged, ${result.known.length} known, ${result.conflicts.length} in conflict`);
  if (result.applied.length + result.known.length + result.conflicts.length > 0) say(told(result));
  if (result.applied.length > 0) say('say in geo/changes.yaml what changed, then run: npm run geo');
  return result.conflicts.length === 0 ? 0 : 1;
}

/**
 * Runs the build in the repository at `root`. Returns the exit code; `say` gets one message at a time.
 * `geodata` is the slow part, so that a caller who runs many builds can keep it.
 */
export function run(root: string, options: Options, say: (message: string) => void, geodata = readGeodata): number {
  if (options.apply !== undefined) return merge(root, options.apply, say, geodata);
  const inputs = readInputs(root);
  const { files, pinyinReview, remarks, problems } = assemble(inputs, geodata(root), messages);
  if (problems.length > 0) {
    say(`${problems.length} problems:\n${listed(problems)}`);
    return 1;
  }
  remarks.forEach(say);
  const out = join(root, OUT);
  if (options.check) {
    const stale = staleFiles(out, files);
    if (inputs.pinyinReview !== pinyinReview.text) stale.push(`${PINYIN_REVIEW}: differs`);
    const wrong = [
      ...(stale.length > 0 ? [`${OUT} is stale; run: npm run geo\n${stale.map((s) => `  ${s}`).join('\n')}`] : []),
      ...toConfirm(pinyinReview.open),
    ];
    say(wrong.length === 0 ? `${OUT} is up to date` : wrong.join('\n'));
    return wrong.length === 0 ? 0 : 1;
  }
  writeFiles(out, files);
  say(sizes(files));
  writeReview(root, pinyinReview).forEach(say);
  return 0;
}

await runCommand(import.meta.url, (root, args, say) => run(root, readOptions(args), say));
