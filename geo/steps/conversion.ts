/**
 * Simplified → traditional for every string that the product itself writes. The target is the Hong Kong
 * standard: the readers of traditional script nearest to Foshan are in Hong Kong and Macao, and it changes
 * the script alone, where the Taiwan phrase table would replace words (信息 → 資訊) in official names.
 * What is quoted stays as it was printed: policy text, headings, quotes, source titles, printed figures.
 */
import { Converter } from 'opencc-js/cn2t';
import type { ConversionTable } from '../../src/domain/schema/config.ts';

const openCc = Converter({ from: 'cn', to: 'hk' });

/** Keys whose strings are the product's own words or names, wherever they stand in the generated data. */
const CONVERTED_KEYS = new Set(['zh', 'nameZh', 'aliases', 'name']);

export type Convert = (text: string) => string;

/** OpenCC, then the overrides in their order (`{ 裏水: '里水' }`). */
export function converter(overrides: Readonly<Record<string, string>>): Convert {
  const corrections = Object.entries(overrides);
  return (text) => corrections.reduce((result, [from, to]) => result.replaceAll(from, to), openCc(text));
}

/** Strings under the converted keys, at any depth. */
export function shippedStrings(value: unknown, inside = false): string[] {
  if (typeof value === 'string') return inside ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => shippedStrings(item, inside));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => shippedStrings(item, CONVERTED_KEYS.has(key)));
}

/** The strings that differ, sorted, so that the same data always gives the same table. */
export function conversionTable(strings: Iterable<string>, convert: Convert): ConversionTable {
  const distinct = [...new Set(strings)].sort();
  return Object.fromEntries(distinct.map((text) => [text, convert(text)]).filter(([from, to]) => from !== to));
}
