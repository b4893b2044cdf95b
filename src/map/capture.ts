/**
 * A picture of the map: a second map of the wanted size is drawn out of sight from the same scene and data,
 * and its canvas is copied in the task that drew it, so that the shown map keeps nothing in memory for this.
 */
import type { MapLibreMap } from 'maplibre-gl';
import { wgs84 } from '../domain/position.ts';
import type { MapPicture, PictureFocus, PictureRequest } from '../state/context.ts';
import { clampPadding, MAX_ZOOM, MIN_ZOOM } from './camera.ts';
import { MapView } from './map-view.ts';
import { fromWorld, toWorld } from './mercator.ts';
import type { Camera, Padding, Scene } from './scene.ts';

const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
/** Layers whose features are sites. */
const SITE_LAYERS = ['sites', 'sites-dimmed'];
/** Half the length of the ruler, CSS pixels. */
const HALF_RULER = 50;

interface Size {
  readonly width: number;
  readonly height: number;
}

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

/** On paper everything is light, and nothing is pointed at. */
function paperScene(scene: Scene): Scene {
  return {
    ...scene,
    theme: 'light',
    padding: NO_PADDING,
    hoveredId: null,
    placing: null,
    drawing: false,
    reducedMotion: true,
  };
}

const idle = (map: MapLibreMap) =>
  new Promise<void>((resolve) => {
    map.once('idle', () => resolve());
    map.triggerRepaint();
  });

/**
 * @param focused the scene of a picture that looks at some sites; the user's own sets are not in such a one.
 * Rejects where the browser cannot draw another map, or the basemap fails.
 */
export async function captureMap(
  view: MapView,
  request: PictureRequest,
  focused: Scene | null = null,
): Promise<MapPicture> {
  const { data, camera, size, ...shownContent } = view.content;
  const { pixelRatio, focus } = request;
  const scene = focused ?? shownContent.scene;
  const overlay = focused === null ? shownContent.overlay : null;
  const shown = uncoveredSize(scene.padding, size);
  const { width, height } = request.size === 'as-shown' ? shown : request.size;
  const container = document.createElement('div');
  container.setAttribute('aria-hidden', 'true');
  Object.assign(container.style, {
    position: 'fixed',
    left: '-30000px',
    top: '0',
    width: `${width}px`,
    height: `${height}px`,
  });
  document.body.append(container);
  let drawn: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    drawn = resolve;
    failed = reject;
  });
  try {
    const still = new MapView({
      container,
      data,
      scene: paperScene(scene),
      initialCamera:
        focus === undefined ? cameraFor(camera, shown, { width, height }) : cameraOfBox(focus.box, { width, height }),
      still: { pixelRatio },
      callbacks: {
        onSelect: () => undefined,
        onHover: () => undefined,
        onCamera: () => undefined,
        onSitesDrawn: () => undefined,
        onReady: drawn,
        onError: (message) => failed(new Error(message)),
      },
    });
    try {
      if (overlay !== null) still.attachOverlay(overlay);
      await ready;
      const picture = await pictureOf(still.map, { width, height }, pixelRatio, scene.attribution, overlay !== null);
      return { ...picture, points: pointsIn(still, focus?.sites ?? [], { width, height }) };
    } finally {
      still.destroy();
    }
  } finally {
    container.remove();
  }
}

async function pictureOf(
  map: MapLibreMap,
  { width, height }: Size,
  pixelRatio: number,
  credits: readonly string[],
  withOverlay: boolean,
): Promise<Omit<MapPicture, 'points'>> {
  // An overlay joins when the map has loaded and needs frames of its own.
  if (withOverlay) for (let frame = 0; frame < 3; frame++) await idle(map);
  const at = (x: number): readonly [number, number] => {
    const { lng, lat } = map.unproject([width / 2 + x, height / 2]);
    return [lng, lat];
  };
  const rendered = map.queryRenderedFeatures();
  const sites = rendered.flatMap(({ layer, properties }) =>
    SITE_LAYERS.includes(layer.id) ? [String(properties['id'])] : [],
  );
  map.redraw();
  const canvas = copyOf(map.getCanvas());
  return {
    width,
    height,
    pixelRatio,
    canvas,
    bearing: map.getBearing(),
    ruler: [at(-HALF_RULER), at(HALF_RULER)],
    sites: new Set(sites),
    layers: new Set(rendered.map(({ layer }) => layer.id)),
    credits,
  };
}

function pointsIn(view: MapView, ids: readonly string[], { width, height }: Size): MapPicture['points'] {
  return new Map(
    ids.flatMap((id): [string, readonly [number, number]][] => {
      const at = view.symbolAt(id);
      const inside = at !== null && at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height;
      return inside ? [[id, [at.x, at.y]]] : [];
    }),
  );
}

function copyOf(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = source.width;
  canvas.height = source.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  context.drawImage(source, 0, 0);
  return canvas;
}
