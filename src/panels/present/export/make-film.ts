/**
 * A tour as a film. Every frame is a function of its number: the camera goes by `CameraPath`, the caption by
 * the time since its stop began, so that the same tour on the same data gives the same frames.
 */
import { encodeVideo, type VideoForm } from '../../../data/export/video.ts';
import type { Camera } from '../../../domain/position.ts';
import { playedStops } from '../../../domain/tour.ts';
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import type { CameraPath } from '../../../state/map-port.ts';
import { stageSizeOf } from '../../../state/present/stage-size.ts';
import type { AboutMap } from '../../paper/about-map.ts';
import { saidOf } from '../said.ts';
import { BAR_PX, FILM } from './still.ts';
import { paintStop, type SaidWords } from './stop-frame.ts';
import { type StopPainter, stopPainter } from './stop-painter.ts';
import { frameWords } from './stop-text.ts';
import { type Moment, timelineOf } from './timeline.ts';

/** A caption comes up in this time. */
const FADE_S = 0.4;

interface FilmRequest {
  readonly form: VideoForm;
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** A stop, laid out. */
interface Scene {
  readonly stop: TourStop;
  readonly camera: Camera;
  readonly about: AboutMap;
  readonly said: SaidWords;
  /** From the stop before; null for the first, which is a cut. */
  readonly path: CameraPath | null;
}

/** Rejects when it was stopped, or with the reason of the browser. */
export async function makeFilm(app: App, tour: Tour, { form, signal, progress }: FilmRequest): Promise<Blob> {
  const painter = await stopPainter(app, {
    size: FILM,
    pixelRatio: 1,
    stageSize: stageSizeOf(FILM.width, FILM.height),
  });
  try {
    const scenes = await layOut(app, tour, painter, signal);
    const timeline = timelineOf(
      scenes.map(({ path, stop }) => ({ fly: path?.seconds ?? 0, stay: stop.seconds })),
      FILM.fps,
    );
    return await encodeVideo({
      width: FILM.width,
      height: FILM.height,
      fps: FILM.fps,
      frames: timeline.frames,
      title: app.i18n.peek().text(tour.title),
      form,
      signal,
      progress: (done) => progress(done, timeline.frames),
      draw: frameDrawer(app, painter, scenes, (k) => timeline.at(k)),
    });
  } finally {
    painter.close();
  }
}

/** Looks at every stop once: where it is, what is on it. */
async function layOut(app: App, tour: Tour, painter: StopPainter, signal: AbortSignal): Promise<Scene[]> {
  const scenes: Scene[] = [];
  for (const { stop } of playedStops(tour.stops)) {
    signal.throwIfAborted();
    painter.stage(stop);
    const camera = await painter.cameraOf(stop);
    const { about } = await painter.picture(camera, BAR_PX);
    const before = scenes.at(-1);
    const path = before === undefined ? null : painter.film.path(before.camera, camera);
    scenes.push({ stop, camera, about, said: saidOf(app, tour, stop), path });
  }
  return scenes;
}

/** What stands still is not drawn again: the map while nothing moves, and the whole frame once its caption is there. */
function frameDrawer(app: App, painter: StopPainter, scenes: readonly Scene[], at: (k: number) => Moment) {
  const words = frameWords(app);
  const ground = document.createElement('canvas');
  ground.width = FILM.width;
  ground.height = FILM.height;
  const map = ground.getContext('2d', { alpha: false });
  if (map === null) throw new Error('no 2-D canvas');
  let drawn: Camera | null = null;
  let whole: Scene | null = null;
  return async (k: number, context: CanvasRenderingContext2D): Promise<void> => {
    const { stop, flown, since } = at(k);
    const scene = scenes[stop];
    if (scene === undefined || whole === scene) return;
    const camera = flown < 1 && scene.path !== null ? scene.path.at(flown) : scene.camera;
    if (camera !== drawn) {
      painter.stage(scene.stop);
      await painter.film.frame(camera, map);
      drawn = camera;
    }
    const shown = since / FADE_S;
    context.drawImage(ground, 0, 0);
    const bearing = flown === 1 && camera.pitch === 0 ? camera.bearing : null;
    paintStop(context, FILM, { said: scene.said, about: scene.about, words, bearing, shown });
    whole = flown === 1 && shown >= 1 ? scene : null;
  };
}
