/** Click, tap, hover and keyboard lead to the same two calls: select and hover. */
import type { MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl';
import type { LngLat } from '../domain/position.ts';
import type { HexagonRef, RowRef } from '../state/imports/imported-set.ts';
import { uncoveredCentre } from './camera.ts';
import type { Drawn } from './collections.ts';
import { type MapTarget, REACH, siteAt, stackAt, targetAt } from './picking.ts';

export interface InteractionCallbacks {
  onSelect(target: MapTarget | null): void;
  onHover(id: string | null, at: { x: number; y: number }): void;
}

/** Rows of an overlay: sites stand above them, towns and districts beneath. */
export interface RowInteraction {
  rowAt(point: { x: number; y: number }, reach: number): RowRef | null;
  /** The hexagon drawn at a point: beneath every row and site. */
  hexagonAt(point: { x: number; y: number }): HexagonRef | null;
  /** The uppermost row on a place. */
  rowOn(place: LngLat): RowRef | null;
  onRow(row: RowRef): void;
  onRowHover(row: RowRef | HexagonRef | null, at: { x: number; y: number }): void;
  /** The pointer is busy with something else. */
  quiet(): boolean;
}

/** A row farther from the crosshair than this is not meant by it, px. */
const ROW_REACH = 40;

/** Wires the handlers; they go with the map. `drawn` gives what is on screen when Enter is pressed. */
export function interact(
  map: MapLibreMap,
  crosshair: HTMLElement,
  callbacks: InteractionCallbacks,
  drawn: () => Drawn | null,
  rows: RowInteraction,
): void {
  const canvas = map.getCanvas();
  let touched = false;
  /** The row under a point of the map: a written count stands for the rows of its point, else sites go before rows. */
  const rowAt = (point: Point, reach: number, site: () => string | null): RowRef | null => {
    if (rows.quiet()) return null;
    const stack = stackAt(map, point);
    if (stack !== null) return rows.rowOn(stack);
    return site() === null ? rows.rowAt(point, reach) : null;
  };
  canvas.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  });
  // A tap sends a mouse's press too: it moves nothing, and MapLibre would draw a whole frame for its release.
  const press = (event: Event): void => {
    if (touched) event.stopPropagation();
  };
  map.getCanvasContainer().addEventListener('mousedown', press, { capture: true });
  map.on('click', ({ point }) => {
    const reach = touched ? REACH.touch : REACH.mouse;
    const row = rowAt(point, reach, () => siteAt(map, point, reach));
    if (row === null) callbacks.onSelect(targetAt(map, point, reach));
    else rows.onRow(row);
  });

  let frame = 0;
  let latest: MapMouseEvent | null = null;
  let hovered: string | null = null;
  const report = (id: string | null, at: { x: number; y: number }): void => {
    if (id === null && hovered === null) return;
    hovered = id;
    callbacks.onHover(id, { x: at.x, y: at.y });
  };
  map.on('mousemove', (event) => {
    latest = event;
    // A tap sends mouse events too; it selects and must not leave a hover behind.
    if (frame !== 0 || touched) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (latest === null) return;
      const { point } = latest;
      const site = siteAt(map, point, REACH.mouse);
      const row = rowAt(point, 0, () => site);
      const id = row === null ? site : null;
      canvas.style.cursor = id === null && row === null ? '' : 'pointer';
      report(id, point);
      rows.onRowHover(row ?? (site === null && !rows.quiet() ? rows.hexagonAt(point) : null), point);
    });
  });
  const leave = (): void => {
    latest = null;
    report(null, { x: 0, y: 0 });
    rows.onRowHover(null, { x: 0, y: 0 });
  };
  map.on('mouseout', leave);
  // Whatever moves it: what was under the pointer is elsewhere.
  map.on('movestart', leave);
  map.on('remove', () => cancelAnimationFrame(frame));

  canvas.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const nearest = nearestToCentre(map, drawn());
    const [x, y] = centreOf(map);
    const row = rows.quiet() ? null : rows.rowAt({ x, y }, Math.min(ROW_REACH, nearest?.distance ?? ROW_REACH));
    if (row !== null) return rows.onRow(row);
    const isFar = (nearest?.distance ?? Infinity) > ROW_REACH;
    const hexagon = isFar && !rows.quiet() ? rows.hexagonAt({ x, y }) : null;
    if (hexagon !== null) rows.onRowHover(hexagon, { x, y });
    else if (nearest !== null) callbacks.onSelect({ entity: 'site', id: nearest.id });
  });
  const aim = (): void => {
    const [x, y] = centreOf(map);
    crosshair.style.left = `${x}px`;
    crosshair.style.top = `${y}px`;
  };
  map.on('move', aim);
  map.on('resize', aim);
  aim();
}

/** The middle of the part of the map that no panel covers, px. */
export function centreOf(map: MapLibreMap): [number, number] {
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return uncoveredCentre({ top, right, bottom, left }, { width, height });
}

function nearestToCentre(map: MapLibreMap, drawn: Drawn | null): { id: string; distance: number } | null {
  const [x, y] = centreOf(map);
  let best: { id: string; distance: number } | null = null;
  for (const { id, position } of drawn?.sites ?? []) {
    const [lng, lat] = drawn?.places.get(id)?.at ?? position;
    const point = map.project([lng, lat]);
    const distance = Math.hypot(point.x - x, point.y - y);
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best;
}
