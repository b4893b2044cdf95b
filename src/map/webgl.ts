/** Whether the browser can draw the map at all. */

/** The map needs WebGL2 and there is none; list and panels go on without it. */
export class NoWebGLError extends Error {
  constructor() {
    super('WebGL2 is not available');
    this.name = 'NoWebGLError';
  }
}

export function hasWebGL2(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  // Browsers allow few contexts at a time; this one is not needed any longer.
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}
