/**
 * The one place where printed units and scale words become base units. Exact decimal factors, so that
 * 1.2 亿元 is 120000000 and not 119999999.99.
 */
import type { BaseUnit } from './vocabulary.ts';

const MU_M2 = 2000 / 3; // 1 亩 = 1/15 ha

/** Printed unit → base unit and factor. */
export const PRINTED_UNITS: Record<string, { unit: BaseUnit; factor: number }> = {
  元: { unit: 'CNY', factor: 1 },
  万元: { unit: 'CNY', factor: 1e4 },
  亿元: { unit: 'CNY', factor: 1e8 },
  万亿元: { unit: 'CNY', factor: 1e12 },
  CNY: { unit: 'CNY', factor: 1 },
  'million CNY': { unit: 'CNY', factor: 1e6 },
  'billion CNY': { unit: 'CNY', factor: 1e9 },
  'trillion CNY': { unit: 'CNY', factor: 1e12 },
  'billion JPY': { unit: 'JPY', factor: 1e9 },
  m2: { unit: 'm²', factor: 1 },
  万平方米: { unit: 'm²', factor: 1e4 },
  km2: { unit: 'm²', factor: 1e6 },
  ha: { unit: 'm²', factor: 1e4 },
  亩: { unit: 'm²', factor: MU_M2 },
  万亩: { unit: 'm²', factor: MU_M2 * 1e4 },
  m: { unit: 'm', factor: 1 },
  km: { unit: 'm', factor: 1e3 },
  人: { unit: 'people', factor: 1 },
  万人: { unit: 'people', factor: 1e4 },
  people: { unit: 'people', factor: 1 },
  count: { unit: 'count', factor: 1 },
  't/a': { unit: 't/a', factor: 1 },
  '万吨/年': { unit: 't/a', factor: 1e4 },
  'kL/a': { unit: 'm³/a', factor: 1 },
  'm3/a': { unit: 'm³/a', factor: 1 },
  'units/a': { unit: 'units/a', factor: 1 },
  units: { unit: 'units', factor: 1 },
  GWh: { unit: 'Wh', factor: 1e9 },
  kg: { unit: 'kg', factor: 1 },
  'kg/d': { unit: 'kg/d', factor: 1 },
  'km/h': { unit: 'km/h', factor: 1 },
  a: { unit: 'a', factor: 1 },
  '%': { unit: '%', factor: 1 },
  rank: { unit: 'rank', factor: 1 },
};

/** Converts a printed value to its base unit, rounded to 12 significant digits. Throws on an unknown unit. */
export function toBase(value: number, printedUnit: string): { value: number; unit: BaseUnit } {
  const entry = Object.hasOwn(PRINTED_UNITS, printedUnit) ? PRINTED_UNITS[printedUnit] : undefined;
  if (entry === undefined)
    throw new Error(`unknown unit "${printedUnit}"; known: ${Object.keys(PRINTED_UNITS).join(', ')}`);
  return { value: Number((value * entry.factor).toPrecision(12)), unit: entry.unit };
}
