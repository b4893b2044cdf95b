/** Pictures of the plain map: the same SVG in another size, drawn on a canvas. */

import type { MapPicture, PictureRequest } from '../../state/map-port.ts';
import { clampPadding } from '../camera.ts';
import { paperScene, pictureCamera, uncoveredSize } from '../capture.ts';
import type { Scene } from '../scene.ts';
import { screenOf } from '../screen.ts';
import { drawnOf, fontsOfPage } from './drawing.ts';
import { markup } from './node.ts';
import { pictureNode } from './picture.ts';
import type { PlainMap } from './plain-map.ts';

/** @param focused the scene of a picture that looks at some sites; the user's own sets are not in such a one */
export async function pictureOfPlain(
  map: PlainMap,
  request: PictureRequest,
  focused: Scene | null,
): Promise<MapPicture> {
  const { size: wanted, pixelRatio, focus } = request;
  const { data, camera, size: whole, scene: shown } = map.content;
  const uncovered = uncoveredSize(clampPadding(shown.padding, whole), whole);
  const size = wanted === 'as-shown' ? uncovered : wanted;
  const { picture, part, about } = drawnOf({
    data,
    scene: paperScene(focused ?? shown, request),
    camera: pictureCamera(request, camera, uncovered, size),
    size,
    own: focused === null ? map.ownRows : { sets: [], chosen: null },
  });
  const { of } = screenOf(part);
  return {
    ...about,
    pixelRatio,
    canvas: await onCanvas(markup(pictureNode(picture, fontsOfPage())), size, pixelRatio),
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
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
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
