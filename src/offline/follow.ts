/** The page's side: has the product kept on this device, and tells when a newer build has been kept beside it. */

/** A kiosk is never loaded again by its users. */
const ASK_EVERY_MS = 60 * 60 * 1000;

/**
 * Does nothing where the browser has no service workers or forbids them: everything else works without.
 * `onNewVersion` is given what loads the page again with the new build.
 */
export async function keepOffline(onNewVersion: (reload: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  try {
    await serviceWorker.register('./sw.js', { updateViaCache: 'none' });
  } catch {
    return;
  }
  const registration = await serviceWorker.getRegistration();
  if (registration === undefined) return;
  const reload = () => {
    // Another window may have agreed already; then the new build answers this one's next load anyway.
    if (registration.waiting === null) return location.reload();
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take-over');
  };
  const watch = (worker: ServiceWorker | null) => {
    if (worker === null) return;
    const look = () => {
      // The first build of all is no news.
      if (worker.state === 'installed' && serviceWorker.controller !== null) onNewVersion(reload);
    };
    look();
    worker.addEventListener('statechange', look);
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY_MS);
}
