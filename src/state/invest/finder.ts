/**
 * The investor's finder: from the address (need, weights, limits) to the ranking. Made with the data that it needs
 * when the mode is first used. Distances are measured when the question changes, draws are made apart, and a weight
 * that moves costs a sum.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { candidatesOf, isCandidate } from '../../analysis/invest/candidates.ts';
import type { DrawThread } from '../../analysis/invest/draw-thread.ts';
import { type Reading, understand } from '../../analysis/invest/meaning.ts';
import { namedFor } from '../../analysis/invest/named.ts';
import { type OwnChoices, type OwnColumn, ownColumns } from '../../analysis/invest/own-columns.ts';
import { type MeasuredPlaces, measurePlaces, ownPlaces, REACH_KM } from '../../analysis/invest/own-places.ts';
import { type OwnSet, ownTables, shortMark } from '../../analysis/invest/own-rows.ts';
import { presetRanks } from '../../analysis/invest/preset-ranks.ts';
import type { PresetId } from '../../analysis/invest/presets.ts';
import {
  formatLimits,
  formatNeed,
  formatWeights,
  isOwn,
  MOST_ROWS,
  type Need,
  parseLimits,
  parseNeed,
  parseWeights,
} from '../../analysis/invest/question.ts';
import { appliesTo, criteriaInForce, rank } from '../../analysis/invest/rank.ts';
import {
  MOST_ROW_CANDIDATES,
  type RowSite,
  rowCandidateOf,
  rowSites,
  tablesOfRows,
} from '../../analysis/invest/row-candidates.ts';
import {
  type Candidate,
  type CriterionId,
  isPlaceCriterion,
  type Limits,
  type MeasuredTo,
  type OwnCriterion,
  type Question,
  type RankedCandidate,
  type Reach,
  type RowPick,
  type ScoreEnd,
} from '../../analysis/invest/types.ts';
import { indexTerms } from '../../analysis/invest/understand.ts';
import { candidateOf } from '../../analysis/invest/values.ts';
import { type WorldData, worldOf } from '../../analysis/invest/world.ts';
import type { Term } from '../../domain/schema/term.ts';
import { isLocated, type Site } from '../../domain/site.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { createRanges } from './ranged.ts';

export type Finder = ReturnType<typeof createFinder>;

/** The part of the state that the finder reads and changes. */
export interface FinderState {
  readonly sites: ReadonlySignal<readonly Site[]>;
  readonly selectedSite: ReadonlySignal<Site | null>;
  readonly need: ReadonlySignal<string>;
  readonly weights: ReadonlySignal<string | null>;
  readonly limits: ReadonlySignal<string | null>;
  /** Changes the question, as the address writes it. */
  ask(change: { readonly need?: string; readonly weights?: string | null; readonly limits?: string | null }): void;
  /** The user's imported sets; null until they are first needed. */
  readonly sets: ReadonlySignal<readonly OwnSet[]>;
  /** From which ages are counted: the date of the data. */
  readonly today: string;
  /** The device's day, by which offers hold or have expired. */
  readonly day: string;
}

export interface FinderData extends WorldData {
  readonly terms: readonly Term[];
}

const NOT_MEASURED: readonly MeasuredTo[] = [];

/** Longer words are cut, so that the corrections after them still fit into the address. */
export const MOST_WORDS = 120;

