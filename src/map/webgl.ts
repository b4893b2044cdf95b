/** Whether the browser can draw the map at all. */
import { GPUInitializationError } from 'maplibre-gl';

/** The map needs WebGL2 and there is none; list and panels go on without it. */
export class NoWebGLError extends Error {
  constructor() {
    super('WebGL2 is not available');
    this.name = 'NoWebGLError';
  }
}

/**
 * Makes a map. Asking beforehand would cost a context of its own, a second where the processor draws.
 *
 * @throws {NoWebGLError} where the browser gives it no context
 */
export function withWebGL<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof GPUInitializationError ? new NoWebGLError() : error;
  }
}
