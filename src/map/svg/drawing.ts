/** The map as SVG in a size of its own, with the user's own sets: of the live map as of the plain one. */
import type { Camera } from '../../domain/position.ts';
import { wgs84 } from '../../domain/position.ts';
import type { DrawingRequest, MapDrawing, MapPicture } from '../../state/map-port.ts';
import { clampPadding, type Size } from '../camera.ts';
import { cameraFor, paperScene, uncoveredSize } from '../capture.ts';
import { EXPLAINED } from '../layers/index.ts';
import type { MapContent } from '../map-view-options.ts';
import { NO_PADDING, placesOf } from '../off-screen.ts';
import type { MapData, Scene } from '../scene.ts';
import type { MapPart } from '../screen.ts';
import { markup, type SvgNode } from './node.ts';
import { countShown, type OwnRows, PLAIN_ROWS } from './own-rows.ts';
import { createPictures, type Picture, pictureNode, sitesIn } from './picture.ts';
import { groupsOf } from './surface.ts';

interface Wanted {
  readonly data: MapData;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly size: Size;
  readonly own: OwnRows;
}

interface DrawnPicture {
  /** With the user's own among its layers. */
  readonly picture: Picture;
  readonly part: MapPart;
  readonly about: Omit<MapPicture, 'canvas' | 'pixelRatio' | 'points'>;
}

export function drawnOf({ data, scene, camera, size, own }: Wanted): DrawnPicture {
  const { zoom, lng, lat, bearing } = camera;
  const { width, height } = size;
  const part: MapPart = { zoom, centre: wgs84(lng, lat), bearing, width, height, padding: NO_PADDING, still: true };
  const picture = createPictures()({ scene, data, part });
  const layers = groupsOf(picture, own, scene).map(({ id, nodes }) => ({ id, nodes, standing: [] }));
  const drawn = new Set(layers.filter(({ nodes }) => nodes.length > 0).map(({ id }) => id));
  return {
    picture: { ...picture, layers },
    part,
    about: {
      ...{ width, height, bearing, ...placesOf(part), credits: scene.attribution },
      sites: sitesIn(picture),
      layers: new Set(EXPLAINED.filter((id) => drawn.has(id))),
    },
  };
}

/** A file, like an image of its own, knows no fonts of the page, only those of the machine. */
export const fontsOfPage = (): SvgNode['attrs'] => ({
  'font-family': getComputedStyle(document.documentElement).getPropertyValue('--font'),
});

export function drawingOf(content: Omit<MapContent, 'overlay'>, { sets }: DrawingRequest): Promise<MapDrawing> {
  const { data, camera, size: whole, scene } = content;
  const size = uncoveredSize(clampPadding(scene.padding, whole), whole);
  const { picture, about } = drawnOf({
    data,
    scene: paperScene(scene, {}),
    camera: cameraFor(camera, size, size),
    size,
    own: { sets, chosen: null },
  });
  return Promise.resolve({
    ...about,
    markup: markup(pictureNode(picture, fontsOfPage())),
    baseLeft: scene.base !== 'thematic' || (scene.osm ?? null) !== null,
    rowsLeft: Math.max(0, countShown(sets) - PLAIN_ROWS),
  });
}
