/** How large the names of areas are written: shared by their layers and by what finds room for them. */
const STOPS = { district: [8, 11, 12.5, 18], neighbour: [8, 11, 12.5, 15] } as const;
/** Between letters, em. */
export const AREA_NAME_SPACING = 0.18;

export type AreaNameKind = keyof typeof STOPS;

/** Pairs of zoom and size, px. */
export function areaNameStops(kind: AreaNameKind): readonly (readonly [zoom: number, px: number])[] {
  const [fromZoom, fromPx, toZoom, toPx] = STOPS[kind];
  return [
    [fromZoom, fromPx],
    [toZoom, toPx],
  ];
}

/** Size at a zoom, px, as the layers interpolate it. */
export function areaNamePx(kind: AreaNameKind, zoom: number): number {
  const [fromZoom, fromPx, toZoom, toPx] = STOPS[kind];
  const share = Math.min(1, Math.max(0, (zoom - fromZoom) / (toZoom - fromZoom)));
  return fromPx + (toPx - fromPx) * share;
}
