/** Pictures of the plain map: the same SVG in another size, drawn on a canvas. */

import { wgs84 } from '../../domain/position.ts';
import type { MapPicture, PictureRequest } from '../../state/map-port.ts';
import { clampPadding } from '../camera.ts';
import { paperScene, pictureCamera, uncoveredSize } from '../capture.ts';
import { EXPLAINED } from '../layers/index.ts';
import { NO_PADDING, placesOf } from '../off-screen.ts';
import type { Scene } from '../scene.ts';
import { type MapPart, screenOf } from '../screen.ts';
import { markup, node } from './node.ts';
import { createPictures, type Picture, pictureNode, sitesIn } from './picture.ts';
import type { PlainMap } from './plain-map.ts';
import { groupsOf } from './surface.ts';

/** @param focused the scene of a picture that looks at some sites; the user's own sets are not in such a one */
export async function pictureOfPlain(
  map: PlainMap,
  request: PictureRequest,
  focused: Scene | null,
): Promise<MapPicture> {
  const { size: wanted, pixelRatio, focus } = request;
  const { data, camera, size: whole, scene: shown } = map.content;
  const scene = paperScene(focused ?? shown, request);
  const uncovered = uncoveredSize(clampPadding(shown.padding, whole), whole);
  const size = wanted === 'as-shown' ? uncovered : wanted;
  const { zoom, lng, lat } = pictureCamera(request, camera, uncovered, size);
  const part: MapPart = { zoom, centre: wgs84(lng, lat), bearing: 0, ...size, padding: NO_PADDING, still: true };
  const picture = createPictures()({ scene, data, part });
  const own = focused === null ? map.ownRows : { sets: [], chosen: null };
  const groups = groupsOf(picture, own, scene);
  const { of } = screenOf(part);
  const drawn = new Set(groups.filter(({ nodes }) => nodes.length > 0).map(({ id }) => id));
  return {
    ...size,
    pixelRatio,
    canvas: await onCanvas(picture, groups, pixelRatio),
    bearing: 0,
    ...placesOf(part),
    sites: sitesIn(picture),
    layers: new Set(EXPLAINED.filter((id) => drawn.has(id))),
    credits: scene.attribution,
    points: new Map(
      (focus?.sites ?? []).flatMap((id): [string, readonly [number, number]][] => {
        const place = picture.drawn.places.get(id)?.at;
        if (place === undefined) return [];
        const { x, y } = of(place);
        return x >= 0 && y >= 0 && x <= size.width && y <= size.height ? [[id, [x, y]]] : [];
      }),
    ),
  };
}

async function onCanvas(
  picture: Picture,
  groups: ReturnType<typeof groupsOf>,
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const { width, height } = picture.frame;
  const layers = groups.map(({ id, nodes }) => ({ id, nodes, standing: [] }));
  // An image of its own knows no fonts of the page, only those of the machine.
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font');
  const tree = pictureNode({ ...picture, layers }, { 'font-family': font });
  const address = URL.createObjectURL(
    new Blob([markup(node(tree.tag, tree.attrs, tree.children))], { type: 'image/svg+xml' }),
  );
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) });
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2-D canvas');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}
