/** How many rows are known how well. */
import { PRECISIONS, type Precision } from '../domain/vocabulary.ts';

/** @param codes of each row, index into PRECISIONS */
export function countPrecisions(codes: Uint8Array): Record<Precision, number> {
  const counts = { exact: 0, street: 0, town: 0, district: 0, city: 0, unknown: 0 };
  for (const code of codes) counts[PRECISIONS[code] ?? 'unknown']++;
  return counts;
}
