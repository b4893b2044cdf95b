/** What the investor's and the presenter's modes keep. Their code, loaded with them, gives it its meaning. */
import { batch, computed, signal } from '@preact/signals';
import type { TourShow } from '../domain/tour-schema.ts';
import type { InvestAddress, PresentAddress } from './address/mode-address.ts';
import type { Finder } from './invest/finder.ts';
import type { Shortlist } from './invest/shortlist.ts';
import type { StageSize } from './present/stage-size.ts';

interface ModesAddress {
  readonly invest: InvestAddress;
  readonly present: PresentAddress;
}

export function createModes(address: ModesAddress) {
  /** Null until its data is there: `need.finder()` asks for it. */
  const finder = signal<Finder | null>(null);
  const invest = {
    need: signal(address.invest.need),
    weights: signal(address.invest.weights),
    limits: signal(address.invest.limits),
    shortlist: signal(address.invest.shortlist),
    compare: signal(address.invest.compare),
    finder,
    ranking: computed(() => finder.value?.ranking.value ?? null),
    reach: computed(() => finder.value?.reach.value ?? null),
    /** Ids of the sites that stand out on the map; null dims nothing. */
    marked: computed<ReadonlySet<string> | null>(() => finder.value?.marked.value ?? null),
    /** The user's own shortlist and what a link brings; null until it is first needed. */
    list: signal<Shortlist | null>(null),
  };
  const present = {
    tour: signal(address.present.tour),
    stop: signal(address.present.stop),
    packed: signal(address.present.packed),
    kiosk: signal(address.present.kiosk),
    display: signal(address.present.display),
    /** What the stop that is shown puts on the map; null while none is. In no address: the stop is. */
    stopShow: signal<TourShow | null>(null),
    /** The stage's measure; null off the stage. */
    stageSize: signal<StageSize | null>(null),
  };
  const addressed = computed<ModesAddress>(() => ({
    invest: {
      need: invest.need.value,
      weights: invest.weights.value,
      limits: invest.limits.value,
      shortlist: invest.shortlist.value,
      compare: invest.compare.value,
    },
    present: {
      tour: present.tour.value,
      stop: present.stop.value,
      packed: present.packed.value,
      kiosk: present.kiosk.value,
      display: present.display.value,
    },
  }));

  function restoreModes(next: ModesAddress): void {
    batch(() => {
      invest.need.value = next.invest.need;
      invest.weights.value = next.invest.weights;
      invest.limits.value = next.invest.limits;
      invest.shortlist.value = next.invest.shortlist;
      invest.compare.value = next.invest.compare;
      present.tour.value = next.present.tour;
      present.stop.value = next.present.stop;
      present.packed.value = next.present.packed;
      present.kiosk.value = next.present.kiosk;
      present.display.value = next.present.display;
    });
  }
  return { invest, present, addressed, restoreModes };
}
