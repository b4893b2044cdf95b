/** What the investor sets aside: the shortlist, and what is compared side by side. */
import type { Signal } from '@preact/signals';
import { MOST_COMPARED, MOST_SHORTLISTED } from '../address/mode-address.ts';
import type { Shortlist } from './shortlist.ts';

type Chosen = Signal<readonly string[]>;

function toggled(chosen: Chosen, id: string, most: number): boolean {
  const ids = chosen.peek();
  if (ids.includes(id)) chosen.value = ids.filter((one) => one !== id);
  else if (ids.length >= most) return false;
  else chosen.value = [...ids, id];
  return true;
}

interface Listed {
  readonly shortlist: Chosen;
  /** The user's own list, once the device has been asked for it. */
  readonly list: Signal<Shortlist | null>;
}

/** Whether it is on the user's own list, which is what the buttons change, also while a link's list is looked at. */
export function isShortlisted({ shortlist, list }: Listed, id: string): boolean {
  return (list.value?.own ?? shortlist).value.includes(id);
}
/** Puts a candidate on the shortlist or takes it off; false where the list is full. */
export function toggleShortlist({ shortlist, list }: Listed, id: string): boolean {
  const own = list.peek();
  if (own === null) return toggled(shortlist, id, MOST_SHORTLISTED);
  if (!own.own.peek().includes(id)) return own.add(id);
  own.remove(id);
  return true;
}
/** The same for the comparison, which holds four. */
export function toggleCompare({ compare }: { readonly compare: Chosen }, id: string): boolean {
  return toggled(compare, id, MOST_COMPARED);
}
