/** The zones of Gauss-Krüger in metres that a print may need; the code behind them comes with the first. */
import { useEffect, useState } from 'preact/hooks';
import { type Coordinates, type GridSystem, metreGrid, zoneOf } from '../paper/map/coordinate-grid.ts';

/** By the longitude of a sheet's middle; null where no grid in metres is drawn. */
export type MetreGrids = ((lng: number) => GridSystem) | 'none';

export const isMetres = (coordinates: Coordinates): boolean => coordinates === 'gk-lines' || coordinates === 'gk-ticks';

/** EPSG's code of CGCS2000 in a zone of 3° with its number before the easting: 4526 is zone 38. */
export const epsgOfZone = (zone: number): number => 4488 + zone;

/** Null until they are there. */
export function useMetreGrids(coordinates: Coordinates): MetreGrids | null {
  const [grids, setGrids] = useState<{ readonly of: (lng: number) => GridSystem } | null>(null);
  const wanted = isMetres(coordinates);
  useEffect(() => {
    if (!wanted || grids !== null) return;
    void import('../../data/import/place/convert.ts').then(({ converterOf }) =>
      setGrids({
        of(lng) {
          const epsg = epsgOfZone(zoneOf(lng));
          const converter = converterOf(`epsg:${epsg}`, null);
          if (converter === null) throw new Error(`no conversion to EPSG:${epsg}`);
          return metreGrid(([x, y]) => converter.inverse(x, y), converter.forward);
        },
      }),
    );
  }, [wanted]);
  return wanted ? (grids?.of ?? null) : 'none';
}
