/** Moves of a tour: to a place that is fitted to the screen, as a flight or a cut, and done only when it is drawn. */
import type { CameraOptions, MapLibreMap } from 'maplibre-gl';
import type { LookTarget } from '../domain/tour.ts';
import { CITY_BBOX, MAX_ZOOM } from './camera.ts';
import type { Padding } from './scene.ts';

/** Air around what is fitted, px on a desk: names stand beside the symbols, and belong to what is looked at. */
const NAMES_AIR = { side: 130, above: 64 };
/** The city's outline keeps most names inside; those of its eastern edge stand a little out. */
const CITY_AIR = { side: 52, above: 14 };

/** What a stop looks at has so much air around it, px, and is at most so near. @param room the shorter side of the map, px */
export function airAround(
  target: Exclude<LookTarget, { kind: 'camera' }>,
  scale: number,
  room: number,
): { readonly air: Padding; readonly maxZoom: number } {
  const most = target.kind === 'city' ? CITY_AIR : NAMES_AIR;
  const [side, above] = [Math.min(most.side * scale, room * 0.24), Math.min(most.above * scale, room * 0.16)];
  const maxZoom = target.kind === 'city' ? MAX_ZOOM : target.maxZoom + Math.log2(Math.max(1, scale));
  return { air: { top: above, right: side, bottom: above, left: side }, maxZoom };
}

interface Flight {
  readonly goal: CameraOptions;
  done(arrived: boolean): void;
}

/** Sites, and what says where names stand. */
const NAMED = ['sites', 'area-names', 'keep-out'] as const;

/** Draws the sites of where the map stands, then says so; an unrelated basemap that is late holds nobody up. */
function sitesDrawn(map: MapLibreMap, still: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      // A style that is still loading has no sources, and to ask for one by name would be an error.
      const loaded = NAMED.every((id) => map.getSource(id) !== undefined && map.isSourceLoaded(id));
      if (still() && (map.isMoving() || !loaded)) {
        map.triggerRepaint();
        return;
      }
      map.off('render', look);
      resolve();
    };
    map.on('render', look);
    map.triggerRepaint();
  });
}

/** `map` gives the map there is now: a lost context makes another. `scale` is that of the scene. */
export function createFlights(map: () => MapLibreMap, scale: () => number) {
  let current: Flight | null = null;

  function goalOf(target: LookTarget): CameraOptions {
    const shown = map();
    if (target.kind === 'camera') {
      const { lng, lat, zoom, bearing, pitch, across } = target.camera;
      const now = shortSide(shown);
      // The same ground on a screen of another size.
      const fitted = across === null ? zoom : zoom + Math.log2(now / across);
      return { center: [lng, lat], zoom: fitted, bearing, pitch };
    }
    const [west, south, east, north] = target.kind === 'city' ? CITY_BBOX : target.box;
    const { air, maxZoom } = airAround(target, scale(), shortSide(shown));
    const camera = shown.cameraForBounds([west, south, east, north], { padding: air, maxZoom });
    return { ...(camera ?? {}), bearing: 0, pitch: 0 };
  }

  return {
    /** True on arrival, false where another move took its place. */
    async moveTo(target: LookTarget, durationMs: number): Promise<boolean> {
      const before = current;
      const shown = map();
      // The window may have changed in this very task: what is fitted must be fitted to what there is.
      shown.resize();
      const goal = goalOf(target);
      const arrived = await new Promise<boolean>((done) => {
        const flight: Flight = { goal, done };
        current = flight;
        before?.done(false);
        if (durationMs <= 0) {
          shown.jumpTo(goal);
          done(true);
          return;
        }
        const end = () => {
          if (current !== flight) shown.off('moveend', end);
          else if (!shown.isMoving()) {
            shown.off('moveend', end);
            done(true);
          }
        };
        shown.flyTo({ ...goal, duration: durationMs, curve: 1.3, essential: true });
        shown.on('moveend', end);
      });
      const mine = () => current?.goal === goal;
      if (!arrived) return false;
      await sitesDrawn(shown, mine);
      return mine();
    },
    finish(): void {
      if (current !== null && map().isMoving()) map().jumpTo(current.goal);
    },
  };
}

/** The shorter side of the uncovered part of the map, CSS pixels. */
export function shortSide(map: MapLibreMap): number {
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const { clientWidth, clientHeight } = map.getContainer();
  return Math.max(1, Math.min(clientWidth - left - right, clientHeight - top - bottom));
}
