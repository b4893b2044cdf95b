/** The import in its own thread: answers go back as values, so that codes survive; buffers are handed over. */
import { expose, transfer } from 'comlink';
import { messageOf } from '../../domain/error-message.ts';
import type { OffsetDatum } from '../../domain/point-set.ts';
import type { PlacedRow } from '../../domain/set-changes.ts';
import { createRemoteViews } from '../remote/read-view.ts';
import type { RemoteAnswer, RemoteSource, RemoteView } from '../remote/types.ts';
import { ImportError, type Note } from './guards/notes.ts';
import type { Roles } from './guess/placeable.ts';
import { readsBlobs, receivedFile, type SentFile } from './held-file.ts';
import { importFile, settled } from './import-file.ts';
import { openFile } from './open-file.ts';
import { relocated } from './place/locate.ts';
import { type NotPlaced, type PlaceRequest, placeAgain } from './place/place-again.ts';
import { buffersOf } from './transfer.ts';
import type { Choices, ImportContext, Imported, Preview, Progress, Reading } from './types.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Note; readonly message: string };

async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const message = messageOf(error);
    if (error instanceof ImportError) {
      return { ok: false, failure: { code: error.code, params: error.params }, message };
    }
    return { ok: false, failure: { code: 'internal', params: { message } }, message };
  }
}

const remoteView = createRemoteViews();

const api = {
  /** Answered between two pieces of work: a sign of life. */
  ping: () => true,
  readsBlobs,
  open(
    sent: SentFile,
    context: ImportContext,
    reading: Reading,
    roles: Roles | null,
    beside: readonly SentFile[],
  ): Promise<Answer<Preview>> {
    const file = receivedFile(sent);
    return answer(() => openFile(file, file.name, context, reading, roles, beside.map(receivedFile)));
  },
  async remote(source: RemoteSource, view: RemoteView, context: ImportContext): Promise<Answer<RemoteAnswer>> {
    const result = await answer(() => remoteView(source, view, context));
    return result.ok && result.value.kind === 'rows' ? transfer(result, buffersOf(result.value.imported)) : result;
  },
  async import(
    sent: SentFile,
    choices: Choices,
    context: ImportContext,
    onProgress: (progress: Progress) => void,
    beside: readonly SentFile[],
  ): Promise<Answer<Imported>> {
    const file = receivedFile(sent);
    const others = beside.map(receivedFile);
    const result = await answer(() => importFile(file, file.name, choices, context, onProgress, null, others));
    return result.ok ? transfer(result, buffersOf(result.value)) : result;
  },
  settleDatum(imported: Imported, said: OffsetDatum, context: ImportContext): Promise<Answer<Imported>> {
    return answer(() => Promise.resolve(settled(imported, said, context)));
  },
  placeAgain(request: PlaceRequest, context: ImportContext): Promise<Answer<(PlacedRow | NotPlaced)[]>> {
    return answer(() => Promise.resolve(placeAgain(request, context)));
  },
  locate(imported: Imported, context: ImportContext): Promise<Answer<Imported>> {
    return answer(() => Promise.resolve(relocated(imported, context)));
  },
};

export type ImportApi = typeof api;

expose(api);
