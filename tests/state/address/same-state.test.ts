/** The address is the state: opened afresh it gives what those see who came to it step by step. */
import { computed, signal } from '@preact/signals';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { directDraws } from '../../../src/analysis/invest/client.ts';
import { loadContext } from '../../../src/data/load-context.ts';
import { loadPlaces, loadStations, loadStatistics, loadTerms } from '../../../src/data/load-later.ts';
import type { Base } from '../../../src/domain/base.ts';
import { LANGS } from '../../../src/domain/format.ts';
import type { Statistics } from '../../../src/domain/schema/statistics.ts';
import {
  CLUSTER_IDS,
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  KINDS,
  PRECISIONS,
  STATUSES,
} from '../../../src/domain/vocabulary.ts';
import { createI18n, type I18n, loadMessages } from '../../../src/i18n/index.ts';
import { focusScene, sceneOf } from '../../../src/map/scene-of-state.ts';
import { formatAddress, MODE_IDS, parseAddress } from '../../../src/state/address/address.ts';
import { ADDRESS_ROWS, FIELDS } from '../../../src/state/address/keys.ts';
import { VIEWS } from '../../../src/state/address/views.ts';
import { type AppState, createAppState } from '../../../src/state/app-state.ts';
import type { FinderData } from '../../../src/state/invest/finder.ts';
import { provideFinder } from '../../../src/state/invest/start-finder.ts';
import { startAnswers } from '../../../src/state/plan/answers.ts';
import { startShading } from '../../../src/state/plan/shading.ts';
import type { Stage } from '../../../src/state/present/present.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { stageSizeOf } from '../../../src/state/present/stage-size.ts';
import { copyState } from '../../../src/state/state-copy.ts';
import { fileSource, testBase } from '../../fixtures/data.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';

const SEED = 224;
const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

let base: Base;
let statistics: Statistics;
let finderData: FinderData;
let languages: ReadonlyMap<string, I18n>;
beforeAll(async () => {
  const [terms, stations, places, roads] = await Promise.all([
    loadTerms(fileSource),
    loadStations(fileSource),
    loadPlaces(fileSource),
    loadContext(fileSource, 'roads.geojson'),
  ]);
  finderData = { terms, stations, places, roads };
  [base, statistics] = await Promise.all([testBase(), loadStatistics(fileSource)]);
  const made = LANGS.map(async (lang) => {
    const messages = await loadMessages(lang);
    return [lang, createI18n({ lang, areas: new Set(), messages, conversion: {} })] as const;
  });
  languages = new Map(await Promise.all(made));
});

function i18nOf({ lang }: AppState): I18n {
  const i18n = languages.get(lang.value);
  if (i18n === undefined) throw new Error(`no words in ${lang.value}`);
  return i18n;
}

/** Opened afresh, with all that comes on need. */
function stateAt(hash: string): AppState {
  const state = createAppState(base, parseAddress(hash), { lang: 'zh-Hans', theme: 'light' });
  state.provide({ statistics });
  startAnswers(state);
  startShading(state);
  provideFinder(state, finderData, { ...directDraws(), drawScores: () => new Promise(() => undefined) });
  presentationOf({ state, i18n: computed(() => i18nOf(state)) }, memoryTours);
  return state;
}

/** What those see who are there: on the map, in the list, on the stage, and in pictures that leave the product. */
function seenIn(state: AppState): unknown {
  const i18n = i18nOf(state);
  const scene = sceneOf(state, i18n, PADDING, true);
  const stage = signal<Stage | null>({
    size: stageSizeOf(1920, 1080),
    show: state.present.stopShow.value,
    arranging: false,
  });
  const { plan, present } = state;
  return {
    emphasised: state.emphasised.value,
    shade: plan.shadeView.value,
    stage: { size: present.stageSize.value, show: present.stopShow.value },
    list: state.visibleSites.value.map(({ id }) => id),
    scene,
    picture: focusScene(state, i18n, scene, state.invest.shortlist.value),
    film: sceneOf(copyState(state, stage), i18n, PADDING, true),
  };
}

