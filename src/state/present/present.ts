/** Which tour plays, and what its stop puts on the map. How tours are made and played is read by code that comes with them. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { BuiltInTours } from '../../analysis/tours/built-in.ts';
import type { TourInput } from '../../analysis/tours/input.ts';
import type { ListedTours } from '../../data/load-tours.ts';
import type { World } from '../../domain/base.ts';
import type { Tour, TourShow } from '../../domain/tour-schema.ts';
import type { Address } from '../address/keys.ts';
import type { Held } from '../held.ts';
import type { Authoring } from './authoring.ts';
import type { Playback, PlaybackState } from './playback.ts';
import type { StageSize } from './stage-size.ts';
import type { LinkedTour } from './tour-link.ts';

/** What lies beside the stage: the editor, or the ways to take the tour out of the product. */
export type SidePanel = 'editor' | 'export';

/** A stage, and what the stop on it shows; null where the tour has no stop yet. */
export interface Stage {
  readonly size: StageSize;
  readonly show: TourShow | null;
  /** The map under it can be moved: whoever makes a tour arranges it. */
  readonly arranging: boolean;
}

/** The tours there are and the one being played. */
export interface Presentation {
  /** What a tour is shown on: the register with the user's corrections. */
  readonly world: ReadonlySignal<World>;
  /** What stops are made of, in both languages. */
  readonly input: ReadonlySignal<TourInput>;
  /** Made anew when the data or the language changes. */
  readonly builtIn: ReadonlySignal<BuiltInTours>;
  /** Those that the deployer lists; null until they are read. */
  readonly listed: ReadonlySignal<ListedTours | null>;
  /** The user's own tours, and the one being made. */
  readonly authoring: Authoring;
  /** The tour in the address, or what is wrong with it; it goes before the one that the address names. */
  readonly linked: ReadonlySignal<LinkedTour | null>;
  readonly playback: Playback;
  readonly sidePanel: ReadonlySignal<SidePanel | null>;
  /** Null where no tour plays in this window. */
  readonly stage: ReadonlySignal<Stage | null>;
  openSide(panel: SidePanel | null): void;
  takeListed(tours: ListedTours): void;
  /** Whether the year of the address goes before that of the stop, and its slider is there. */
  readonly years: ReadonlySignal<boolean>;
  openYears(open: boolean): void;
  /** Takes the tour and the place of another window; that tour goes before all others. */
  followWindow(tour: Tour | null, place: PlaybackState & { readonly flying: boolean }): void;
  /** Goes back to the tours of this window. */
  unfollow(): void;
}

/** @param still a stage that pictures are made of; it stands in the place of what plays. */
export function createPresent(address: Held<Address>, still: ReadonlySignal<Stage | null> | null) {
  const presentation = signal<Presentation | null>(null);
  const shown: ReadonlySignal<Presentation | null> = presentation;
  const stage = computed(() => (still ?? presentation.value?.stage)?.value ?? null);
  const present = {
    tour: address.part('tour'),
    stop: address.part('stop'),
    packed: address.part('packed'),
    kiosk: address.part('kiosk'),
    display: address.part('display'),
    /** Null until it is first needed: `presentationOf` makes it. */
    presentation: shown,
    /** The stage's measure; null off the stage. */
    stageSize: computed(() => stage.value?.size ?? null),
    /** What the stop on the stage puts on the map; null while none does. */
    stopShow: computed(() => stage.value?.show ?? null),
    /** The map is the stage's alone. */
    mapHeld: computed(() => stage.value?.arranging === false),

    /** Plays a tour of this window from a stop, from 1; without one from the first that plays. */
    play(tour: string, stop: number | null = null) {
      batch(() => {
        presentation.peek()?.unfollow();
        address.change({ tour, packed: null, stop });
        presentation.peek()?.playback.send(stop === null ? { do: 'first' } : { do: 'go', index: stop - 1 });
      });
    },
    goTo(stop: number) {
      address.change({ stop });
    },
    /** Which tour another window plays. */
    nameTour(tour: string | null) {
      address.change({ tour });
    },
    /** No tour plays any more. */
    leave() {
      batch(() => {
        presentation.peek()?.unfollow();
        address.change({ tour: null, stop: null, packed: null });
      });
    },
    provide(made: Presentation) {
      presentation.value = made;
    },
  };
  return present;
}
