/** The service worker: the browser's events, each handed to what keeps the build. Built into `sw.js` on its own. */
import { createKeeping, type Edition, type Way } from './keeping.ts';

/** Written by the build, which alone knows its files, and says how long to pause between two of them. */
declare const EDITION: Edition;
declare const PAUSE_MS: number;

/** Events and functions of service workers, which the DOM's types lack. */
declare global {
  interface ExtendableEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
  }
  interface FetchEvent extends ExtendableEvent {
    readonly request: Request;
    /** Empty for what a window is opened with. */
    readonly clientId: string;
    respondWith(answer: Promise<Response>): void;
  }
  interface WindowEventMap {
    install: ExtendableEvent;
    activate: ExtendableEvent;
    fetch: FetchEvent;
  }
  var registration: ServiceWorkerRegistration;
  var clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{ readonly frameType?: string } | undefined>;
  };
  function skipWaiting(): Promise<void>;
}

const keeping = createKeeping(EDITION, {
  scope: registration.scope,
  caches,
  fetch: (request, init) => fetch(request, init),
  configWaitMs: 3000,
  breathe: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
});

addEventListener('install', (event) => event.waitUntil(keeping.install()));
// The first window of all has the same build, so it is taken over at once and needs no second visit.
addEventListener('activate', (event) => event.waitUntil(keeping.tidy().then(() => clients.claim())));
addEventListener('fetch', (event) => {
  const way = keeping.wayOf(event.request);
  if (way !== null) event.respondWith(answer(way, event));
});

/** A page in a frame of another's is given nothing that is kept here, and has nothing kept. */
async function answer(way: Exclude<Way, null>, { request, clientId }: FetchEvent): Promise<Response> {
  const isFramed = request.destination === 'iframe' || (await clients.get(clientId))?.frameType === 'nested';
  return isFramed ? fetch(request) : keeping.answer(way, request);
}
// The user has agreed to the new build.
addEventListener('message', (event) => {
  if (event.data === 'take-over') void skipWaiting();
});
