/** Which sheets a print has, and what ground each shows. Pure. */
import type { Bbox, LngLat } from '../../domain/position.ts';
import { metresPerDegree } from '../../domain/position.ts';
import { boxOf } from '../../domain/thing-places.ts';
import { type Extent, fits, fittingScale } from '../paper/map/true-scale.ts';
import type { Shot } from './print-shots.ts';
import type { Subject } from './series.ts';

export interface PlannedSheet {
  readonly shot: Shot;
  /** What it is about; null of a single sheet and of the index. */
  readonly subject: Subject | null;
  /** Its number in the series; null of a single sheet, 0 of the index. */
  readonly n: number | null;
  /** What it is about reaches beyond it. */
  readonly isCut: boolean;
}

interface Wanted {
  /** Of the map on a sheet, mm. */
  readonly frame: Extent;
  readonly gridded: boolean;
  /** N of 1:N; null as the map shows it, in a series as large as each fits. */
  readonly denominator: number | null;
}

/** One sheet, where the map is. */
export function singleSheet({ frame, gridded, denominator }: Wanted, centre: LngLat | null): PlannedSheet {
  const look = denominator === null || centre === null ? null : { centre, denominator };
  return { shot: shotOf('one', { frame, gridded }, look, null), subject: null, n: null, isCut: false };
}

/** An index of all sheets, and the sheets. */
export function seriesSheets({ frame, gridded, denominator }: Wanted, subjects: readonly Subject[]): PlannedSheet[] {
  const sheets = subjects.map((subject, at): PlannedSheet => {
    const { id, box, sites } = subject;
    const look = { centre: middleOf(box), denominator: denominator ?? fittingScale(box, frame) };
    const focus = sites === null ? null : { sites, box };
    return {
      ...{ subject, n: at + 1, isCut: !fits(box, frame, look.denominator) },
      shot: shotOf(id, { frame, gridded }, look, focus),
    };
  });
  const all = boxOf(sheets.flatMap(({ shot }) => cornersOfBox(groundOfShot(shot))));
  if (all === null) return [];
  const look = { centre: middleOf(all), denominator: fittingScale(all, frame) };
  return [{ shot: shotOf('index', { frame, gridded }, look, null), subject: null, n: 0, isCut: false }, ...sheets];
}

/** West, south, east, north of the ground on a sheet that is drawn at a scale; null of one as the map shows it. */
export function groundOfShot({ frame, look }: Pick<Shot, 'frame' | 'look'>): Bbox | null {
  if (look === null) return null;
  const [lng, lat] = look.centre;
  const [perEast, perNorth] = metresPerDegree(lat);
  const [x, y] = [frame.width, frame.height].map((mm) => (mm * look.denominator) / 2000);
  const [dx, dy] = [(x ?? 0) / perEast, (y ?? 0) / perNorth];
  return [lng - dx, lat - dy, lng + dx, lat + dy];
}

const cornersOfBox = (box: Bbox | null): number[][] =>
  box === null
    ? []
    : [
        [box[0], box[1]],
        [box[2], box[3]],
      ];

const middleOf = ([west, south, east, north]: Bbox): LngLat => [(west + east) / 2, (south + north) / 2];

function shotOf(
  id: string,
  { frame, gridded }: Pick<Wanted, 'frame' | 'gridded'>,
  look: Shot['look'],
  focus: Shot['focus'],
): Shot {
  return { key: JSON.stringify([id, frame, gridded, look]), frame, look, focus, gridded };
}
