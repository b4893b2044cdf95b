/** The PNG of a stop: the map with its words, legend, sources and mark, as large as a full-HD screen. */
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import { stageSizeOf } from '../../../state/present/stage-size.ts';
import { saidOf } from '../said.ts';
import { imageOf, paintStop } from './stop-frame.ts';
import { stopPainter } from './stop-painter.ts';
import { frameWords } from './stop-text.ts';

export const STILL = { width: 1920, height: 1080 } as const;
/** A film of the same size. */
export const FILM = { ...STILL, fps: 25 } as const;
/** Longest scale bar, pixels of the picture. */
export const BAR_PX = 260;

/** @returns PNG bytes. Rejects where the browser cannot draw it. */
export async function stillOf(app: App, tour: Tour, stop: TourStop): Promise<Blob> {
  const painter = await stopPainter(app, {
    size: STILL,
    pixelRatio: 1,
    stageSize: stageSizeOf(STILL.width, STILL.height),
  });
  try {
    painter.stage(stop);
    const camera = await painter.cameraOf(stop);
    const { picture, about } = await painter.picture(camera, BAR_PX);
    const canvas = document.createElement('canvas');
    canvas.width = STILL.width;
    canvas.height = STILL.height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no 2-D canvas');
    context.drawImage(picture.canvas, 0, 0, STILL.width, STILL.height);
    const said = saidOf(app, tour, stop);
    paintStop(context, STILL, {
      said,
      image: await imageOf(said),
      about,
      words: frameWords(app),
      bearing: camera.pitch === 0 ? picture.bearing : null,
      shown: 1,
    });
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('the browser made no PNG')) : resolve(blob)));
    });
  } finally {
    painter.close();
  }
}
