/** The tours there are and the one being played: one for the whole page, whoever asks first makes it. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type BuiltInTours, builtInTours } from '../../analysis/tours/built-in.ts';
import type { PhraseKey, TourInput } from '../../analysis/tours/input.ts';
import { deviceTours, type ToursStore } from '../../data/device/tours-store.ts';
import { formatDate, formatNumber } from '../../domain/format.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';
import type { TourWorld } from '../../domain/tour.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import type { I18n } from '../../i18n/index.ts';
import { messages as shellEn } from '../../i18n/shell/en.ts';
import { messages as shellZh } from '../../i18n/shell/zh-Hans.ts';
import { messages as toursEn } from '../../i18n/tours/en.ts';
import { messages as toursZh } from '../../i18n/tours/zh-Hans.ts';
import type { App } from '../app.ts';
import { type Authoring, createAuthoring } from './authoring.ts';
import { createPlayback, type Playback } from './playback.ts';
import { type LinkedTour, linkedTour } from './tour-link.ts';

export interface Presentation {
  /** What a tour is shown on: the register with the user's corrections. */
  readonly world: ReadonlySignal<TourWorld>;
  /** Made anew when the data or the language changes. */
  readonly builtIn: ReadonlySignal<BuiltInTours>;
  /** The user's own tours, and the one being made. */
  readonly authoring: Authoring;
  /** A tour that another window plays; it goes before all others. */
  readonly opened: Signal<Tour | null>;
  /** The tour in the address, or what is wrong with it; it goes before the one that the address names. */
  readonly linked: ReadonlySignal<LinkedTour | null>;
  /** What lies beside the stage: the editor, or the ways to hand the tour out. */
  readonly beside: Signal<'editor' | 'hand-out' | null>;
  readonly playback: Playback;
}

const made = new WeakMap<App['state'], Presentation>();

/** @param store where the user's tours are kept; asked for with the first call only. */
export function presentationOf(app: App, store: () => ToursStore = deviceTours): Presentation {
  const known = made.get(app.state);
  if (known !== undefined) return known;
  const { state, i18n } = app;
  const world = computed<TourWorld>(() => ({
    policies: state.base.policies,
    sites: state.sites.value,
    districts: state.base.districts,
  }));
  const builtIn = computed(() =>
    builtInTours({ ...world.value, ...phrases(i18n.value), policy: state.base.policy, towns: state.base.towns }),
  );
  const authoring = createAuthoring(store());
  const opened = signal<Tour | null>(null);
  const linked = computed(() => {
    const packed = state.present.packed.value;
    return packed === null ? null : linkedTour(packed);
  });
  const tour = computed<Tour | null>(() => {
    const id = state.present.tour.value;
    if (opened.value !== null) return opened.value;
    if (linked.value !== null) return 'tour' in linked.value ? linked.value.tour : null;
    if (id === null) return null;
    const edited = authoring.tour.value;
    // As it is written just now, saved or not.
    if (edited?.id === id) return edited;
    const drafts = authoring.recovered.value.map((draft) => draft.tour);
    return [...drafts, ...authoring.own.value, ...allOf(builtIn.value)].find((t) => t.id === id) ?? null;
  });
  const presentation: Presentation = {
    world,
    builtIn,
    authoring,
    opened,
    linked,
    beside: signal<'editor' | 'hand-out' | null>(null),
    playback: createPlayback(tour, state.present),
  };
  made.set(state, presentation);
  return presentation;
}

export function allOf({ overview, policy, clusters, districts }: BuiltInTours): readonly Tour[] {
  return [overview, policy, ...clusters, ...districts];
}

const ZH: Readonly<Record<PhraseKey, string>> = { ...shellZh, ...toursZh };
const EN: Readonly<Record<PhraseKey, string>> = { ...shellEn, ...toursEn };

/** Both languages at once; the Chinese one traditional where that is what the page speaks. */
export function phrases({ zh }: Pick<I18n, 'zh'>): Pick<TourInput, 'say' | 'date' | 'data'> {
  return {
    say: (key, params = {}) => ({
      zh: filled(zh(ZH[key]), params, (value) =>
        typeof value === 'number' ? formatNumber(value, 'zh-Hans') : value.zh,
      ),
      en: filled(EN[key], params, (value) => (typeof value === 'number' ? formatNumber(value, 'en') : value.en)),
    }),
    date: (date) => ({ zh: formatDate(date, 'zh-Hans'), en: formatDate(date, 'en') }),
    data: (text) => ({ zh: zh(text.zh), en: text.en }),
  };
}

function filled(
  template: string,
  params: Readonly<Record<string, Bilingual | string | number>>,
  write: (value: Bilingual | number) => string,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : typeof value === 'string' ? value : write(value);
  });
}
