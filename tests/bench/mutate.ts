/**
 * Seeds faults, one at a time, and says which of them no test notices: a sample by lot, the same for the same seed.
 * Run by hand: `npm run bench mutate -- --area domain`; `--from` goes on where an earlier run ended, `--again`
 * shows what such a run missed to the tests as they are now. Not part of the tests, because it takes minutes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { lotOf } from './mutation/plugins.mjs';

const AREAS = { domain: 'src/domain', analysis: 'src/analysis', import: 'src/data/import' } as const;
const USAGE = 'npm run bench mutate -- --area domain|analysis|import [--seed 224] [--from 0] [--count 200] [--again]';
const FOLDER = resolve('node_modules/.cache/bench');

type Result = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Fault {
  readonly lot: string;
  readonly at: string;
  readonly kind: string;
  readonly was: string;
  readonly is: string;
  readonly status: string;
}

const { area, seed, from, count, again } = readOptions(process.argv.slice(2));
const out = resolve(FOLDER, `mutation-${area}-${seed}-${from}.json`);
const possible = await run({
  mutate: [`${AREAS[area]}/**/*.ts`],
  testRunner: 'listing',
  coverageAnalysis: 'off',
  reporters: [],
});
const order = possible.map((result) => ({ result, lot: lotOf(seed, fromZero(result)) }));
order.sort((a, b) => (a.lot < b.lot ? -1 : 1));
const former: readonly Fault[] = again ? JSON.parse(await readFile(out, 'utf8')).faults : [];
const missedBefore = new Set(former.filter(isMissed).map(({ lot }) => lot));
const drawn = again ? order.filter(({ lot }) => missedBefore.has(lot)) : order.slice(from, from + count);
const lots = drawn.map(({ lot }) => lot);
const results = await run({
  mutate: drawn.map(({ result }) => rangeOf(result)),
  checkers: ['drawn'],
  draw: { seed, lots },
});
const faults = await Promise.all(results.filter(({ statusReason }) => statusReason !== 'not drawn').map(faultOf));
await report([...former.filter((fault) => !isMissed(fault)), ...faults]);

function run(options: ConstructorParameters<typeof Stryker>[0]): Promise<Result[]> {
  return new Stryker({ configFile: 'tests/bench/stryker.config.mjs', ...options }).runMutationTest();
}

/** Stryker counts lines and columns from 1 in its results, from 0 for plugins. */
function fromZero(result: Result): Result {
  const { start, end } = result.location;
  const less = ({ line, column }: typeof start) => ({ line: line - 1, column: column - 1 });
  return { ...result, location: { start: less(start), end: less(end) } };
}

/** Only what was drawn is built in: counters at every possible fault make the tests several times slower. */
function rangeOf({ fileName, location: { start, end } }: Result): string {
  return `${pathOf(fileName)}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
}

function pathOf(fileName: string): string {
  return relative('.', fileName).replaceAll('\\', '/');
}

async function faultOf(result: Result): Promise<Fault> {
  const { fileName, location, mutatorName, replacement, status } = result;
  const { start, end } = location;
  const lines = (await readFile(fileName, 'utf8')).split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const text = lines.map((line, n) =>
    line.slice(n === 0 ? start.column - 1 : 0, n === last ? end.column - 1 : undefined),
  );
  return {
    lot: lotOf(seed, fromZero(result)),
    at: `${pathOf(fileName)}:${start.line}:${start.column}`,
    kind: mutatorName,
    was: brief(text.join(' ')),
    is: brief(replacement),
    status,
  };
}

function brief(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}

function isMissed({ status }: Fault): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

async function report(unsorted: readonly Fault[]): Promise<void> {
  const faults = [...unsorted].sort((a, b) => a.at.localeCompare(b.at, 'en', { numeric: true }));
  await mkdir(FOLDER, { recursive: true });
  await writeFile(out, `${JSON.stringify({ area, seed, from, possible: possible.length, faults }, null, 1)}\n`);
  const missed = faults.filter(isMissed);
  for (const { at, kind, was, is, status } of missed) console.log(`${at} ${kind}, ${status}\n  - ${was}\n  + ${is}`);
  const n = (status: string) => faults.filter((fault) => fault.status === status).length;
  const noticed = n('Killed') + n('Timeout');
  const files = new Set(faults.map(({ at }) => at.split(':')[0])).size;
  console.log(
    [
      `${area}: ${faults.length} of ${possible.length} faults, in ${files} files`,
      `noticed: ${noticed}, ${n('Timeout')} of them by time`,
      `missed: ${missed.length}, ${n('NoCoverage')} of them reached by no test`,
      `score: ${((100 * noticed) / (noticed + missed.length)).toFixed(1)} %`,
      `Written to ${out}`,
    ].join('\n'),
  );
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { ...{ area: text, seed: text, from: text, count: text }, again: { type: 'boolean' } },
  });
  const known = Object.keys(AREAS) as (keyof typeof AREAS)[];
  const named = known.find((name) => name === values.area);
  const [from, count] = [Number(values.from ?? 0), Number(values.count ?? 200)];
  if (named === undefined || !Number.isInteger(from) || !Number.isInteger(count)) throw new Error(USAGE);
  return { area: named, seed: values.seed ?? '224', from, count, again: values.again ?? false };
}
