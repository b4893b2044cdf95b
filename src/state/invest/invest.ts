/** The investor's question, the shortlist and the comparison. What they mean is read by code that comes with the mode. */
import { computed } from '@preact/signals';
import { type Address, MOST_COMPARED, MOST_SHORTLISTED } from '../address/keys.ts';
import { type Held, held } from '../held.ts';
import type { Finder } from './finder.ts';
import type { Heat } from './heat.ts';
import type { HeatShown } from './heat-classes.ts';
import type { Shortlist } from './shortlist.ts';

interface InvestSession {
  /** Null until its data is there: `need.finder()` asks for it. */
  readonly finder: Finder | null;
  /** Comes with it. */
  readonly heat: Heat | null;
  /** The user's own shortlist and what a link brings; null until it is first needed. */
  readonly list: Shortlist | null;
}

/** Takes an id off the list or puts it on; null where the list is full. */
function toggled(ids: readonly string[], id: string, most: number): readonly string[] | null {
  if (ids.includes(id)) return ids.filter((one) => one !== id);
  return ids.length >= most ? null : [...ids, id];
}

export function createInvest(address: Held<Address>) {
  const session = held<InvestSession>({ finder: null, heat: null, list: null });
  const finder = session.part('finder');
  const heat = session.part('heat');
  const list = session.part('list');
  const shortlist = address.part('shortlist');
  const compare = address.part('compare');
  return {
    need: address.part('need'),
    weights: address.part('weights'),
    limits: address.part('limits'),
    shortlist,
    compare,
    finder,
    ranking: computed(() => finder.value?.ranking.value ?? null),
    reach: computed(() => finder.value?.reach.value ?? null),
    /** Ids of the sites that stand out on the map; null dims nothing. */
    marked: computed<ReadonlySet<string> | null>(() => finder.value?.marked.value ?? null),
    list,
    heatOn: address.part('heat'),
    heat,
    /** What the map shows of it; null is nothing. */
    heatShown: computed<HeatShown | null>(() => heat.value?.shown.value ?? null),
    setHeat(on: boolean) {
      address.change({ heat: on });
    },

    /** Changes the question: words, weights or limits as the address writes them. */
    ask(change: Partial<Pick<Address, 'need' | 'weights' | 'limits'>>) {
      address.change(change);
    },
    /** What the address carries as the shortlist, whosever it is. */
    showShortlist(ids: readonly string[], noted: string | null = null) {
      address.change({ shortlist: ids, noted });
    },
    /** Notes of a link, packed. */
    noted: address.part('noted'),
    /** Whether it is on the user's own list, which is what the buttons change, also while a link's list is looked at. */
    isShortlisted: (id: string): boolean => (list.value?.own ?? shortlist).value.includes(id),
    /** Puts a candidate on the shortlist or takes it off; false where the list is full. */
    toggleShortlisted(id: string): boolean {
      const own = list.peek();
      if (own === null) {
        const next = toggled(shortlist.peek(), id, MOST_SHORTLISTED);
        if (next !== null) address.change({ shortlist: next });
        return next !== null;
      }
      if (!own.own.peek().includes(id)) return own.add(id);
      own.remove(id);
      return true;
    },
    /** The same for the comparison, which holds four. */
    toggleCompared(id: string): boolean {
      const next = toggled(compare.peek(), id, MOST_COMPARED);
      if (next !== null) address.change({ compare: next });
      return next !== null;
    },
    /** Compares the first of these. */
    compareThese(ids: readonly string[]) {
      address.change({ compare: ids.slice(0, MOST_COMPARED) });
    },
    /** Takes code that has come with its data. */
    provide(parts: Partial<InvestSession>) {
      session.change(parts);
    },
  };
}
