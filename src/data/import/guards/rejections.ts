/** Every rejected row with its number and reason, in columns: a million of them take some tens of megabytes. */
import { type PackedText, textAt } from '../../../domain/point-set.ts';
import { GrowingBytes, GrowingUint32 } from '../place/growing.ts';
import { PackedTextBuilder } from '../place/packed-text.ts';

/** Why a row was rejected; the detail is the offending value, where there is one. */
export const REJECTIONS = [
  'no-place',
  'not-a-number',
  'half-coordinate',
  'zero',
  'outside-guangdong',
  'sea',
  'outside-grid',
  'town-district-conflict',
  'no-site',
  'cell-too-long',
  'broken-quotes',
  'no-geometry',
  'too-deep',
  'unreadable',
  // Receipts are kept with the number of the reason: new ones go behind.
  'crossed',
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

export interface Rejections {
  readonly count: number;
  /** In the order of REJECTIONS. */
  readonly byReason: readonly { readonly code: RejectionCode; readonly count: number }[];
  /** Number of the row in the file, from 1, the header counted as a spreadsheet counts it. */
  readonly rows: Uint32Array;
  /** Index into REJECTIONS. */
  readonly codes: Uint8Array;
  readonly details: PackedText;
}

/** A rejected row, `index` from 0 to `count`. */
export function rejectionAt(
  rejected: Rejections,
  index: number,
): { readonly row: number; readonly code: RejectionCode; readonly detail: string } {
  return {
    row: rejected.rows[index] ?? 0,
    code: REJECTIONS[rejected.codes[index] ?? 0] ?? 'unreadable',
    detail: textAt(rejected.details, index),
  };
}

const MAX_DETAIL = 80;

/** Collects rejections while a file is read. */
export class RejectionLog {
  private readonly rows = new GrowingUint32();
  private readonly codes = new GrowingBytes();
  private readonly details = new PackedTextBuilder();

  add(row: number, code: RejectionCode, detail = ''): void {
    this.rows.push(row);
    this.codes.push(REJECTIONS.indexOf(code));
    this.details.push(detail.length > MAX_DETAIL ? `${detail.slice(0, MAX_DETAIL - 1)}…` : detail);
  }

  get count(): number {
    return this.rows.length;
  }

  finish(): Rejections {
    const codes = this.codes.finish();
    const counts = REJECTIONS.map(() => 0);
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    return {
      count: codes.length,
      byReason: REJECTIONS.map((code, at) => ({ code, count: counts[at] ?? 0 })).filter(({ count }) => count > 0),
      rows: this.rows.finish(),
      codes,
      details: this.details.finish('detail'),
    };
  }
}
