/** A picture of the map, as it is shown or of some sites: a second map, out of sight, draws the same scene and data. */

import type { Camera } from '../domain/position.ts';
import { metresPerDegree, wgs84 } from '../domain/position.ts';
import type { MapPicture, PictureFocus, PictureGround, PictureRequest } from '../state/map-port.ts';
import { clampPadding, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import type { MapView } from './map-view.ts';
import { fromWorld, toWorld, worldSize } from './mercator.ts';
import { NO_PADDING, offScreenMap, pictureOf, type Size, stillScene } from './off-screen.ts';
import type { Padding, Scene } from './scene.ts';

/** The part of a map that no panel covers. */
export function uncoveredSize(padding: Padding, size: Size): Size {
  const { top, right, bottom, left } = clampPadding(padding, size);
  return { width: Math.round(size.width - left - right), height: Math.round(size.height - top - bottom) };
}

/** The same ground in another frame: what the first shows, the second shows whole. */
export function cameraFor(camera: Camera, from: Size, to: Size): Camera {
  return {
    ...camera,
    pitch: 0,
    zoom: camera.zoom + Math.log2(Math.min(to.width / from.width, to.height / from.height)),
  };
}

/** The whole of a box, north up, as large as the frame allows. */
export function cameraOfBox([west, south, east, north]: PictureFocus['box'], { width, height }: Size): Camera {
  const a = toWorld(wgs84(west, north), 0);
  const b = toWorld(wgs84(east, south), 0);
  const [lng, lat] = fromWorld({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, 0);
  const zoom = Math.log2(Math.min(width / (b.x - a.x), height / (b.y - a.y)));
  return { lng, lat, zoom: Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom)), bearing: 0, pitch: 0 };
}

/** The ground at a scale, north up. */
export function cameraOfGround({ centre: [lng, lat], metresPerPixel }: PictureGround): Camera {
  const [metres] = metresPerDegree(lat);
  const pixels = worldSize(0) / 360;
  return { lng, lat, zoom: Math.log2(metres / metresPerPixel / pixels), bearing: 0, pitch: 0 };
}

/** Where a picture looks that is asked for, where a map of a size shows what a camera sees. */
export function pictureCamera({ focus, ground }: PictureRequest, shown: Camera, from: Size, to: Size): Camera {
  if (ground !== undefined) return cameraOfGround(ground);
  return focus === undefined ? cameraFor(shown, from, to) : cameraOfBox(focus.box, to);
}

/** On paper everything is light. */
export function paperScene(scene: Scene, { gridded = false }: Pick<PictureRequest, 'gridded'>): Scene {
  return { ...stillScene(scene), theme: 'light', padding: NO_PADDING, gridded };
}

/**
 * @param focused the scene of a picture that looks at some sites; the user's own sets are not in such a one.
 * Rejects where the browser cannot draw another map, or the basemap fails.
 */
export async function captureMap(
  view: MapView,
  request: PictureRequest,
  focused: Scene | null = null,
): Promise<MapPicture> {
  const { data, camera, size: whole, ...shownContent } = view.content;
  const { pixelRatio, focus } = request;
  const scene = focused ?? shownContent.scene;
  const overlay = focused === null ? shownContent.overlay : null;
  const shown = uncoveredSize(scene.padding, whole);
  const size = request.size === 'as-shown' ? shown : request.size;
  const still = offScreenMap({
    lent: { data, overlay },
    scene: paperScene(scene, request),
    camera: pictureCamera(request, camera, shown, size),
    size,
    pixelRatio,
  });
  try {
    await still.ready;
    return await pictureOf(still.view, size, pixelRatio, scene.attribution, overlay !== null, focus?.sites);
  } finally {
    still.remove();
  }
}
