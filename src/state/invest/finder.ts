/**
 * The investor's finder: from the address (need, weights, limits) to the ranking. Made with the data that it needs
 * when the mode is first used. Distances are measured when the question changes, draws are made apart, and a weight
 * that moves costs a sum.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { candidatesOf, isCandidate } from '../../analysis/invest/candidates.ts';
import type { Draw } from '../../analysis/invest/client.ts';
import { drawInput } from '../../analysis/invest/draw-input.ts';
import type { DrawnScores } from '../../analysis/invest/draws.ts';
import { type Reading, understand } from '../../analysis/invest/meaning.ts';
import { namedFor } from '../../analysis/invest/named.ts';
import { ownColumns } from '../../analysis/invest/own-columns.ts';
import type { PresetId } from '../../analysis/invest/presets.ts';
import {
  formatLimits,
  formatNeed,
  formatWeights,
  isOwn,
  type Need,
  parseLimits,
  parseNeed,
  parseWeights,
} from '../../analysis/invest/question.ts';
import { rank } from '../../analysis/invest/rank.ts';
import {
  type CriterionId,
  isPlaceCriterion,
  type Limits,
  type MeasuredTo,
  type Question,
  type Reach,
  type ScoreEnd,
} from '../../analysis/invest/types.ts';
import { indexTerms } from '../../analysis/invest/understand.ts';
import { candidateOf } from '../../analysis/invest/values.ts';
import { type WorldData, worldOf } from '../../analysis/invest/world.ts';
import type { PointSet } from '../../domain/point-set.ts';
import type { Term } from '../../domain/schema/term.ts';
import { isLocated, type Site } from '../../domain/site.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';

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
  readonly sets: ReadonlySignal<readonly { readonly name: string; readonly set: PointSet }[]>;
  /** From which ages are counted: the date of the data. */
  readonly today: string;
}

export interface FinderData extends WorldData {
  readonly terms: readonly Term[];
}

const NOT_MEASURED: readonly MeasuredTo[] = [];

/** Longer words are cut, so that the corrections after them still fit into the address. */
export const MOST_WORDS = 120;

export function createFinder(state: FinderState, data: FinderData, draw: Draw, fail: (error: unknown) => void) {
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
  const lessKey = computed(() =>
    [...weights.value.weights].flatMap(([id, weight]) => (isOwn(id) && weight < 0 ? [id] : [])).join(','),
  );
  const pool = computed(() => candidatesOf(state.sites.value));
  const own = computed(() => {
    const less = lessKey.value.split(',');
    return ownColumns(state.sets.value, pool.value, (id) => less.includes(id));
  });
  const candidates = computed(() => {
    const preferred = preferredKey.value.split(',');
    const asked = {
      clusters: understood.value.clusters,
      focus: understood.value.terms,
      index,
      preferred: DISTRICT_IDS.filter((id) => preferred.includes(id)),
      withinM: withinM.value,
      today: state.today,
      own: own.value,
    };
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

  const drawn = signal<{ readonly of: object; readonly scores: DrawnScores } | null>(null);
  /** Changes with all that the draws depend on, and with nothing else. */
  const drawKey = computed(() => ({ world: world.value, withinM: withinM.value, clusters: clusterKey.value }));
  const stop = effect(() => {
    const of = drawKey.value;
    const input = untracked(() => drawInput(of.world, candidates.value, understood.value.clusters, of.withinM));
    draw(input).then((scores) => {
      if (drawKey.peek() === of) drawn.value = { of, scores };
    }, fail);
  });
  const ranking = computed(() => {
    const current = drawn.value?.of === drawKey.value ? drawn.value.scores : null;
    return rank(question.value, candidates.value, current);
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
    /** A station by its Chinese name, as records say what their points were taken from; the name alone where none is called so. */
    stationNamed(nameZh: string): { readonly nameZh: string; readonly nameEn: string } {
      const found = data.stations.features.find(({ properties: { name } }) => name === nameZh);
      return { nameZh, nameEn: found?.properties.nameEn ?? nameZh };
    },
    /** What the register names for the terms, candidates left out. */
    named,
    question,
    ranking,
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
    /** The sites that pass, for the map. */
    marked: computed(
      () =>
        new Set(ranking.value.candidates.filter(({ standing }) => standing !== 'removed').map(({ site }) => site.id)),
    ),
    /** Ends the draws that follow the question. */
    stop,
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
      const mine = [...weights.peek().weights].filter(([id]) => isOwn(id));
      const fresh = parseWeights(`preset:${preset}`);
      state.ask({
        weights: formatWeights({ ...fresh, end: weights.peek().end, weights: new Map([...fresh.weights, ...mine]) }),
      });
    },
    setWeight(id: CriterionId, weight: number): void {
      const before = weights.peek();
      state.ask({ weights: formatWeights({ ...before, weights: new Map(before.weights).set(id, weight) }) });
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
