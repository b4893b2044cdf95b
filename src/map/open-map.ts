/** Opens the map as well as the browser can draw it, and puts the plain one in its place where the live one is lost. */
import type { App } from '../state/app.ts';
import type { FilmRequest, MapPicture, PictureRequest } from '../state/map-port.ts';
import { MapView } from './map-view.ts';
import type { MapViewOptions } from './map-view-options.ts';
import type { Scene } from './scene.ts';
import { type ShownMap, whicheverShows } from './shown-map.ts';
import type { PlainMap } from './svg/plain-map.ts';
import { NoWebGLError } from './webgl.ts';

/** A lost context mostly comes back within a frame or two; after so long it does not, ms. */
const LOST_MS = 6000;

export interface OpenMap {
  /** Whichever map there is now. */
  readonly view: Omit<ShownMap, 'destroy'>;
  /** The live one, as it was opened; null where the browser gives no WebGL2. */
  readonly live: MapView | null;
  /** The next key goes to the map. */
  focus(): void;
  /** Calls back once all that there is now is on the screen. */
  onceIdle(call: () => void): void;
  /** @param focused the scene of a picture that looks at some sites */
  picture(request: PictureRequest, focused: Scene | null): Promise<MapPicture>;
  film(request: FilmRequest): ReturnType<typeof import('./film.ts').openFilm>;
}

const plainCode = () => import('./svg/mount-plain.ts');

export async function openMap(app: App, options: MapViewOptions): Promise<OpenMap> {
  let live: MapView | null = liveMap(options);
  const opened = live;
  let plain: PlainMap | null = live === null ? (await plainCode()).mountPlain(app, options) : null;
  const now = (): ShownMap => {
    const shown = live ?? plain;
    if (shown === null) throw new Error('there is no map');
    return shown;
  };
  const giveUp = async (): Promise<void> => {
    const { mountPlain } = await plainCode();
    if (live === null) return;
    const { camera, data, scene } = live.content;
    live.destroy();
    const { onLoad: _, ...callbacks } = options.callbacks;
    const nothing = { onSitesDrawn: () => undefined, onReady: () => undefined };
    plain = mountPlain(app, {
      ...options,
      data,
      scene,
      initialCamera: camera,
      callbacks: { ...callbacks, ...nothing },
    });
    live = null;
    app.state.actions.setMapStatus('no-webgl');
  };
  if (live !== null) onceLost(options.container, () => void giveUp().catch(app.state.actions.notify));
  return {
    view: whicheverShows(now),
    live: opened,
    focus() {
      live?.map.getCanvas().focus();
      plain?.focus();
    },
    onceIdle(call) {
      live?.map.once('idle', call);
      plain?.onceShown(call);
    },
    async picture(request, focused) {
      if (live !== null) return (await import('./capture.ts')).captureMap(live, request, focused);
      if (plain === null) throw new Error('there is no map');
      return (await plainCode()).pictureOfPlain(plain, request, focused);
    },
    async film(request) {
      if (live === null) throw new Error(app.i18n.peek().t('mapPlainFilm'));
      return (await import('./film.ts')).openFilm(live, app.i18n.peek(), request);
    },
  };
}

function liveMap(options: MapViewOptions): MapView | null {
  try {
    return new MapView(options);
  } catch (error) {
    if (error instanceof NoWebGLError) return null;
    throw error;
  }
}

/** Calls back when a context is lost in the container and does not come back in time. */
function onceLost(container: HTMLElement, call: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  container.addEventListener('webglcontextlost', () => (waiting = setTimeout(call, LOST_MS)), { capture: true });
  container.addEventListener('webglcontextrestored', () => clearTimeout(waiting), { capture: true });
}
