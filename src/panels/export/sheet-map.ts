/** A picture of the map as it lies on paper. */
import { type Coordinates, DEGREES, gridMarks, type PaperGround } from '../paper/map/coordinate-grid.ts';
import type { GridShown } from '../paper/map/grid-layer.tsx';
import type { SheetMap } from '../paper/map/map-sheet.tsx';
import { isMetres, type MetreGrids } from './metre-grids.ts';
import type { Taken } from './print-shots.ts';

/** Millimetres of the frame for positions on the ground. */
export function paperGround({ picture, paper, shot: { frame } }: Taken): PaperGround {
  const [across, down] = [paper.width / picture.width, paper.height / picture.height];
  return {
    ...frame,
    mmOf(position) {
      const [x, y] = picture.pixelOf(position);
      return [x * across, y * down];
    },
    positionAt: (x, y) => picture.positionAt(x / across, y / down),
  };
}

export function sheetMap(taken: Taken): SheetMap {
  const { positionAt, width, height } = paperGround(taken);
  return {
    url: taken.url,
    paper: taken.paper,
    bearing: taken.picture.bearing,
    corners: [positionAt(0, 0), positionAt(width, 0), positionAt(width, height), positionAt(0, height)],
  };
}

/** The middle of a sheet. */
export function middleOfSheet(taken: Taken): readonly [number, number] {
  const { positionAt, width, height } = paperGround(taken);
  return positionAt(width / 2, height / 2);
}

export function gridOn(taken: Taken, coordinates: Coordinates, grids: MetreGrids): GridShown | null {
  if (coordinates === 'none') return null;
  const [lng] = middleOfSheet(taken);
  const system = isMetres(coordinates) && grids !== 'none' ? grids(lng) : DEGREES;
  const lines = coordinates === 'degrees-lines' || coordinates === 'gk-lines';
  return { marks: gridMarks(paperGround(taken), system), lines };
}
