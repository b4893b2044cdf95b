/**
 * Files that mean harm, against the whole import, in a process whose memory is bounded: each ends in a clear
 * reason or in rows that are all accounted for, and none takes the process or the machine with it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { HOSTILE } from '../../fixtures/hostile/corpus.ts';
import type { Answer } from '../../fixtures/hostile/run.ts';

const HEAP_MIB = 1024;
const MEMORY_MIB = 1536;
/** No measure of speed: what takes this long would not have ended at all. */
const HANGS_MS = 120_000;

let child: ChildProcess | null = null;
function running(): ChildProcess {
  child ??= fork('tests/fixtures/hostile/run.ts', {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${HEAP_MIB}`],
    stdio: ['ignore', 'inherit', 'ignore', 'ipc'],
  });
  return child;
}

function ask(index: number): Promise<Answer> {
  const asked = running();
  return new Promise((resolve, reject) => {
    const ended = () => {
      child = null;
      reject(new Error('the process ended'));
    };
    const hung = setTimeout(() => asked.kill('SIGKILL'), HANGS_MS);
    asked.once('exit', ended);
    asked.once('message', (answer: Answer) => {
      clearTimeout(hung);
      asked.off('exit', ended);
      resolve(answer);
    });
    asked.send(index);
  });
}

afterAll(() => {
  child?.kill();
});

describe('hostile files', () => {
  test.each(HOSTILE.map((file, index) => [file.name, file.what, index] as const))(
    '%s: %s',
    async (_, __, index) => {
      const file = HOSTILE[index];
      const { outcome, peakMiB } = await ask(index);
      expect(outcome.code, JSON.stringify(outcome.params)).toBe(file?.code ?? null);
      expect(outcome.rowsRead).toBe(outcome.placed + outcome.rejected);
      if (file?.placed !== undefined) expect(outcome.placed).toBe(file.placed);
      if (file?.rejected !== undefined) expect(outcome.rejected).toBe(file.rejected);
      if (file?.warning !== undefined) expect(outcome.warnings).toContain(file.warning);
      expect(peakMiB).toBeLessThan(MEMORY_MIB);
    },
    2 * HANGS_MS,
  );
});
