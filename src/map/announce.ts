/** When a map has first shown what it is for. */
import type { MapLibreMap } from 'maplibre-gl';

interface Announced {
  /** Once: the first frame with the sites in it. */
  onSitesDrawn(): void;
  /** Once: the first idle moment after it. */
  onReady(): void;
}

/** Calls back after the first frame that has the sites in it as they were given. @param isShown whether the frame that was just drawn does */
export function onceShown(map: MapLibreMap, isShown: () => boolean, call: () => void): () => void {
  let over = false;
  const look = (): void => {
    if (over || !isShown()) return;
    over = true;
    map.off('render', look);
    call();
  };
  map.on('render', look);
  return look;
}

/** @param isShown as of `onceShown` */
export function announce(map: MapLibreMap, isShown: () => boolean, { onSitesDrawn, onReady }: Announced): void {
  let drawn = false;
  const look = onceShown(map, isShown, () => {
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
