/** What a row states on an axis of a cross table: one key, so that every record stands in exactly one cell. */
import { type AnyAxis, axisColumn, isCommonAxis } from '../domain/axis.ts';
import { BLANK_VALUE } from '../domain/column-filter.ts';
import { isBlankCell } from '../domain/column-values.ts';
import { clusterAt, kindAt, precisionAt, statusAt, valueAt } from '../domain/point-set.ts';
import { type RowDistricts, whereabouts } from '../domain/row-districts.ts';
import { type Axis, NOT_STATED_KEY, SEVERAL } from '../domain/vocabulary.ts';
import { columnNamed } from './column-classes.ts';
import { type CountedSet, districtOfTown } from './counted-set.ts';

/** A function of the row: what can be looked up once for all rows is. BLANK_VALUE where the cell of a column is blank. */
export function keysOn(counted: CountedSet, axis: AnyAxis): (row: number) => string {
  return isCommonAxis(axis) ? (row) => commonKey(counted, axis, row) : columnKeys(counted, axis);
}

function commonKey({ set, districtsOf, townsOf }: CountedSet, axis: Axis, row: number): string {
  switch (axis) {
    case 'cluster':
      return clusterAt(set, row) ?? NOT_STATED_KEY;
    case 'kind':
      return kindAt(set, row) ?? NOT_STATED_KEY;
    case 'status':
      return statusAt(set, row);
    case 'precision':
      return precisionAt(set, row);
    case 'district':
      return whereabouts(districtsOf(row));
    case 'town':
      return townKey(townsOf(row), districtsOf(row));
  }
}

function columnKeys({ set }: CountedSet, axis: AnyAxis): (row: number) => string {
  const column = columnNamed(set, axisColumn(axis) ?? '');
  // A set whose data were replaced may have lost it.
  if (column === undefined) return () => BLANK_VALUE;
  const keyOf = (text: string) => (isBlankCell(text) ? BLANK_VALUE : text);
  if (column.kind !== 'coded') return (row) => keyOf(String(valueAt(column, row) ?? ''));
  const keys = column.values.map(keyOf);
  return (row) => keys[column.codes[row] ?? 0] ?? BLANK_VALUE;
}

/** One town alone counts only where its district does: a record is never surer of its town than of its district. */
function townKey(stated: readonly number[], { counted }: RowDistricts): string {
  const [only, ...others] = stated;
  if (only === undefined) return NOT_STATED_KEY;
  const district = districtOfTown(only);
  return others.length > 0 || (district !== null && counted !== district) ? SEVERAL : String(only);
}
