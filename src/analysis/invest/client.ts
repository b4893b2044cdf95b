/** The page's side of the worker that draws; where there is none, the draws are made here. */
import { wrap } from 'comlink';
import { createDrawThread, type DrawThread } from './draw-thread.ts';

/** A worker that draws, started with the first question. */
export function workerDraws(): DrawThread {
  let remote: ReturnType<typeof wrap<DrawThread>> | null = null;
  const worker = () => {
    remote ??= wrap<DrawThread>(
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'invest' }),
    );
    return remote;
  };
  return {
    drawScores: (input) => worker().drawScores(input),
    begin: (input) => worker().begin(input),
    meet: (neighbours) => worker().meet(neighbours),
    stop: () => worker().stop(),
    heat: (input) => worker().heat(input),
    ranges: (asked) => worker().ranges(asked),
  };
}

/** Draws in this thread. */
export const directDraws = (): DrawThread => createDrawThread(() => Promise.resolve());
