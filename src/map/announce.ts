/** When a map has first shown what it is for. */
import type { MapLibreMap } from 'maplibre-gl';

interface Announced {
  /** Once: the first frame with the sites in it. */
  onSitesDrawn(): void;
  /** Once: the first idle moment after it. */
  onReady(): void;
}

/** Calls back after the first frame that has the sites in it as they were given. @param isStyled whether their source is on the map */
export function onceShown(map: MapLibreMap, isStyled: () => boolean, call: () => void): () => void {
  let over = false;
  const look = (): void => {
    if (over || !isStyled() || !map.isSourceLoaded('sites')) return;
    over = true;
    map.off('render', look);
    call();
  };
  map.on('render', look);
  return look;
}

/** @param isStyled whether the sites' source is on the map */
export function announce(map: MapLibreMap, isStyled: () => boolean, { onSitesDrawn, onReady }: Announced): void {
  let drawn = false;
  const look = onceShown(map, isStyled, () => {
    drawn = true;
    onSitesDrawn();
  });
  const idle = (): void => {
    look();
    if (!drawn) return;
    map.off('idle', idle);
    onReady();
  };
  map.on('idle', idle);
}
