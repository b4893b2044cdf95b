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
  vi.useRealTimers();
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
  const second = client.open(file, {}, null, { signal: stop.signal });
  await vi.waitFor(() => expect(SilentWorker.made).toHaveLength(2));
  stop.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
});

/** The ids of the messages that the page sent and that call this function of the worker. */
function asked(worker: SilentWorker | undefined, name: string): unknown[] {
  const sent = (worker?.postMessage.mock.calls ?? []) as [{ id: string; path: string[] }][];
  return sent.filter(([{ path }]) => path.includes(name)).map(([{ id }]) => id);
}

test('a worker that says nothing is told of after half a minute, asked once, and ended only by the user', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', SilentWorker);
  const client = createImportClient(context);
  const stop = new AbortController();
  const onSilence = vi.fn();
  const file = new File([textFile('a')], 'a.csv');
  const opening = client.open(file, {}, null, { signal: stop.signal, onSilence });
  opening.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(onSilence).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onSilence.mock.calls).toEqual([[true]]);
  const [worker] = SilentWorker.made;
  expect(asked(worker, 'ping')).toHaveLength(1);
  expect(worker?.terminate).not.toHaveBeenCalled();

  // Told again after twice as long, not every turn.
  await vi.advanceTimersByTimeAsync(28_000);
  expect(onSilence).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(onSilence.mock.calls).toEqual([[true], [true]]);

  // It was busy: the answer to the question takes the word back.
  const [id] = asked(worker, 'ping');
  worker?.dispatchEvent(new MessageEvent('message', { data: { id, type: 'RAW', value: true } }));
  await vi.advanceTimersByTimeAsync(0);
  expect(onSilence.mock.calls).toEqual([[true], [true], [false]]);

  stop.abort();
  await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
  expect(worker?.terminate).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(onSilence).toHaveBeenCalledTimes(3);
});
