/** The service worker: the browser's events, each handed to what keeps the build. Built into `sw.js` on its own. */
import { createKeeping, type Edition } from './keeping.ts';

/** Written by the build, which alone knows its files. */
declare const EDITION: Edition;

/** Events and functions of service workers, which the DOM's types lack. */
declare global {
  interface ExtendableEvent extends Event {
    waitUntil(work: Promise<unknown>): void;
  }
  interface FetchEvent extends ExtendableEvent {
    readonly request: Request;
    respondWith(answer: Promise<Response>): void;
  }
  interface WindowEventMap {
    install: ExtendableEvent;
    activate: ExtendableEvent;
    fetch: FetchEvent;
  }
  var registration: ServiceWorkerRegistration;
  var clients: { claim(): Promise<void> };
  function skipWaiting(): Promise<void>;
}

/** Between two files, milliseconds. */
const PAUSE_MS = 80;

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
  if (way !== null) event.respondWith(keeping.answer(way, event.request));
});
// The user has agreed to the new build.
addEventListener('message', (event) => {
  if (event.data === 'take-over') void skipWaiting();
});
