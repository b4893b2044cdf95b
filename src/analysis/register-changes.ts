/** What of the register is new since it was read once. */
import { wgs84 } from '../domain/position.ts';
import type { RecordState, RegisterState } from '../domain/schema/register-state.ts';
import type { Site } from '../domain/site.ts';
import { distanceM } from './geodesic.ts';

export const STATED_FIELDS = [
  'nameZh',
  'nameEn',
  'kind',
  'industryCluster',
  'status',
  'statusDate',
  'precision',
  'radiusM',
] as const;
export type StatedField = (typeof STATED_FIELDS)[number];

export interface FieldChange {
  readonly field: StatedField;
  readonly before: string | number | null;
  readonly now: string | number | null;
}

export interface RecordChange {
  readonly before: RecordState;
  readonly now: RecordState;
  readonly fields: readonly FieldChange[];
  /** How far its point has moved, metres; null where it has not, or had or has none. */
  readonly movedM: number | null;
  /** It had a place, or has one now, and not both. */
  readonly placed: 'now' | 'no more' | null;
}

export interface RegisterChanges {
  readonly added: readonly RecordState[];
  /** `leadsTo` is the record that took its place; null where none did. */
  readonly gone: readonly { readonly record: RecordState; readonly leadsTo: string | null }[];
  readonly changed: readonly RecordChange[];
  readonly unchanged: number;
}

export function recordState({
  id,
  nameZh,
  nameEn,
  kind,
  industryCluster,
  status,
  statusDate,
  precision,
  radiusM,
  position,
}: Site): RecordState {
  const at: [number, number] | null = position === null ? null : [position[0], position[1]];
  return { id, nameZh, nameEn, kind, industryCluster, status, statusDate, precision, radiusM, position: at };
}

/** Less is the rounding of a file. */
const SAME_PLACE_M = 1;

export function registerChanges(before: RegisterState, sites: readonly Site[]): RegisterChanges {
  const now = sites.map(recordState);
  const then = new Map(before.records.map((record) => [record.id, record]));
  const heirs = new Map(sites.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id] as const)));
  const ids = new Set(now.map(({ id }) => id));
  const both = now.flatMap((record) => {
    const old = then.get(record.id);
    return old === undefined ? [] : [changeOf(old, record)];
  });
  const changed = both.filter(({ fields, movedM, placed }) => fields.length > 0 || movedM !== null || placed !== null);
  return {
    added: now.filter(({ id }) => !then.has(id)),
    gone: before.records
      .filter(({ id }) => !ids.has(id))
      .map((record) => ({ record, leadsTo: heirs.get(record.id) ?? null })),
    changed,
    unchanged: both.length - changed.length,
  };
}

function changeOf(before: RecordState, now: RecordState): RecordChange {
  const fields = STATED_FIELDS.flatMap((field): FieldChange[] => {
    const [old, next] = [before[field], now[field] ?? null];
    return old === undefined || old === next ? [] : [{ field, before: old, now: next }];
  });
  const [from, to] = [before.position, now.position];
  const metres = from == null || to == null ? 0 : distanceM(wgs84(from[0], from[1]), wgs84(to[0], to[1]));
  return {
    before,
    now,
    fields,
    movedM: metres > SAME_PLACE_M ? metres : null,
    placed: from === null && to != null ? 'now' : from != null && to === null ? 'no more' : null,
  };
}
