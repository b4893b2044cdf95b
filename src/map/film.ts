/**
 * A map out of sight that is kept and stepped: it shows a state of its own, so that the stops of a tour can be
 * drawn while the shown map stays where it is. What it draws depends on the state and the camera alone.
 */
import { effect } from '@preact/signals';
import type { Camera, LngLat } from '../domain/position.ts';
import type { I18n } from '../i18n/index.ts';
import type { Film, FilmRequest } from '../state/map-port.ts';
import { pathBetween } from './camera-path.ts';
import type { MapView } from './map-view.ts';
import { idle, NO_PADDING, offScreenMap, pictureOf, stillScene } from './off-screen.ts';
import type { Scene } from './scene.ts';
import { type Ground, sceneOf, sceneSites } from './scene-of-state.ts';

/** Within the map's bounds, and in sight from nowhere in Foshan. */
const AT_SEA: LngLat = [115.2, 21.7];

const hasSets = ({ imports }: FilmRequest['state']): boolean => (imports.peek()?.sets.peek().length ?? 0) > 0;

/** Rejects where the browser cannot draw another map. */
export async function openFilm(lender: MapView, i18n: I18n, request: FilmRequest): Promise<Film> {
  const { state, size, pixelRatio } = request;
  const { data, scene: shownNow } = lender.content;
  const { base, strength, grey, osm } = shownNow;
  const ground: Ground = { base, strength, grey, osm };
  const sceneNow = (): Scene => {
    const padding = state.present.stageSize.value?.padding ?? NO_PADDING;
    return stillScene(sceneOf(state, i18n, padding, true, sceneSites(state, i18n), ground));
  };
  let scene = sceneNow();
  let failure: string | null = null;
  // Of the state that is filmed: a stop may show a set of its own.
  const overlay = hasSets(state)
    ? (await import('./overlay/attach.ts')).overlayMaker(state, (reason) => {
        failure ??= reason;
      })
    : null;
  const { view, ready, remove } = offScreenMap({ lent: { data, overlay }, scene, camera: null, size, pixelRatio });
  const stopFollowing = effect(() => {
    scene = sceneNow();
  });
  const close = () => {
    stopFollowing();
    remove();
  };
  try {
    await ready;
  } catch (error) {
    close();
    throw error;
  }
  const { map } = view;
  /** What is shown is on the map before it moves: two uploads at once may leave the first one's tiles standing. */
  let shown: Scene = scene;
  const show = async () => {
    if (shown === scene) return;
    shown = scene;
    view.setScene(scene);
    await idle(map);
    await idle(map);
  };
  const jump = async (camera: Partial<Camera>, [lng, lat]: LngLat) => {
    map.jumpTo({ ...camera, center: [lng, lat] });
    await idle(map);
  };
  /**
   * Jumps, since the view's own moves pass over what is too small to see, and take time. By way of the sea, when all
   * tiles have come: a name keeps the side of its symbol that it had in the frame before, and that depends on which
   * tiles came first; names that were out of sight are placed anew, then all at once, around those of areas as they are. What spreads by the zoom has done
   * so, too, when the map comes back.
   */
  const look = async ({ lng, lat, ...camera }: Camera) => {
    if (failure !== null) throw new Error(failure);
    await show();
    await jump(camera, [lng, lat]);
    view.held = true;
    await jump({}, AT_SEA);
    await jump({}, [lng, lat]);
    view.held = false;
  };
  return {
    async cameraOf(target) {
      await show();
      await view.flights.moveTo(target, 0);
      await idle(map);
      return view.content.camera;
    },
    path: (from, to) => pathBetween(from, to, Math.max(size.width, size.height)),
    async frame(camera, context) {
      await look(camera);
      map.redraw();
      context.drawImage(map.getCanvas(), 0, 0, context.canvas.width, context.canvas.height);
    },
    async picture(camera) {
      await look(camera);
      return await pictureOf(view, size, pixelRatio, scene.attribution, overlay !== null);
    },
    close,
  };
}
