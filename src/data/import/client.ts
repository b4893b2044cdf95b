/**
 * The page's side of the import worker. A call that is cancelled ends the worker, so that nothing goes on
 * behind a closed dialog; the next call starts a new one.
 */
import { proxy, type Remote, wrap } from 'comlink';
import type { OffsetDatum } from '../../domain/point-set.ts';
import type { PlacedRow } from '../../domain/set-changes.ts';
import type { RemoteAnswer, RemoteSource, RemoteView } from '../remote/types.ts';
import { startWorker } from '../workers.ts';
import { ImportError, isFailure } from './guards/notes.ts';
import { watchSilence } from './guards/silence.ts';
import type { Roles } from './guess/placeable.ts';
import { type SentFile, sentFile } from './held-file.ts';
import type { NotPlaced, PlaceRequest } from './place/place-again.ts';
import type { Choices, ImportContext, Imported, Preview, Progress, Reading } from './types.ts';
import type { Answer, ImportApi } from './worker.ts';
import address from './worker.ts?worker&url';

/** Whoever waits for a call. */
export interface Waiting {
  readonly signal?: AbortSignal;
  /** The worker has said nothing for long, or speaks again. */
  readonly onSilence?: (silent: boolean) => void;
  /** Files that belong to the one that is read, as the .dbf to its .shp. */
  readonly beside?: readonly File[];
}

export interface ImportClient {
  /** @throws ImportError, also `cancelled` */
  open(file: File, reading?: Reading, roles?: Roles | null, waiting?: Waiting): Promise<Preview>;
  /** @throws ImportError, also `cancelled` */
  import(file: File, choices: Choices, onProgress: (progress: Progress) => void, waiting?: Waiting): Promise<Imported>;
  /** One view of a set on a server. @throws ImportError */
  remote(source: RemoteSource, view: RemoteView): Promise<RemoteAnswer>;
  /** The set as it is once its datum is said. @throws ImportError */
  settleDatum(imported: Imported, said: OffsetDatum): Promise<Imported>;
  /** The same set with what is found of where its rows lie. @throws ImportError */
  locate(imported: Imported): Promise<Imported>;
  /** Where rows stand whose cells were edited, or why nowhere. @throws ImportError */
  placeAgain(request: PlaceRequest): Promise<readonly (PlacedRow | NotPlaced)[]>;
  /** Ends the worker. */
  close(): void;
}

export function createImportClient(context: ImportContext): ImportClient {
  let worker: Worker | null = null;
  let remote: Remote<ImportApi> | null = null;

  function close(): void {
    worker?.terminate();
    worker = null;
    remote = null;
  }

  async function ask<T>(
    call: (api: Remote<ImportApi>, heard: () => void) => Promise<Answer<T>>,
    { signal, onSilence }: Waiting = {},
  ): Promise<T> {
    if (signal?.aborted) throw new ImportError('cancelled');
    worker ??= startWorker(address, 'import');
    remote ??= wrap<ImportApi>(worker);
    const running = worker;
    const api = remote;
    let reject: (error: ImportError) => void = () => undefined;
    const stopped = new Promise<never>((_, no) => {
      reject = no;
    });
    const onAbort = () => {
      close();
      reject(new ImportError('cancelled'));
    };
    // A worker that dies, of memory for one, answers nothing more.
    const onError = () => {
      close();
      reject(new ImportError('worker-ended'));
    };
    const watch = onSilence === undefined ? null : watchSilence(() => api.ping(), onSilence);
    signal?.addEventListener('abort', onAbort, { once: true });
    running.addEventListener('error', onError);
    running.addEventListener('messageerror', onError);
    try {
      const answer = await Promise.race([call(api, () => watch?.heard()), stopped]);
      if (answer.ok) return answer.value;
      const { code, params } = answer.failure;
      throw new ImportError(isFailure(code) ? code : 'internal', params);
    } finally {
      watch?.stop();
      signal?.removeEventListener('abort', onAbort);
      running.removeEventListener('error', onError);
      running.removeEventListener('messageerror', onError);
    }
  }

  return {
    open: (file, reading = {}, roles = null, waiting) =>
      ask(async (api) => {
        const [sent, beside] = await handedOver(api, file, waiting);
        return api.open(sent, context, reading, roles, beside);
      }, waiting),
    import: (file, choices, onProgress, waiting) =>
      ask(async (api, heard) => {
        const [sent, beside] = await handedOver(api, file, waiting);
        const spoken = (progress: Progress) => {
          heard();
          onProgress(progress);
        };
        return api.import(sent, choices, context, proxy(spoken), beside);
      }, waiting),
    remote: (source, view) => ask((api) => api.remote(source, view, context)),
    settleDatum: (imported, said) => ask((api) => api.settleDatum(imported, said, context)),
    locate: (imported) => ask((api) => api.locate(imported, context)),
    placeAgain: (request) => ask((api) => api.placeAgain(request, context)),
    close,
  };
}

/** A file, and those that belong to it, as the worker can read them. */
async function handedOver(
  api: Remote<ImportApi>,
  file: File,
  { beside = [] }: Waiting = {},
): Promise<[SentFile, SentFile[]]> {
  const isRead = await api.readsBlobs();
  return [await sentFile(file, isRead), await Promise.all(beside.map((each) => sentFile(each, isRead)))];
}
