/** The page's side of the worker that draws; where there is none, the draws are made here. */
import { wrap } from 'comlink';
import { type DrawInput, type DrawnScores, drawScores } from './draws.ts';
import type { DrawApi } from './worker.ts';

export type Draw = (input: DrawInput) => Promise<DrawnScores>;

/** Makes draws in a worker, started with the first. */
export function workerDraws(): Draw {
  let remote: ReturnType<typeof wrap<DrawApi>> | null = null;
  return (input) => {
    remote ??= wrap<DrawApi>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'invest' }));
    return remote.drawScores(input);
  };
}

/** Makes draws in this thread. */
export const directDraws: Draw = (input) => Promise.resolve(drawScores(input));
