/** The page's side of the thread that works on columns: started with the first large set, and again if it has ended. */
import { type Remote, wrap } from 'comlink';
import type { AwayWork, ColumnWork } from '../../analysis/column-work.ts';
import { startWorker } from '../workers.ts';
import address from './worker.ts?worker&url';

/** Rejects where the thread ends before it has answered. */
export function columnThread(): <T>(ask: (api: AwayWork) => Promise<T>) => Promise<T> {
  let worker: Worker | null = null;
  let api: Remote<ColumnWork> | null = null;
  return async (ask) => {
    worker ??= startWorker(address, 'columns');
    api ??= wrap<ColumnWork>(worker);
    const running = worker;
    let ended: () => void = () => undefined;
    const gone = new Promise<never>((_, reject) => {
      ended = () => {
        running.terminate();
        if (worker === running) worker = api = null;
        reject(new Error('the thread of the columns has ended'));
      };
    });
    running.addEventListener('error', ended);
    try {
      return await Promise.race([ask(api), gone]);
    } finally {
      running.removeEventListener('error', ended);
    }
  };
}
