/** Makes the tours there are and the one being played: one for the whole state, whoever asks first makes it. */
import { batch, computed, signal } from '@preact/signals';
import { type BuiltInTours, builtInTours } from '../../analysis/tours/built-in.ts';
import type { PhraseKey, TourInput } from '../../analysis/tours/input.ts';
import { deviceTours, type ToursStore } from '../../data/device/tours-store.ts';
import { type ListedTours, NO_TOURS } from '../../data/load-tours.ts';
import type { World } from '../../domain/base.ts';
import { formatDate, formatNumber, isChinese } from '../../domain/format.ts';
import { yearOf } from '../../domain/milestones.ts';
import { findClause, policyWith } from '../../domain/policy.ts';
import { clauseText } from '../../domain/policy-text.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';
import { emsOf } from '../../domain/tour.ts';
import { chartRefOf, chartRows } from '../../domain/tour-chart.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import { fill } from '../../i18n/fill.ts';
import type { I18n } from '../../i18n/index.ts';
import { messages as namesEn } from '../../i18n/names.en.ts';
import { messages as namesZh } from '../../i18n/names.zh-Hans.ts';
import type { App } from '../app.ts';
import { startDated } from '../since/dated.ts';
import { createAuthoring } from './authoring.ts';
import { messages as toursEn } from './messages.en.ts';
import { messages as toursZh } from './messages.zh-Hans.ts';
import { createPlayback } from './playback.ts';
import type { Presentation, SidePanel, Stage } from './present.ts';
import { EMBED_LINE_PX, stageSizeBeside, stageSizeOf } from './stage-size.ts';
import { linkedTour } from './tour-link.ts';

/** @param store where the user's tours are kept; asked for with the first call only. */
export function presentationOf(app: Pick<App, 'state' | 'i18n'>, store: () => ToursStore = deviceTours): Presentation {
  const { present } = app.state;
  const known = present.presentation.peek();
  if (known !== null) return known;
  const made = createPresentation(app, store());
  // A stop may be of a year.
  startDated(app.state);
  present.provide(made);
  return made;
}

function createPresentation({ state, i18n }: Pick<App, 'state' | 'i18n'>, store: ToursStore): Presentation {
  const { present } = state;
  const world = computed<World>(() => ({ ...state.base, sites: state.corrections.sites.value }));
  const lastYear = yearOf(state.base.version.date);
  const input = computed<TourInput>(() => ({
    ...world.value,
    ...phrases(i18n.value),
    things: state.things.value,
    lastYear,
  }));
  const builtIn = computed(() => builtInTours(input.value));
  const listed = signal<ListedTours | null>(state.base.config.tours.length === 0 ? NO_TOURS : null);
  const authoring = createAuthoring(store);
  /** A tour that another window plays. */
  const followed = signal<Tour | null>(null);
  const sidePanel = signal<SidePanel | null>(null);
  const linked = computed(() => {
    const packed = present.packed.value;
    return packed === null ? null : linkedTour(packed);
  });
  const tour = computed<Tour | null>(() => {
    const id = present.tour.value;
    if (followed.value !== null) return followed.value;
    if (linked.value !== null) return 'tour' in linked.value ? linked.value.tour : null;
    if (id === null) return null;
    const edited = authoring.tour.value;
    // As it is written just now, saved or not.
    if (edited?.id === id) return edited;
    const drafts = authoring.recovered.value.map((draft) => draft.tour);
    const others = [...(listed.value?.tours ?? []), ...allOf(builtIn.value)];
    return [...drafts, ...authoring.own.value, ...others].find((t) => t.id === id) ?? null;
  });
  const playback = createPlayback(tour, present);
  const emsToRead = (stop: TourStop | null, { lang }: I18n): number => {
    const id = stop?.figure?.from === 'clause' ? stop.figure.id : null;
    const policy = id === null ? undefined : policyWith(state.base.policies, id);
    const clause = policy === undefined || id === null ? undefined : findClause(policy, id);
    if (policy === undefined || clause === undefined) return 0;
    return emsOf(isChinese(lang) || clause.brief === null ? clauseText(policy, clause) : clause.brief.en);
  };
  const years = signal(false);
  const stage = computed<Stage | null>(() => {
    const stops = tour.value?.stops;
    if (state.mode.value !== 'present' || present.display.value === 'notes' || stops === undefined) return null;
    // A new tour has no stop yet: its editor takes the first one.
    if (stops.length === 0 && sidePanel.value !== 'editor') return null;
    const { width, height: whole } = state.screen.value;
    const height = whole - (state.address.peek().embed === 'tour' ? EMBED_LINE_PX : 0);
    const stop = playback.stop.value;
    const show = stop?.show ?? null;
    const ref = stop === null ? null : chartRefOf(stop);
    const rows = ref === null ? 0 : chartRows(ref, world.value, state.statistics.value);
    const chart = ref === null ? null : { kind: ref.kind, rows };
    const toRead = { ems: emsToRead(stop, i18n.value), chart };
    return {
      size: (sidePanel.value === null ? stageSizeOf : stageSizeBeside)(width, height, toRead),
      show: show !== null && years.value ? { ...show, year: state.plan.year.value } : show,
      arranging: sidePanel.value === 'editor',
    };
  });
  return {
    world,
    input,
    builtIn,
    listed,
    authoring,
    linked,
    playback,
    sidePanel,
    stage,
    years,
    openYears(open) {
      years.value = open;
    },
    openSide(panel) {
      sidePanel.value = panel;
    },
    takeListed(tours) {
      listed.value = tours;
    },
    followWindow(theirs, { flying, ...place }) {
      batch(() => {
        followed.value = theirs;
        present.nameTour(theirs?.id ?? null);
        playback.take(place);
        playback.setFlying(flying);
      });
    },
    unfollow() {
      followed.value = null;
    },
  };
}

export function allOf({ overview, policy, since, clusters, districts }: BuiltInTours): readonly Tour[] {
  return [overview, policy, since, ...clusters, ...districts];
}

const ZH: Readonly<Record<PhraseKey, string>> = { ...namesZh, ...toursZh };
const EN: Readonly<Record<PhraseKey, string>> = { ...namesEn, ...toursEn };

/** Both languages at once; the Chinese one traditional where that is what the page speaks. */
export function phrases({ zh }: Pick<I18n, 'zh'>): Pick<TourInput, 'say' | 'date' | 'data'> {
  return {
    say: (key, params = {}) => ({
      zh: fill(zh(ZH[key]), params, (value) => written(value, 'zh')),
      en: fill(EN[key], params, (value) => written(value, 'en')),
    }),
    date: (date) => ({ zh: formatDate(date, 'zh-Hans'), en: formatDate(date, 'en') }),
    data: (text) => ({ zh: zh(text.zh), en: text.en }),
  };
}

function written(value: Bilingual | string | number, language: keyof Bilingual): string {
  if (typeof value === 'number') return formatNumber(value, language === 'zh' ? 'zh-Hans' : 'en');
  return typeof value === 'string' ? value : value[language];
}
