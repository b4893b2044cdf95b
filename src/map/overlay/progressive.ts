/**
 * Very many points, drawn part by part between the map's frames into a picture of the map's size, which lies over the map
 * as one quad: no frame is held up by all of them, and a repaint in which they have not moved costs a quad and not a
 * million points. Very many areas are drawn into one at once, for the repaints alone.
 */
import type { Viewport } from '@deck.gl/core';
import type { Device, Framebuffer, RenderPass } from '@luma.gl/core';
import { Model } from '@luma.gl/engine';
import { measureSince } from '../../state/timing.ts';

/** Points of the first part, before it is known how fast this device draws them. */
const FIRST_PART = 50_000;
/** Least part: each has costs of its own. */
const LEAST_PART = 20_000;
/** What a part may take, ms: whoever moves the map meanwhile waits for one at most. */
const PART_MS = 35;
/** How often the map shows what has been drawn so far, ms. */
const SHOW_MS = 400;

/** How many points the next part may hold, by how long the last one took. */
export function nextPart(part: number, ms: number): number {
  if (ms > PART_MS * 1.5) return Math.max(LEAST_PART, Math.round(part / 2));
  return ms < PART_MS * 0.75 ? part * 2 : part;
}

/** Calls `done` once the graphics have computed what was asked of them so far; the page goes on meanwhile. */
function onceComputed({ handle }: Device, done: () => void): void {
  const gl = handle instanceof WebGL2RenderingContext ? handle : null;
  const sync = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0) ?? null;
  if (gl === null || sync === null) {
    setTimeout(done, PART_MS);
    return;
  }
  gl.flush();
  const look = () => {
    // A lost context tells of nothing any more.
    if (!gl.isContextLost() && gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED) setTimeout(look, 4);
    else {
      gl.deleteSync(sync);
      done();
    }
  };
  look();
}

const VS = `\
#version 300 es
out vec2 at;
void main(void) {
  at = vec2(gl_VertexID == 1 ? 2.0 : 0.0, gl_VertexID == 2 ? 2.0 : 0.0);
  gl_Position = vec4(at * 2.0 - 1.0, 0.0, 1.0);
}
`;
const FS = `\
#version 300 es
precision highp float;
uniform sampler2D picture;
in vec2 at;
out vec4 fragColor;
void main(void) {
  fragColor = texture(picture, at);
}
`;

/** What a picture shows: of anything else a new one is begun. */
export interface Pictured {
  readonly viewport: Viewport;
  /** Whatever else the points are drawn from, compared one by one. */
  readonly from: readonly unknown[];
  /** Points in all. */
  readonly count: number;
  /** All in one frame: what is shown is never but a part. */
  readonly atOnce?: boolean;
}

const isSame = (a: Pictured, b: Pictured): boolean =>
  a.count === b.count && a.from.every((each, at) => each === b.from[at]) && a.viewport.equals(b.viewport);

/** Draws points from the first so many on. */
export type DrawPart = (pass: RenderPass, first: number, count: number) => void;

export class ProgressivePicture {
  readonly #device: Device;
  /** Has the map drawn anew, with what the picture holds then. */
  readonly #show: () => void;
  #framebuffer: Framebuffer | null = null;
  #quad: Model | null = null;
  #shown: Pictured | null = null;
  #drawn = 0;
  #part = FIRST_PART;
  #begun = 0;
  #lastShown = 0;
  /** Goes on behind the frame that shows what there is: in that frame's way no part stands. */
  #afterShown: (() => void) | null = null;

  constructor(device: Device, show: () => void) {
    this.#device = device;
    this.#show = show;
  }

  /** Lays the picture over what is there; of what it does not show yet a part at once, the others between the frames. */
  draw(pass: RenderPass, wanted: Pictured, drawPart: DrawPart): void {
    const framebuffer = this.#ofSize(this.#device.getDefaultCanvasContext().getDrawingBufferSize());
    this.#lastShown = performance.now();
    if (this.#shown === null || !isSame(this.#shown, wanted)) {
      this.#shown = wanted;
      this.#drawn = 0;
      this.#begun = this.#lastShown;
      this.#add(framebuffer, wanted, wanted.atOnce === true ? wanted.count : FIRST_PART, drawPart);
      if (wanted.atOnce !== true) this.#goOn(framebuffer, wanted, drawPart, null);
    }
    this.#over(framebuffer).draw(pass);
    const goOn = this.#afterShown;
    this.#afterShown = null;
    if (goOn !== null) onceComputed(this.#device, goOn);
  }

  #add(framebuffer: Framebuffer, { count }: Pictured, part: number, drawPart: DrawPart): void {
    const pass = this.#device.beginRenderPass({
      framebuffer,
      clearColor: this.#drawn === 0 ? [0, 0, 0, 0] : false,
      clearDepth: false,
      clearStencil: false,
    });
    const points = Math.min(part, count - this.#drawn);
    drawPart(pass, this.#drawn, points);
    pass.end();
    this.#drawn += points;
  }

  /** @param partBegun when the last part was asked for; null of the first, which shares its frame with the map */
  #goOn(framebuffer: Framebuffer, wanted: Pictured, drawPart: DrawPart, partBegun: number | null): void {
    // Another picture, or none, may be wanted by now.
    const isWanted = () => this.#shown === wanted && this.#framebuffer === framebuffer;
    const next = () => {
      if (!isWanted()) return;
      const begun = performance.now();
      this.#add(framebuffer, wanted, this.#part, drawPart);
      this.#goOn(framebuffer, wanted, drawPart, begun);
    };
    onceComputed(this.#device, () => {
      if (!isWanted()) return;
      if (this.#drawn === wanted.count) {
        measureSince('full drawing', this.#begun);
        this.#show();
        return;
      }
      const now = performance.now();
      if (partBegun !== null) this.#part = nextPart(this.#part, now - partBegun);
      if (now - this.#lastShown <= SHOW_MS) next();
      else {
        this.#afterShown = next;
        this.#show();
      }
    });
  }

  /** Gives up a picture that is not finished: the map moves, or shows other points. */
  stop(): void {
    if (this.#shown !== null && this.#drawn < this.#shown.count) this.#shown = null;
  }

  /** The next drawing begins a new picture; nothing of the graphics' memory is held until then. */
  destroy(): void {
    this.#quad?.destroy();
    this.#framebuffer?.destroy();
    this.#quad = null;
    this.#framebuffer = null;
    this.#shown = null;
  }

  #ofSize([width, height]: readonly [number, number]): Framebuffer {
    const known = this.#framebuffer;
    if (known !== null && known.width === width && known.height === height) return known;
    this.destroy();
    const made = this.#device.createFramebuffer({ width, height, colorAttachments: ['rgba8unorm'] });
    this.#framebuffer = made;
    return made;
  }

  #over({ colorAttachments: [picture] }: Framebuffer): Model {
    this.#quad ??= new Model(this.#device, {
      id: 'progressive-picture',
      vs: VS,
      fs: FS,
      topology: 'triangle-list',
      vertexCount: 3,
      bindings: picture === undefined ? {} : { picture },
      // What was drawn on nothing has its colours times its opacity.
      parameters: {
        depthWriteEnabled: false,
        depthCompare: 'always',
        blend: true,
        blendColorSrcFactor: 'one',
        blendColorDstFactor: 'one-minus-src-alpha',
        blendAlphaSrcFactor: 'one',
        blendAlphaDstFactor: 'one-minus-src-alpha',
      },
    });
    return this.#quad;
  }
}
