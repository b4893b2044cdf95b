/** What an edited row proposes. Pure. */
import { targetOf } from '../../domain/corrections.ts';
import { wgs84 } from '../../domain/position.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import { distanceM } from '../geodesic.ts';
import type { Proposal, Refusal } from './comparison.ts';
import { conflictOf, type Edited } from './judge.ts';
import type { Table, TableRow } from './sheet-table.ts';

/** What came of a row, or of a sheet. */
export interface Found {
  readonly proposals: readonly Proposal[];
  readonly refused: readonly Refusal[];
}

/** How far a point moves; null where there is none before or after. */
function movedM(correction: Correction): number | null {
  if (correction.field !== 'location') return null;
  const [from, to] = [correction.oldValue.position, correction.newValue.position];
  return from === null || to === null ? null : distanceM(wgs84(from[0], from[1]), wgs84(to[0], to[1]));
}

/** The proposal that an edited row makes of a site. */
export function proposalOf<Key extends string>(
  { sheet }: Table<Key>,
  { row }: TableRow<Key>,
  site: Site,
  correction: Correction,
  { source, emptied, movedOn }: Pick<Edited<Key>, 'source' | 'emptied' | 'movedOn'>,
): Proposal {
  return {
    ...{ id: targetOf(correction), sheet, row, correction, sourced: source !== null, emptied },
    conflict: conflictOf(site, correction.field, movedOn),
    movedM: movedM(correction),
  };
}