const ASKS = [
  ...['radius:113.12,23.02:10', 'radius:113.1234,22.9876:4.3', 'site:jihua-laboratory:5', 'site:gone:5'],
  ...['town:440605122:12', 'district:nanhai:8', 'district:gaoming', 'town:440604011', 'town:440605999'],
  ...['polygon:113.05,22.95,113.25,22.95,113.2,23.1', 'own:import-gone.3.k3j9x2:2'],
];
const SHADES = ['records', 'records-per-km2', 'gdp', 'gdp.2016.equal', 'population-census..quantile', 'gone'];
const NEEDS = ['氢能阀门', 'beverages and food +materials', 'robots -robotics', ''];
const WEIGHTS = ['preset:heavy,station:4', 'station:0,motorway:5', 'broken'];
const LIMITS = ['station:5,district:nanhai.shunde', 'motorway:6,within:15', 'neighbours:2,sure:1'];
const TOURS = ['overview', 'policy', 'cluster-auto', 'district-nanhai', 'gone'];
const SITES = ['jihua-laboratory', 'sanlongwan', 'xianhu-hydrogen-valley', 'no-such-place'];
const CLAUSES = ['2.2.1', '3.5', '2.1.2', '9.9', '1.1'];
const TOWNS = ['440605122', '440604011', '440605999'];
const UNITS = ['education', 'finance', 'no-such-unit'];
const CELLS = ['cluster.home', 'district.nanhai,cluster.auto', 'town.440605122', 'kind.gone'];

/** Values that a key is likely to have, some of them of nothing that exists. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  mode: MODE_IDS,
  lang: LANGS,
  theme: ['dark', 'light'],
  map: ['11.50/23.02000/113.10000', '9/23/113/30/20'],
  q: ['jh', '大良'],
  layers: ['water,roads', '-', 'borders', 'gone'],
  clusters: ['home', 'auto,cross', '-'],
  districts: ['nanhai,none', 'gaoming'],
  kinds: [KINDS.slice(0, 2).join(), KINDS.slice(3).join()],
  statuses: [STATUSES.slice(1).join()],
  precisions: [PRECISIONS.slice(0, 3).join()],
  units: ['education,none', 'finance', 'no-such-unit', '-'],
  cell: CELLS,
  site: SITES,
  cluster: CLUSTER_IDS,
  district: DISTRICT_IDS,
  town: TOWNS,
  unit: UNITS,
  clause: CLAUSES,
  sentence: ['1', '2', '40'],
  view: VIEWS,
  radii: ['1'],
  year: ['2018', '2021', '2026', '1990'],
  ask: ASKS,
  cross: ['cluster.district', 'town.status'],
  shade: SHADES,
  need: NEEDS,
  weights: WEIGHTS,
  heat: ['1'],
  limits: LIMITS,
  shortlist: ['sanlongwan,jihua-laboratory', 'no-such-place'],
  compare: ['sanlongwan'],
  tour: TOURS,
  stop: ['1', '3', '8', '999'],
};
const KEYS = FIELDS.flatMap((field) => ADDRESS_ROWS[field].keys);
/** Without a packed tour, which is the user's own, the screens that show no map of their own, and the page in a frame. */
const APART = ['base', 'doc', 't', 'noted', 'kiosk', 'display', 'embed'];

const HERE = 'tests/state/address/same-state.test.ts';
it('values are tried of every key', () => {
  expect(
    KEYS.filter((key) => !(key in VALUES || APART.includes(key))),
    `add each of these to VALUES in ${HERE}, with values that it is likely to have`,
  ).toEqual([]);
  expect(
    [...Object.keys(VALUES), ...APART].filter((key) => !KEYS.includes(key)),
    `take these out of VALUES or APART in ${HERE}: src/state/address/keys.ts has no row for them`,
  ).toEqual([]);
});

const pair = fc
  .constantFrom(...Object.entries(VALUES))
  .chain(([key, values]) => fc.constantFrom(...values).map((value) => `${key}=${encodeURIComponent(value)}`));
const address = fc.array(pair, { maxLength: 8 }).map((pairs) => pairs.join('&'));
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);