export function createFinder(state: FinderState, data: FinderData, thread: DrawThread, fail: (error: unknown) => void) {
  const index = indexTerms(data.terms);
  const isTerm = (id: string) => index.byId.has(id);
  const world = computed(() => worldOf(state.sites.value, data));
  const need = computed(() => parseNeed(state.need.value, isTerm));
  const understood = computed(() => understand(index, need.value));
  const weights = computed(() => parseWeights(state.weights.value));
  const limits = computed(() => parseLimits(state.limits.value));

  // What is compared by its text: a change elsewhere in the address measures nothing anew.
  const clusterKey = computed(() => understood.value.clusters.join(','));
  const preferredKey = computed(() => limits.value.preferred.join(','));
  const withinM = computed(() => limits.value.withinM);
  /** How the user's columns are taken; how much they weigh is not asked. */
  const ownKey = computed(() => {
    const { weights: all, picks, rows, reach } = weights.value;
    const own = [...all].flatMap(([id, weight]) =>
      isOwn(id) && weight !== 0 ? [`${id}:${weight < 0 ? '-1' : '1'}.${picks.get(id) ?? reach.get(id) ?? ''}`] : [],
    );
    return [...own, `rows:${rows.join('.')}`].join(',');
  });
  const pool = computed(() => candidatesOf(state.sites.value));
  const tables = computed(() => ownTables(state.sets.value, pool.value, state.day));
  const choices = computed<OwnChoices>(() => {
    const chosen = parseWeights(ownKey.value);
    return {
      lessIsBetter: (id) => (chosen.weights.get(id) ?? 0) < 0,
      pick: (id) => chosen.picks.get(id) ?? null,
      rows: new Set(chosen.rows),
    };
  });
  const ownOfParks = computed(() => ownColumns(tables.value, choices.value));

  const ofKey = computed(() => weights.value.of?.mark ?? null);
  const isUnder = computed(() => weights.value.of?.under === true);
  /** The set of the user's own whose rows are candidates; null where the register's records are, or it is not here. */
  const rowSet = computed(() => {
    const mark = ofKey.value;
    const fits = ({ name, set }: OwnSet) => shortMark(name) === mark && set.count <= MOST_ROW_CANDIDATES;
    return (mark === null ? undefined : state.sets.value.find(fits)) ?? null;
  });
  const rows = computed<readonly RowSite[]>(() =>
    rowSet.value === null ? [] : rowSites(rowSet.value, pool.value, state.day),
  );
  const isAlone = computed(() => rowSet.value !== null && !isUnder.value);
  const ownOfRows = computed(() =>
    rowSet.value === null
      ? []
      : ownColumns(tablesOfRows(rowSet.value, rows.value, tables.value, state.day), choices.value),
  );
  const own = computed(() => (isAlone.value ? ownOfRows.value : ownOfParks.value));

  const places = computed(() => ownPlaces(state.sets.value));
  /** Only those that weigh something are measured: a set of thousands costs time. */
  const placesOf = (sites: readonly Site[]): MeasuredPlaces[] => {
    const { weights: taken, reach } = parseWeights(ownKey.value);
    return places.value.flatMap((one) => {
      const weight = taken.get(one.id) ?? 0;
      if (weight === 0) return [];
      const withinM = (reach.get(one.id) ?? REACH_KM) * 1000;
      return [measurePlaces(one, sites, { lessIsBetter: weight < 0, withinM })];
    });
  };
  const placesOfParks = computed(() => placesOf(pool.value));
  const placesOfRows = computed(() => placesOf(rows.value.map(({ site }) => site)));

  const asking = computed(() => {
    const preferred = preferredKey.value.split(',');
    return {
      clusters: understood.value.clusters,
      focus: understood.value.terms,
      index,
      preferred: DISTRICT_IDS.filter((id) => preferred.includes(id)),
      withinM: withinM.value,
      today: state.today,
    };
  });
  const rowCandidates = computed(() => {
    const asked = { ...asking.value, own: ownOfRows.value, ownPlaces: placesOfRows.value };
    return rows.value.map((row) => rowCandidateOf(row, world.value, asked));
  });
  const candidates = computed<readonly Candidate[]>(() => {
    if (isAlone.value) return rowCandidates.value;
    const asked = { ...asking.value, own: ownOfParks.value, ownPlaces: placesOfParks.value };
    return pool.value.map((site) => candidateOf(site, world.value, asked));
  });

  const named = computed(() => namedFor(state.sites.value, understood.value.terms, index));

  const question = computed<Question>(() => ({
    words: need.value.words,
    clusters: understood.value.clusters,
    focus: understood.value.terms.map(({ id }) => id),
    preset: weights.value.preset,
    end: weights.value.end,
    weights: weights.value.weights,
    limits: limits.value,
  }));

  const ranges = createRanges(
    {
      ...{ world, question, candidates, withinM, clusterKey },
      pool: computed(() => (isAlone.value ? rows.value : pool.value)),
    },
    thread,
    fail,
  );
  const ranking = computed(() => rank(question.value, candidates.value, ranges.known.value));

  /** Changes with what the ranks under the presets depend on: of the weights only those of the user's own columns. */
  const presetWeights = computed(() => {
    const own = [...weights.value.weights].filter(([id]) => isOwn(id));
    return formatWeights({ ...weights.value, preset: 'balanced', weights: new Map(own) });
  });

  function correct(change: Partial<Need>): void {
    const next = { ...need.peek(), ...change };
    const words = next.words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
    state.ask({ need: formatNeed({ ...next, words }) });
  }
  /** Puts a cluster or term in, or takes it out, whether the words say it or not. */
  function setMeant(id: string, on: boolean): void {
    const { added, removed } = need.peek();
    const { foundClusters, foundTerms } = understood.peek();
    const isNamed = foundClusters.some((found) => found === id) || foundTerms.some((found) => found.id === id);
    const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
    correct({
      added: on && !isNamed ? [...without(added), id] : without(added),
      removed: !on && isNamed ? [...without(removed), id] : without(removed),
    });
  }

  return {
    terms: index,
    need,
    understood,
    weights,
    /** Whether a weight differs from the kind of investor that it started from. */
    isChanged: computed(
      () =>
        formatWeights({ ...weights.value, end: 'low' }) !==
        formatWeights(parseWeights(`preset:${weights.value.preset}`)),
    ),
    limits,
    own,
    /** The user's own points and areas that can be criteria. */
    places,
    /** A station by its Chinese name, as records say what their points were taken from; the name alone where none is called so. */
    stationNamed(nameZh: string): { readonly nameZh: string; readonly nameEn: string } {
      const found = data.stations.features.find(({ properties: { name } }) => name === nameZh);
      return { nameZh, nameEn: found?.properties.nameEn ?? nameZh };
    },
    /** The user's tables of which a row names a candidate. */
    tables,
    /** What the register names for the terms, candidates left out. */
    named,
    question,
    ranking,
    /** Where each would stand under every kind of investor's weights. */
    presetRanks: computed(() => {
      const { end, weights: own } = parseWeights(presetWeights.value);
      const asked = { clusters: understood.value.clusters, focus: understood.value.terms.map(({ id }) => id) };
      const alone = { words: '', preset: 'balanced', end, weights: own, limits: limits.value };
      return presetRanks({ ...alone, ...asked }, candidates.value);
    }),
    /** Null where no candidate is chosen, or where neighbours do not count. */
    reach: computed<Reach | null>(() => {
      const site = state.selectedSite.value;
      if (site?.position == null || !isCandidate(site) || !isLocated(site.precision)) return null;
      if (!ranking.value.criteria.includes('neighbours')) return null;
      return { centre: site.position, radiusM: site.radiusM ?? 0, withinM: withinM.value };
    }),
    /** What the chosen candidate is measured to by the criteria that count. */
    measured: computed<readonly MeasuredTo[]>(() => {
      const site = state.selectedSite.value;
      const one = ranking.value.candidates.find((candidate) => candidate.site.id === site?.id);
      const from = site?.position ?? null;
      if (one === undefined || from === null) return NOT_MEASURED;
      return ranking.value.criteria.flatMap((criterion): MeasuredTo[] => {
        const value = one.values.get(criterion);
        if (!isPlaceCriterion(criterion) || value?.known !== true || value.to === undefined) return [];
        if (value.said.kind !== 'distance') return [];
        const { min, max } = value.said;
        return [{ criterion, from, to: value.to, min, max, nearest: value.nearest }];
      });
    }),
    /** The sites that pass, for the map; null where rows of the user's own are ranked in their place. */
    marked: computed(() =>
      isAlone.value
        ? null
        : new Set(ranking.value.candidates.filter(({ standing }) => standing !== 'removed').map(({ site }) => site.id)),
    ),
    rowSet,
    /** Sets whose rows can be candidates. */
    rowSets: computed(() => state.sets.value.filter(({ set }) => set.count > 0 && set.count <= MOST_ROW_CANDIDATES)),
    /** Rows under the park that they name, the best first, by its id; empty where rows are none, or stand alone. */
    rowsUnder: computed<ReadonlyMap<string, readonly RankedCandidate[]>>(() => {
      const under = new Map<string, RankedCandidate[]>();
      if (rowSet.value === null || !isUnder.value) return under;
      for (const one of rank(question.value, rowCandidates.value, null).candidates) {
        const park = one.row?.park ?? null;
        if (park !== null) under.set(park, [...(under.get(park) ?? []), one]);
      }
      return under;
    }),
    /** How far the ranges of ranks are made, of many candidates, and the hand that stops them. */
    ranges,
    /** What how good it is elsewhere follows from. */
    heatOf: computed(() => ({
      ...{ world: world.value, end: weights.value.end, ...asking.value },
      // Not those of the ranking: it is another one with every range that comes.
      inForce:
        question.value.clusters.length + question.value.focus.length === 0
          ? []
          : criteriaInForce(question.value, appliesTo(candidates.value)),
      own: isAlone.value ? placesOfRows.value : placesOfParks.value,
    })),
    /** Ends the draws that follow the question. */
    stop: ranges.stop,
    setWords(words: string): void {
      correct({ words });
    },
    setMeant,
    /** Takes one of the readings of words that may mean several things. */
    choose({ term, cluster }: Reading): void {
      const { added } = need.peek();
      correct({ added: [...new Set([...added, cluster, ...(term === null ? [] : [term.id])])] });
    },
    clearNeed(): void {
      state.ask({ need: '' });
    },
    setPreset(preset: PresetId): void {
      const before = weights.peek();
      const mine = [...before.weights].filter(([id]) => isOwn(id));
      const fresh = parseWeights(`preset:${preset}`).weights;
      state.ask({ weights: formatWeights({ ...before, preset, weights: new Map([...fresh, ...mine]) }) });
    },
    setWeight(id: CriterionId, weight: number): void {
      const before = weights.peek();
      state.ask({ weights: formatWeights({ ...before, weights: new Map(before.weights).set(id, weight) }) });
    },
    /** Within how many kilometres points of the user's own count. */
    setReach(id: OwnCriterion, km: number): void {
      const before = weights.peek();
      state.ask({ weights: formatWeights({ ...before, reach: new Map(before.reach).set(id, km) }) });
    },
    /** Makes the rows of a set the candidates, by its name, alone or under their parks; null ranks the register's records. */
    setRowsOf(name: string | null, under = false): void {
      const of = name === null ? null : { mark: shortMark(name), under };
      state.ask({ weights: formatWeights({ ...weights.peek(), of }) });
    },
    /** What counts of several rows in one column of the user's own; null leaves differing rows unknown. */
    setPick(id: OwnCriterion, pick: RowPick | null): void {
      const before = weights.peek();
      const picks = new Map(before.picks);
      if (pick === null) picks.delete(id);
      else picks.set(id, pick);
      state.ask({ weights: formatWeights({ ...before, picks }) });
    },
    /** Which of its rows counts for a candidate, by the row's mark. */
    setRow(column: OwnColumn, siteId: string, mark: string): void {
      const before = weights.peek();
      const others = (column.offers.get(siteId) ?? []).map((offer) => offer.mark);
      const rows = [...before.rows.filter((one) => !others.includes(one)), ...(mark === '' ? [] : [mark])];
      state.ask({ weights: formatWeights({ ...before, rows: rows.slice(-MOST_ROWS) }) });
    },
    /** Ranks by what is surely reached, or by what may be. */
    setEnd(end: ScoreEnd): void {
      state.ask({ weights: formatWeights({ ...weights.peek(), end }) });
    },
    setLimits(change: Partial<Limits>): void {
      state.ask({ limits: formatLimits({ ...limits.peek(), ...change }) });
    },
    setBound(id: CriterionId, bound: number | null): void {
      const bounds = new Map(limits.peek().bounds);
      if (bound === null) bounds.delete(id);
      else bounds.set(id, bound);
      state.ask({ limits: formatLimits({ ...limits.peek(), bounds }) });
    },
    clearLimits(): void {
      state.ask({ limits: null });
    },
  };
}
