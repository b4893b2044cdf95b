/** What whoever follows the state asks of the map, however it is drawn: by MapLibre, or plainly where there is no WebGL2. */
import type { Bbox, Wgs84 } from '../domain/position.ts';
import type { LookTarget } from '../domain/tour.ts';
import type { MapContent } from './map-view-options.ts';
import type { MapData, Scene } from './scene.ts';

export interface ShownMap {
  setScene(scene: Scene): void;
  addContext(more: MapData): void;
  fitTo(target: Bbox | readonly Wgs84[], options?: { maxZoom?: number }): void;
  resetView(): void;
  resetNorth(): void;
  zoomBy(steps: 1 | -1): void;
  reveal(position: readonly [number, number]): void;
  onceShown(call: () => void): void;
  readonly flights: { moveTo(target: LookTarget, durationMs: number): Promise<boolean>; finish(): void };
  /** All the ground that the map shows, under panels too. */
  readonly bounds: Bbox;
  /** Whether the ground ends on the way down to a street, so that the grid stands in for it. */
  readonly groundEnds: boolean;
  readonly content: MapContent;
  destroy(): void;
}

/** The map there is now in the place of each: a lost context may bring another. */
export function whicheverShows(now: () => ShownMap): Omit<ShownMap, 'destroy'> {
  return {
    setScene: (scene) => now().setScene(scene),
    addContext: (more) => now().addContext(more),
    fitTo: (target, options) => now().fitTo(target, options),
    resetView: () => now().resetView(),
    resetNorth: () => now().resetNorth(),
    zoomBy: (steps) => now().zoomBy(steps),
    reveal: (position) => now().reveal(position),
    onceShown: (call) => now().onceShown(call),
    get flights() {
      return now().flights;
    },
    get bounds() {
      return now().bounds;
    },
    get groundEnds() {
      return now().groundEnds;
    },
    get content() {
      return now().content;
    },
  };
}
