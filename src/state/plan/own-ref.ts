/** How the address names a row of a set of the user's own: `set.row.mark`. */
import type { OwnAsk } from '../address/plan-address.ts';

export interface OwnRef {
  readonly setId: string;
  /** From 0, as the set stood when it was asked; the mark tells the row after others were taken out. */
  readonly row: number;
  /** What `shapeMark` says of the row's shape. */
  readonly mark: string;
}

export function ownRef({ ref }: OwnAsk): OwnRef {
  const [setId = '', row, mark = ''] = ref.split('.');
  return { setId, row: Number(row), mark };
}

export const formatRef = ({ setId, row, mark }: OwnRef): string => `${setId}.${row}.${mark}`;
