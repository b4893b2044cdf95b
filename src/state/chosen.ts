/** What the investor sets aside: the shortlist, and what is compared side by side. */
import type { Signal } from '@preact/signals';
import { MOST_COMPARED, MOST_SHORTLISTED } from './mode-address.ts';

type Chosen = Signal<readonly string[]>;

function toggled(chosen: Chosen, id: string, most: number): boolean {
  const ids = chosen.peek();
  if (ids.includes(id)) chosen.value = ids.filter((one) => one !== id);
  else if (ids.length >= most) return false;
  else chosen.value = [...ids, id];
  return true;
}

/** Puts a candidate on the shortlist or takes it off; false where the list is full. */
export function toggleShortlist({ shortlist }: { readonly shortlist: Chosen }, id: string): boolean {
  return toggled(shortlist, id, MOST_SHORTLISTED);
}
/** The same for the comparison, which holds four. */
export function toggleCompare({ compare }: { readonly compare: Chosen }, id: string): boolean {
  return toggled(compare, id, MOST_COMPARED);
}
