/** Draws the stops of a tour on a map out of sight, one after another, whatever the stage shows meanwhile. */
import { signal } from '@preact/signals';
import type { Camera } from '../../../domain/position.ts';
import { lookTarget, playedStops } from '../../../domain/tour.ts';
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import type { Film, MapPicture } from '../../../state/map-port.ts';
import type { Stage } from '../../../state/present/present.ts';
import type { StageSize } from '../../../state/present/stage-size.ts';
import { copyState } from '../../../state/state-copy.ts';
import { type AboutMap, aboutMap } from '../../paper/about-map.ts';

export interface StopPainter {
  readonly film: Film;
  /** Puts what the stop shows on the map. */
  stage(stop: TourStop): void;
  /** Where the stop looks in this size. */
  cameraOf(stop: TourStop): Promise<Camera>;
  /** The map alone, and what is to be said of it. */
  picture(camera: Camera, barPx: number): Promise<{ readonly picture: MapPicture; readonly about: AboutMap }>;
  close(): void;
}

/** Rejects where there is no map, or the browser cannot draw another. */
export async function stopPainter(
  app: App,
  request: {
    readonly size: { readonly width: number; readonly height: number };
    readonly pixelRatio: number;
    readonly stageSize: StageSize;
  },
): Promise<StopPainter> {
  const port = app.map.peek();
  if (port === null) throw new Error(app.i18n.peek().t('imageNoMap'));
  const stage = signal<Stage>({ size: request.stageSize, show: null, arranging: false });
  const state = copyState(app.state, stage);
  const film = await port.film({ state, size: request.size, pixelRatio: request.pixelRatio });
  return {
    film,
    stage(stop) {
      stage.value = { size: request.stageSize, show: stop.show, arranging: false };
    },
    cameraOf: (stop) => film.cameraOf(lookTarget(stop.look, app.state.things.peek())),
    async picture(camera, barPx) {
      const picture = await film.picture(camera);
      return { picture, about: aboutMap(state, app.i18n.peek(), picture, barPx) };
    },
    close: () => film.close(),
  };
}

/** Pictures for paper have no caption beside them. */
export const PAPER_STAGE: StageSize = {
  unit: 10,
  upright: false,
  scale: 1,
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  frame: null,
};

export interface DrawnStop {
  /** Its place in the tour, from 0, hidden stops counted. */
  readonly at: number;
  /** From 1, of those that are drawn. */
  readonly number: number;
  readonly stop: TourStop;
  readonly camera: Camera;
  readonly picture: MapPicture;
  readonly about: AboutMap;
}

interface DrawingRequest {
  /** CSS pixels of the picture. */
  readonly size: { readonly width: number; readonly height: number };
  readonly pixelRatio: number;
  /** The scale bar is at most so long, CSS pixels. */
  readonly barPx: number;
  readonly signal: AbortSignal;
  /** @param n from 1: the stop that is drawn now. */
  progress(n: number): void;
}

/** Every stop that plays of a tour, as paper and slides show it, one after another. Throws when it was stopped. */
export async function* drawnStops(
  app: App,
  tour: Tour,
  { size, pixelRatio, barPx, signal: stopping, progress }: DrawingRequest,
): AsyncGenerator<DrawnStop> {
  const painter = await stopPainter(app, { size, pixelRatio, stageSize: PAPER_STAGE });
  try {
    for (const [n, { at, stop }] of playedStops(tour.stops).entries()) {
      const number = n + 1;
      stopping.throwIfAborted();
      progress(number);
      painter.stage(stop);
      // From straight above: a scale is true only there.
      const camera = { ...(await painter.cameraOf(stop)), pitch: 0 };
      yield { at, number, stop, camera, ...(await painter.picture(camera, barPx)) };
    }
    stopping.throwIfAborted();
  } finally {
    painter.close();
  }
}
