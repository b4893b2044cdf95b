/**
 * A workspace with an own set of a million rows and ten columns: how long packing and reading it take, how much memory,
 * and for how long at a stretch the thread hears nothing. Run with `npm run bench workspace`; not part of the tests,
 * because it times the machine.
 */
import { readWorkspaceFile, workspaceFile } from '../../src/data/workspace/file.ts';
import { type Kept, readSetFiles, setFiles } from '../../src/data/workspace/kept-sets.ts';
import { packText } from '../../src/domain/point-set.ts';
import { NO_SET_FILTER } from '../../src/domain/set-look.ts';
import { smallImport } from '../fixtures/imported.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

const ROWS = 1_000_000;
const MIB = 1024 * 1024;

const random = seeded(7);
const texts = Array.from({ length: 4 }, (_, at) =>
  packText(
    `text ${at}`,
    Array.from({ length: ROWS }, (__, row) => `佛山企业第${row}号 ${Math.floor(random() * 1e6)}`),
  ),
);
const numbers = Array.from({ length: 6 }, (_, at) => ({
  kind: 'number' as const,
  name: `number ${at}`,
  values: Float64Array.from({ length: ROWS }, () => Math.round(random() * 1e6) / 100),
}));
const set = { ...randomSet({ seed: 1, count: ROWS }), id: 'import-1', columns: [...texts, ...numbers] };
const look = { name: 'a million', colour: 'blue', size: 9, visible: true, display: 'points', acrossM: null } as const;
const kept: Kept = { ...smallImport(), set, id: 'import-1', order: 0, look, filter: NO_SET_FILTER };

/** Runs work, and asks every few milliseconds whether the thread is free. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.();
  let [last, held, most] = [performance.now(), 0, 0];
  const before = process.memoryUsage().rss;
  const timer = setInterval(() => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  await new Promise((done) => setTimeout(done, 20));
  clearInterval(timer);
  const memory = Math.round((most - before) / MIB);
  console.log(`${what}: ${seconds.toFixed(1)} s, held at most ${Math.round(held)} ms, ${memory} MiB more memory`);
  return result;
}

const head = { saved: '2026-01-01T00:00:00Z', data: '2026-01-01.aaaaaaaa', address: '' };
const parts = [{ id: 'sets', version: 1, files: setFiles([kept]) }];
const file = await timed('pack', () => workspaceFile(head, parts, new WeakMap()));
console.log(`${ROWS} rows, ${set.columns.length} columns: a file of ${Math.round(file.size / MIB)} MiB`);
const read = await timed('read', () => readWorkspaceFile(file));
await timed('check', async () => readSetFiles(read.parts[0]?.files ?? []));
