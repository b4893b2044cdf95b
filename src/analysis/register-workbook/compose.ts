/** From the cells of a row to the new value of what is corrected as one. Pure. */
import { type Attribute, isAttribute } from '../../domain/schema/attribute.ts';
import type { Datum } from '../../domain/vocabulary.ts';
import { DATUMS } from '../../domain/vocabulary.ts';
import { isBlank, type Value } from './cells.ts';
import type { FactKey } from './fact-columns.ts';
import type { RecordField, RecordKey } from './record-columns.ts';

/** Why cells give no value. */
export type ComposeFault = 'required' | 'bothLanguages' | 'pair' | 'datum' | 'value';

export type Composed =
  | { readonly newValue: unknown }
  | { readonly fault: ComposeFault; readonly column: string; readonly detail?: string };

/** `[lng, lat]` of a datum as WGS-84, degrees, to 6 decimals. */
export type ToWgs84 = (lng: number, lat: number, datum: Datum) => readonly [number, number];

export interface RowValues<Key extends string> {
  /** The cell's value where it was edited, the register's where it was not. */
  get(key: Key): Value;
  isTouched(key: Key): boolean;
}

const REQUIRED: readonly Attribute[] = ['nameZh', 'nameEn', 'industryCluster', 'kind', 'extent'];

function bilingual(field: string, zh: Value, en: Value): Composed {
  if (isBlank(zh) && isBlank(en)) return { newValue: { attribute: null } };
  if (isBlank(zh)) return { fault: 'bothLanguages', column: `${field}Zh` };
  if (isBlank(en)) return { fault: 'bothLanguages', column: `${field}En` };
  return { newValue: { attribute: { zh, en } } };
}

function location(row: RowValues<RecordKey>, onRecord: readonly [number, number] | null, toWgs84: ToWgs84): Composed {
  const [lng, lat] = [row.get('lng'), row.get('lat')];
  const moved = row.isTouched('lng') || row.isTouched('lat') || row.isTouched('datum');
  const stated = row.get('precision') ?? 'unknown';
  if (lng === null && lat === null) {
    const taken = onRecord !== null && moved;
    const precision = taken && !row.isTouched('precision') ? 'unknown' : stated;
    const radiusM = taken && !row.isTouched('radiusM') ? null : row.get('radiusM');
    return { newValue: { position: null, precision, radiusM } };
  }
  if (typeof lng !== 'number' || typeof lat !== 'number')
    return { fault: 'pair', column: lng === null ? 'lng' : 'lat' };
  const rest = { precision: stated, radiusM: row.get('radiusM') };
  if (!moved) return { newValue: { position: onRecord, ...rest } };
  const datum = DATUMS.find((known) => known === row.get('datum'));
  if (datum === undefined) return { fault: 'datum', column: 'datum' };
  if (Math.abs(lng) > 180) return { fault: 'value', column: 'lng', detail: String(lng) };
  if (Math.abs(lat) > 90) return { fault: 'value', column: 'lat', detail: String(lat) };
  return { newValue: { position: toWgs84(lng, lat, datum), ...rest } };
}

function status(row: RowValues<RecordKey>): Composed {
  const value = row.get('status');
  if (value === null) return { newValue: { value: 'unknown', date: null } };
  return { newValue: { value, date: row.get('statusDate') } };
}

/** The new value of a field of a record. `onRecord`: where it is now, WGS-84. */
export function composeRecord(
  field: RecordField,
  row: RowValues<RecordKey>,
  onRecord: readonly [number, number] | null,
  toWgs84: ToWgs84,
): Composed {
  if (field === 'location') return location(row, onRecord, toWgs84);
  if (field === 'status') return status(row);
  if (field === 'address' || field === 'operator' || field === 'focus')
    return bilingual(field, row.get(`${field}Zh`), row.get(`${field}En`));
  const value = row.get(field);
  if (isBlank(value) && isAttribute(field) && REQUIRED.includes(field)) return { fault: 'required', column: field };
  return { newValue: { attribute: value } };
}

/** The new value of a fact, in the unit of its cell. */
export function composeFact(row: RowValues<FactKey>, isText: boolean): Composed {
  const asPrinted = row.get('asPrinted');
  if (isBlank(asPrinted)) return { fault: 'required', column: 'asPrinted' };
  const rest = { qualifier: row.get('qualifier') ?? 'exact', asPrinted, asOf: row.get('asOf') };
  if (isText) {
    const [zh, en] = [row.get('textZh'), row.get('textEn')];
    if (isBlank(zh) || isBlank(en)) return { fault: 'bothLanguages', column: isBlank(zh) ? 'textZh' : 'textEn' };
    return { newValue: { ...rest, value: { zh, en }, unit: null } };
  }
  const [from, to, unit] = [row.get('value'), row.get('valueTo'), row.get('unit')];
  if (from === null) return { fault: 'required', column: 'value' };
  if (unit === null) return { fault: 'required', column: 'unit' };
  return { newValue: { ...rest, value: to === null ? from : { min: from, max: to }, unit } };
}