type Step = (state: AppState) => unknown;
/** What a user can do, by the verbs that the panels call. */
const step: fc.Arbitrary<Step> = fc.oneof(
  address.map(
    (hash): Step =>
      (state) =>
        state.actions.restore(parseAddress(hash)),
  ),
  one([...SITES.map((id) => ({ entity: 'site', id }) as const), null]).map(
    (to): Step =>
      ({ actions }) =>
        actions.select(to),
  ),
  one(CLUSTER_IDS).map(
    (id): Step =>
      ({ actions }) =>
        actions.select({ entity: 'cluster', id }),
  ),
  one(DISTRICT_IDS).map(
    (id): Step =>
      ({ actions }) =>
        actions.select({ entity: 'district', id }),
  ),
  one(UNITS).map(
    (id): Step =>
      ({ actions }) =>
        actions.select({ entity: 'unit', id }),
  ),
  one(CLAUSES).map(
    (id): Step =>
      ({ actions }) =>
        actions.openClause(id, 2),
  ),
  one(CLAUSES).map(
    (id): Step =>
      ({ actions }) =>
        actions.followClause(id),
  ),
  one([...VIEWS, null]).map(
    (view): Step =>
      ({ actions }) =>
        actions.openView(view),
  ),
  one([...SITES, null]).map(
    (id): Step =>
      ({ actions }) =>
        actions.openDossier(id),
  ),
  one(MODE_IDS).map(
    (mode): Step =>
      ({ actions }) =>
        actions.setMode(mode),
  ),
  fc.constant<Step>(({ actions }) => actions.close()),
  fc.constant<Step>(({ actions }) => actions.openAsk()),
  one(ASKS).map(
    (ask): Step =>
      ({ actions }) =>
        actions.setAsk(parseAddress(`ask=${ask}`).ask),
  ),
  fc.tuple(fc.double({ min: 112.6, max: 113.3, noNaN: true }), fc.double({ min: 22.8, max: 23.4, noNaN: true })).map(
    (at): Step =>
      ({ actions }) =>
        actions.setAsk({ kind: 'radius', around: { entity: 'pin', at }, withinKm: 5 + at[0] - 112 }),
  ),
  fc.constant<Step>(({ actions }) => actions.openCross({ row: 'kind', column: 'status' })),
  one(CELLS).map(
    (cell): Step =>
      ({ actions }) =>
        actions.showCell(parseAddress(`cell=${cell}`).cell),
  ),
  one(SHADES).map(
    (shade): Step =>
      ({ actions }) =>
        actions.setShade(parseAddress(`shade=${shade}`).shade),
  ),
  fc.constant<Step>(({ actions }) => actions.setShade(null)),
  fc.subarray([...CLUSTER_OR_CROSS_IDS]).map(
    (ids): Step =>
      ({ actions }) =>
        actions.setFilter('clusters', ids),
  ),
  fc.subarray([...KINDS]).map(
    (ids): Step =>
      ({ actions }) =>
        actions.setFilter('kinds', ids),
  ),
  fc.constant<Step>(({ actions }) => actions.clearFilters()),
  fc.boolean().map(
    (on): Step =>
      ({ actions }) =>
        actions.setRadii(on),
  ),
  one(LANGS).map(
    (lang): Step =>
      ({ actions }) =>
        actions.setLang(lang),
  ),
  one(NEEDS).map(
    (words): Step =>
      ({ invest }) =>
        invest.finder.peek()?.setWords(words),
  ),
  one(LIMITS).map(
    (limits): Step =>
      ({ invest }) =>
        invest.ask({ limits }),
  ),
  one(SITES).map(
    (id): Step =>
      ({ invest }) =>
        invest.toggleShortlisted(id),
  ),
  one(TOURS).map(
    (tour): Step =>
      ({ present }) =>
        present.play(tour, 2),
  ),
  one(['next', 'previous', 'last', 'black'] as const).map(
    (command): Step =>
      ({ present }) =>
        present.presentation.peek()?.playback.send({ do: command }),
  ),
  fc.constant<Step>(({ present }) => present.leave()),
);

it('any address, opened afresh, is what those see who came to it', () => {
  fc.assert(
    fc.property(address, fc.array(step, { minLength: 1, maxLength: 8 }), (hash, steps) => {
      const walked = stateAt(hash);
      for (const act of steps) act(walked);
      const link = formatAddress(walked.address.value);
      const opened = stateAt(link);
      expect(formatAddress(opened.address.value)).toBe(link);
      expect(seenIn(opened)).toEqual(seenIn(walked));
      for (const state of [walked, opened]) state.invest.finder.peek()?.stop();
    }),
    { numRuns: 60, seed: SEED },
  );
}, 120_000);

const ASK = 'ask=radius:113.12,23.02:10';

it('a question stands out on the map also while a site is open', () => {
  const clicked = stateAt(ASK);
  const answered = clicked.emphasised.value;
  expect(answered?.size).toBeGreaterThan(1);
  clicked.actions.selectSite('jihua-laboratory');
  expect(clicked.emphasised.value).toEqual(answered);
  const opened = stateAt(formatAddress(clicked.address.value));
  expect(opened.selection.value?.id).toBe('jihua-laboratory');
  expect(opened.emphasised.value).toEqual(answered);
});

it('what stands out follows the filters, whichever panel shows', () => {
  const state = stateAt(`view=export&${ASK}`);
  state.actions.setFilter('kinds', ['park']);
  const visible = new Set(state.visibleSites.value.map(({ id }) => id));
  expect([...(state.emphasised.value ?? [])].every((id) => visible.has(id))).toBe(true);
  expect(state.emphasised.value).toEqual(stateAt(formatAddress(state.address.value)).emphasised.value);
});
