/** MapLibre as every map needs it: where its worker is, and who answers for tiles of an own protocol. */
import { addProtocol, prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { mapWorkerAddress } from '../data/workers.ts';
import { BASE_PROTOCOL } from './bases/base.ts';

setWorkerUrl(mapWorkerAddress(workerUrl));
addProtocol(BASE_PROTOCOL, async ({ url }, { signal }) => {
  const { answerTile } = await import('./bases/protocol.ts');
  return { data: await answerTile(url, signal) };
});

/** Starts the worker that every map shares: it takes longer than a map to be made. */
export const startMapWorker = (): void => prewarm();
