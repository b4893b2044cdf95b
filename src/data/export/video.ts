/**
 * Pictures as a film, encoded by the browser itself: H.264 in MP4 where it can, which every player and
 * presentation program shows, else VP9 or VP8 in WebM. Frame k stands for the time k / fps, however long it
 * took to draw.
 */
import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';

export interface VideoSize {
  /** Pixels, both even. */
  readonly width: number;
  readonly height: number;
}

export interface VideoForm {
  readonly codec: VideoCodec;
  readonly end: 'mp4' | 'webm';
  readonly mime: 'video/mp4' | 'video/webm';
}

const FORMS: readonly VideoForm[] = [
  { codec: 'avc', end: 'mp4', mime: 'video/mp4' },
  { codec: 'vp9', end: 'webm', mime: 'video/webm' },
  { codec: 'vp8', end: 'webm', mime: 'video/webm' },
];
/** Bits a second: maps have fine lines and names, and mostly stand still. */
const BITRATE = 8_000_000;
const KEY_FRAME_S = 2;

/** The first form that this browser writes; null where it encodes no film. */
export async function videoForm({ width, height }: VideoSize): Promise<VideoForm | null> {
  if (typeof VideoEncoder === 'undefined') return null;
  for (const form of FORMS) if (await canEncodeVideo(form.codec, { width, height, bitrate: BITRATE })) return form;
  return null;
}

export interface VideoRequest extends VideoSize {
  readonly form: VideoForm;
  readonly fps: number;
  readonly frames: number;
  readonly title: string;
  /** Puts frame k on the canvas, and resolves when it is there. */
  draw(k: number, context: CanvasRenderingContext2D): Promise<void>;
  progress(done: number): void;
  readonly signal: AbortSignal;
}

/** Rejects when it was stopped (`signal`), or with the encoder's reason. */
export async function encodeVideo(request: VideoRequest): Promise<Blob> {
  const { width, height, form, fps, frames, signal } = request;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  // The frame is read back for every encoding: a canvas in plain memory spares the way to the card and back.
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no 2-D canvas');
  const target = new BufferTarget();
  const output = new Output({ format: form.end === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec: form.codec, bitrate: BITRATE, keyFrameInterval: KEY_FRAME_S });
  output.addVideoTrack(source, { frameRate: fps });
  output.setMetadataTags({ title: request.title });
  try {
    await output.start();
    for (let k = 0; k < frames; k++) {
      signal.throwIfAborted();
      await request.draw(k, context);
      await source.add(k / fps, 1 / fps);
      request.progress(k + 1);
    }
    signal.throwIfAborted();
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  if (target.buffer === null) throw new Error('the browser made no film');
  return new Blob([target.buffer], { type: form.mime });
}
