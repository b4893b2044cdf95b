/** A picture of the map as it is shown, in another size: a second map, out of sight, draws the same scene and data. */
import type { MapPicture, PictureRequest } from '../state/context.ts';
import { clampPadding } from './camera.ts';
import type { MapView } from './map-view.ts';
import { NO_PADDING, offScreenMap, pictureOf, type Size, stillScene } from './off-screen.ts';
import type { Camera, Padding, Scene } from './scene.ts';

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

/** On paper everything is light. */
function paperScene(scene: Scene): Scene {
  return { ...stillScene(scene), theme: 'light', padding: NO_PADDING };
}

/** Rejects where the browser cannot draw another map, or the basemap fails. */
export async function captureMap(view: MapView, request: PictureRequest): Promise<MapPicture> {
  const { data, scene, camera, overlay, size: whole } = view.content;
  const { pixelRatio } = request;
  const shown = uncoveredSize(scene.padding, whole);
  const size = request.size === 'as-shown' ? shown : request.size;
  const still = offScreenMap({
    lent: { data, overlay },
    scene: paperScene(scene),
    camera: cameraFor(camera, shown, size),
    size,
    pixelRatio,
  });
  try {
    await still.ready;
    return await pictureOf(still.view.map, size, pixelRatio, scene.attribution, overlay !== null);
  } finally {
    still.remove();
  }
}
