import { afterEach, expect, test, vi } from 'vitest';
import { createImportClient } from '../../../src/data/import/client.ts';
import { context, textFile } from './helpers.ts';

/** A worker that answers nothing, until it dies. */
class SilentWorker extends EventTarget {
  static readonly made: SilentWorker[] = [];
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();
  constructor() {
    super();
    SilentWorker.made.push(this);
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  SilentWorker.made.length = 0;
});

test('a worker that dies ends its call with a reason, and the next call has a new worker', async () => {
  vi.stubGlobal('Worker', SilentWorker);
  const client = createImportClient(context);
  const file = new File([textFile('a')], 'a.csv');
  const first = client.open(file);
  await vi.waitFor(() => expect(SilentWorker.made).toHaveLength(1));
  SilentWorker.made[0]?.dispatchEvent(new Event('error'));
  await expect(first).rejects.toMatchObject({ code: 'worker-ended' });
  expect(SilentWorker.made[0]?.terminate).toHaveBeenCalledOnce();

  const stop = new AbortController();
  const second = client.open(file, {}, null, stop.signal);
  await vi.waitFor(() => expect(SilentWorker.made).toHaveLength(2));
  stop.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});
