/** What is counted while rows are placed. */
import { type Note, note } from '../guards/notes.ts';
import { RejectionLog } from '../guards/rejections.ts';

/** Warnings that say of how many rows they are true, in the order in which they are told. */
const COUNTED = [
  'swapped-rows',
  'shapes-to-points',
  'mixed-shapes',
  'crossed-repaired',
  'crossed-kept',
  'district-unread',
  'town-unplaced',
  'half-to-town',
  'site-unplaced',
  'unjoined',
] as const;
type Counted = (typeof COUNTED)[number];

export class PlacingTally {
  /** Rows placed, by what placed them. */
  readonly by = { coordinates: 0, site: 0, town: 0, district: 0 };
  /** Rows that name no site and went by what else they state. */
  readonly unjoined = new RejectionLog();
  /** What the conversion loses there and back, of the rows that were tried. */
  readonly residual = { maxM: 0, checked: 0 };
  private readonly counts = new Map<Counted, number>();

  of(code: Counted): number {
    return this.counts.get(code) ?? 0;
  }

  add(code: Counted): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
  }

  /** A row turned out to have been placed by something else. */
  recount(from: keyof PlacingTally['by'], to: keyof PlacingTally['by']): void {
    this.by[from]--;
    this.by[to]++;
  }

  warnings(): Note[] {
    return COUNTED.flatMap((code) => {
      const count = this.counts.get(code) ?? 0;
      return count > 0 ? [note(code, { count })] : [];
    });
  }
}
