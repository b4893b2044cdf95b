/** When a map has first shown what it is for. */
import type { MapLibreMap } from 'maplibre-gl';

interface Announced {
  /** Once: the first frame with the sites in it. */
  onSitesDrawn(): void;
  /** Once: the first idle moment after it. */
  onReady(): void;
}

/** @param isStyled whether the sites' source is on the map */
export function announce(map: MapLibreMap, isStyled: () => boolean, { onSitesDrawn, onReady }: Announced): void {
  let drawn = false;
  const sitesDrawn = (): void => {
    if (drawn || !isStyled() || !map.isSourceLoaded('sites')) return;
    drawn = true;
    map.off('render', sitesDrawn);
    onSitesDrawn();
  };
  map.on('render', sitesDrawn);
  const idle = (): void => {
    sitesDrawn();
    if (!drawn) return;
    map.off('idle', idle);
    onReady();
  };
  map.on('idle', idle);
}
