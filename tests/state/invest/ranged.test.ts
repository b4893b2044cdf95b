import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { DrawThread } from '../../../src/analysis/invest/draw-thread.ts';
import type { RangesAsked } from '../../../src/analysis/invest/ranges.ts';
import type { Question } from '../../../src/analysis/invest/types.ts';
import { createRanges, MOST_AT_ONCE } from '../../../src/state/invest/ranged.ts';
import { candidate, makeWorld, question, scored } from '../../fixtures/invest.ts';

/** Many candidates, and a worker that gives ranges when it is told to. */
function setting() {
  const waiting: { readonly draws: number; readonly give: (known: boolean) => void }[] = [];
  const thread: DrawThread = {
    drawScores: () => Promise.resolve(new Map()),
    begin: vi.fn(() => Promise.resolve()),
    meet: vi.fn(() => Promise.resolve()),
    ranges: ({ draws }: RangesAsked) =>
      new Promise((resolve) => {
        waiting.push({ draws, give: (known) => resolve(known ? { draws, ranges: new Map() } : null) });
      }),
    stop: vi.fn(() => Promise.resolve()),
    heat: () => Promise.resolve(null),
  };
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, i) => candidate(`c${i}`, { station: scored(0.5) }));
  const asked = signal<Question>(question({ station: 1 }));
  const clusterKey = signal('auto');
  const ranges = createRanges(
    {
      ...{ world: signal(makeWorld()), question: asked, candidates: signal(many), pool: signal(many) },
      ...{ withinM: signal(10_000), clusterKey },
    },
    thread,
    (error) => {
      throw error;
    },
  );
  /** Waits until so many draws are asked for, and answers. */
  const give = async (draws: number, known = true) => {
    await vi.waitFor(() => expect(waiting.at(-1)?.draws).toBe(draws));
    waiting.pop()?.give(known);
  };
  return { ranges, thread, asked, clusterKey, give, waiting };
}

describe('ranges of many candidates', () => {
  it('come roughly, then finely', async () => {
    const { ranges, give } = setting();
    expect(ranges.refining.value).toEqual({ state: 'running', draws: 0, of: 500 });
    await give(100);
    await vi.waitFor(() => expect(ranges.refining.value).toMatchObject({ state: 'running', draws: 100 }));
    await give(500);
    await vi.waitFor(() => expect(ranges.refining.value).toMatchObject({ state: 'done', draws: 500 }));
    ranges.stop();
  });

  it('stay as they are where the user stops them, and go on from there', async () => {
    const { ranges, thread, give } = setting();
    await give(100);
    await vi.waitFor(() => expect(ranges.refining.value?.draws).toBe(100));
    ranges.halt();
    expect(thread.stop).toHaveBeenCalledOnce();
    await give(500, false);
    expect(ranges.refining.value).toEqual({ state: 'stopped', draws: 100, of: 500 });
    expect(ranges.known.value).toMatchObject({ draws: 100 });
    ranges.resume();
    expect(ranges.refining.value?.state).toBe('running');
    ranges.stop();
  });

  it('are stopped for the one question alone', async () => {
    const { ranges, asked } = setting();
    ranges.halt();
    expect(ranges.refining.value?.state).toBe('stopped');
    asked.value = question({ station: 2 });
    expect(ranges.refining.value).toEqual({ state: 'running', draws: 0, of: 500 });
    ranges.stop();
  });

  it('of another need are drawn for its neighbours alone', () => {
    const { ranges, thread, clusterKey } = setting();
    expect([vi.mocked(thread.begin).mock.calls.length, vi.mocked(thread.meet).mock.calls.length]).toEqual([1, 0]);
    clusterKey.value = 'food';
    expect([vi.mocked(thread.begin).mock.calls.length, vi.mocked(thread.meet).mock.calls.length]).toEqual([1, 1]);
    ranges.stop();
  });
});
