/**
 * Rows whose cells the user has edited, placed anew: by the same columns, datum and notice of errors as when their file
 * was read, so that a row that is put right in the table stands where it would had the file been right.
 */
import type { PointSet } from '../../../domain/point-set.ts';
import type { OutsideAt, PlacedRow } from '../../../domain/set-changes.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../../domain/vocabulary.ts';
import type { RejectionCode } from '../guards/rejections.ts';
import type { Cell, Choices, ImportContext, Placing, Receipt, Role } from '../types.ts';
import { isOffset, withDatum } from './assumed-datum.ts';
import { type Converter, converterOf } from './convert.ts';
import { coordinatesOf } from './coordinates.ts';
import { gazetteerOf } from './gazetteer.ts';
import { located, placedByCoordinates } from './locate.ts';
import { attributesOf, placerOf } from './placer.ts';
import { PlacingTally } from './placing-tally.ts';
import { SetBuilder } from './set-builder.ts';
import { checkDistricts } from './stated-districts.ts';

/** One row that was edited. */
export interface EditedRow {
  /** The row alone as it was read, a set of one without columns. */
  readonly alone: PointSet;
  /** Its cells as they were read and as they are now, by the place of their columns. */
  readonly read: readonly Cell[];
  readonly now: readonly Cell[];
}

export interface PlaceRequest {
  readonly placing: Placing;
  readonly receipt: Pick<Receipt, 'datumIn' | 'datumOpen' | 'datumSaid' | 'swapped' | 'placedBy'>;
  readonly rows: readonly EditedRow[];
}

/** Why a row cannot stand where its cells say; the detail is what they say. */
export interface NotPlaced {
  readonly code: RejectionCode | 'no-district' | 'no-town';
  readonly detail: string;
}

/** Each row in its new place, or why it has none. */
export function placeAgain(request: PlaceRequest, context: ImportContext): (PlacedRow | NotPlaced)[] {
  const { placing, receipt } = request;
  const choices: Choices = {
    ...{ id: '', name: '', reading: {}, swapped: receipt.swapped, datum: receipt.datumIn, said: receipt.datumSaid },
    ...{ roles: placing.roles, accuracyM: placing.accuracyM, clusters: placing.clusters, joins: placing.joins },
    open: receipt.datumOpen,
  };
  const { crs } = placing;
  const converter = converterOf(receipt.datumIn, crs && { ...crs, datum: null, refusal: null });
  return request.rows.map((row) => {
    const unread = unreadable(row, choices, context);
    if (unread !== null) return unread;
    const [before, now] = [row.read, row.now].map((cells) =>
      coordinatesOf({ row: 0, cells, shape: null, fault: null }, placing.roles),
    );
    const stands = placedByCoordinates(row.alone, receipt)[0] === 1;
    // What its cells say of its coordinates is what it was placed by, or it was by a shape that no cell holds.
    const isSame = stands && JSON.stringify(before) === JSON.stringify(now);
    const set = isSame
      ? restated(row, choices, context)
      : moved(row, choices, context, { converter, finestM: placing.finestM });
    if ('code' in set) return set;
    const found = located(set.row, Uint8Array.of(set.byCoordinates ? 1 : 0), context);
    return { row: found, outside: outsideOf(found, context) };
  });
}

const textOf = (cell: Cell | undefined): string => String(cell ?? '').trim();

/** A cell that was changed, and names no district, town or site that there is. */
function unreadable({ read, now }: EditedRow, { roles, joins }: Choices, context: ImportContext): NotPlaced | null {
  const { district, town, sites } = gazetteerOf(context);
  const joined = new Set(joins?.map(([text]) => text));
  const isUnread = (role: Role, find: (cell: Cell) => unknown): string | null => {
    const at = roles[role] ?? -1;
    const text = textOf(now[at]);
    return text === '' || text === textOf(read[at]) || find(text) !== null ? null : text;
  };
  const checks: readonly [NotPlaced['code'], string | null][] = [
    ['no-district', isUnread('district', district)],
    ['no-town', isUnread('town', town)],
    ['no-site', isUnread('site', (cell) => sites.exact(cell) ?? (joined.has(textOf(cell)) ? cell : null))],
  ];
  const [first] = checks.flatMap(([code, detail]) => (detail === null ? [] : [{ code, detail }]));
  return first ?? null;
}

interface Moved {
  readonly row: PointSet;
  readonly byCoordinates: boolean;
}

const codeOf = <T>(all: readonly T[], one: T | null): number => (one === null ? 255 : all.indexOf(one));

/** The row where it stood, with what it states now. */
function restated({ alone, now }: EditedRow, choices: Choices, context: ImportContext): Moved {
  const { cluster, district, town } = attributesOf(choices, context)({ cells: now }).attributes;
  const row: PointSet = {
    ...alone,
    cluster: Uint8Array.of(codeOf(CLUSTER_OR_CROSS_IDS, cluster)),
    district: Uint8Array.of(codeOf(DISTRICT_IDS, district)),
    town: Uint32Array.of(town),
  };
  return { row, byCoordinates: true };
}

/** The row where its cells say that it is. */
function moved(
  { alone, now }: EditedRow,
  choices: Choices,
  context: ImportContext,
  { converter, finestM }: { readonly converter: Converter | null; readonly finestM: number },
): Moved | NotPlaced {
  if (converter === null) return { code: 'outside-grid', detail: choices.datum };
  const source = { row: 0, cells: now, shape: null, fault: null };
  const placed = placerOf(choices, context, converter, new PlacingTally())(source);
  // Half a coordinate is no place yet: as long as the other half is to come, the row goes by what else it states.
  const { x: _x, y: _y, ...others } = choices.roles;
  const went =
    'code' in placed && placed.code === 'half-coordinate'
      ? placerOf({ ...choices, roles: others }, context, converter, new PlacingTally())(source)
      : placed;
  if ('code' in went)
    return 'code' in placed ? { code: placed.code, detail: placed.detail } : { code: went.code, detail: went.detail };
  const builder = new SetBuilder(finestM);
  builder.add(went, []);
  const byCoordinates = builder.placedByCoordinates();
  const set = builder.finish(alone.id, alone.name, [], null);
  const { datum, open = [], said } = choices;
  const row = isOffset(datum) ? withDatum(set, datum, open.filter(isOffset), byCoordinates, said) : set;
  return { row, byCoordinates: went.by === 'coordinates' };
}

function outsideOf(set: PointSet, { districts }: ImportContext): OutsideAt | null {
  const { outside } = checkDistricts(set, districts);
  const [liesIn, metres] = [outside?.liesIn[0], outside?.metres[0]];
  return liesIn === undefined || metres === undefined ? null : { liesIn, metres };
}
