/** A map out of sight, of a size of its own, for pictures: light, still, and pointed at by nobody. */
import type { MapLibreMap } from 'maplibre-gl';
import { type Camera, type LngLat, wgs84 } from '../domain/position.ts';
import type { MapPicture } from '../state/map-port.ts';
import { EXPLAINED } from './layers/index.ts';
import { SITE_LAYERS } from './layers/sites.ts';
import { MapView } from './map-view.ts';
import type { Padding, Scene } from './scene.ts';
import { type MapPart, screenOf } from './screen.ts';

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
/** Half the length of the ruler, CSS pixels. */
const HALF_RULER = 50;

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface OffScreen {
  readonly view: MapView;
  /** Resolves when it has drawn; rejects when the map or its basemap fails. */
  readonly ready: Promise<void>;
  remove(): void;
}

/** What a shown map can lend to one out of sight. */
export type Lent = Pick<MapView['content'], 'data' | 'overlay'>;

interface OffScreenOptions {
  readonly lent: Lent;
  readonly scene: Scene;
  readonly camera: Camera | null;
  readonly size: Size;
  readonly pixelRatio: number;
}

/** A still picture has nothing under the pointer, nothing half drawn and nothing that moves. */
export function stillScene(scene: Scene): Scene {
  return { ...scene, hoveredId: null, placing: null, drawing: false, reducedMotion: true };
}

/** Throws where the browser cannot draw another map. */
export function offScreenMap({ lent, scene, camera, size, pixelRatio }: OffScreenOptions): OffScreen {
  const container = document.createElement('div');
  container.setAttribute('aria-hidden', 'true');
  Object.assign(container.style, {
    position: 'fixed',
    left: '-30000px',
    top: '0',
    width: `${size.width}px`,
    height: `${size.height}px`,
  });
  document.body.append(container);
  let drawn: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    drawn = resolve;
    failed = reject;
  });
  try {
    const view = new MapView({
      container,
      data: lent.data,
      scene,
      initialCamera: camera,
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
    if (lent.overlay !== null) view.attachOverlay(lent.overlay);
    return {
      view,
      ready,
      remove() {
        view.destroy();
        container.remove();
      },
    };
  } catch (error) {
    container.remove();
    throw error;
  }
}

/** Resolves when everything that belongs to the view is on it. */
export const idle = (map: MapLibreMap) =>
  new Promise<void>((resolve) => {
    map.once('idle', () => resolve());
    map.triggerRepaint();
  });

/** What the map shows now, copied in the task that draws it, so that no map keeps its last frame in memory for this. */
export async function pictureOf(
  view: MapView,
  { width, height }: Size,
  pixelRatio: number,
  credits: readonly string[],
  withOverlay: boolean,
  pointsOf: readonly string[] = [],
): Promise<MapPicture> {
  const { map } = view;
  // An overlay joins when the map has loaded, and its programs are linked some frames behind its first one.
  if (withOverlay) {
    map.triggerRepaint();
    await view.overlayDrawn;
    for (let frame = 0; frame < 3; frame++) await idle(map);
  }
  const at = (x: number): LngLat => {
    const { lng, lat } = map.unproject([width / 2 + x, height / 2]);
    return [lng, lat];
  };
  const rendered = map.queryRenderedFeatures();
  const sites = rendered.flatMap(({ layer, properties }) =>
    SITE_LAYERS.includes(layer.id) ? [String(properties['id'])] : [],
  );
  const drawn = new Set<string>(rendered.map(({ layer }) => layer.id));
  map.redraw();
  return {
    width,
    height,
    pixelRatio,
    canvas: copyOf(map.getCanvas()),
    bearing: map.getBearing(),
    ...placesOf(partOf(map, { width, height })),
    // A film may look at a slant.
    ruler: [at(-HALF_RULER), at(HALF_RULER)],
    sites: new Set(sites),
    layers: new Set(EXPLAINED.filter((id) => drawn.has(id))),
    greyBase: view.content.scene.grey === true,
    credits,
    points: pointsIn(view, pointsOf, { width, height }),
  };
}

function partOf(map: MapLibreMap, size: Size): MapPart {
  const { lng, lat } = map.getCenter();
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const padding = { top, right, bottom, left };
  return { ...size, padding, zoom: map.getZoom(), centre: wgs84(lng, lat), bearing: map.getBearing(), still: true };
}

/** From the ground to a picture of it and back. */
export function placesOf(part: MapPart): Pick<MapPicture, 'ruler' | 'pixelOf' | 'positionAt'> {
  const { of, back } = screenOf(part);
  const positionAt: MapPicture['positionAt'] = (x, y) => back({ x, y });
  const end = (x: number) => positionAt(part.width / 2 + x, part.height / 2);
  return {
    ruler: [end(-HALF_RULER), end(HALF_RULER)],
    pixelOf([lng, lat]) {
      const { x, y } = of(wgs84(lng, lat));
      return [x, y];
    },
    positionAt,
  };
}

/** Where the symbols of some sites stand in the picture, CSS pixels; those outside it are left out. */
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
