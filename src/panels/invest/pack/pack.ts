/**
 * The investor's pack for a board in words: what pages and slides both say. Which candidates, what decides between them,
 * of each the reasons, the risks and whom to ask, the offers that bear on the need, and the method.
 */
import { DRAWS, SEED } from '../../../analysis/invest/draws.ts';
import { LEAST_KNOWN } from '../../../analysis/invest/rank.ts';
import { CRITERION_IDS, type RankedCandidate, type Ranking } from '../../../analysis/invest/types.ts';
import type { PackChoices } from '../../../data/device/pack-store.ts';
import { describeSite, type SiteDescription } from '../../../domain/describe.ts';
import { gapsOf } from '../../../domain/gaps.ts';
import { offersByTopic } from '../../../domain/offers.ts';
import { askedOf } from '../../../domain/questions.ts';
import type { Clause } from '../../../domain/schema/policy.ts';
import type { Site } from '../../../domain/site.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { Finder } from '../../../state/invest/finder.ts';
import { markWords, policyCite } from '../../paper/meta.ts';
import { clusterName, districtNames, placeWords } from '../../shared/phrases.ts';
import { type CompareGroup, compareGroups } from '../compare-rows.ts';
import { criterionWords, ownNames, scoreText } from '../criterion-text.ts';
import { decisionWords } from '../decision-text.ts';
import { homeOf } from '../dossier/blocks.ts';
import { comparable, rankedOf, standingWords } from '../ranked.ts';
import { reasonWords } from '../reason-text.ts';
import { offerNeed, unitsOfClause } from './choices.ts';
import { needWords, type Worded } from './need-text.ts';
import { riskWords } from './risk-text.ts';

/** Lines of the ranking on its page; the others are a number. */
const MOST_RANKED = 12;
/** Columns of the comparison that an upright page holds. */
const MOST_SIDES = 4;
/** Candidates where nobody has chosen any. */
const UNCHOSEN = 3;

export interface RankLine {
  readonly site: Site;
  readonly ranked: RankedCandidate;
  /** The rank, or what stands in its place. */
  readonly place: string;
  readonly name: string;
  readonly where: string;
  readonly score: string;
  readonly spread: string;
  readonly range: string;
  readonly known: string;
}

export interface PackQuestion {
  /** Units as they are named, or that none is. */
  readonly whom: string;
  /** The clauses that name them. */
  readonly cites: string;
  readonly questions: readonly string[];
}

export interface PackClause {
  readonly cite: string;
  /** In the language of the pack, unofficial; empty where there is none. */
  readonly brief: string;
  /** The sentences that name it, verbatim. */
  readonly text: string;
}

export interface PackCandidate {
  readonly line: RankLine;
  /** Score, spread, rank and known share in one line. */
  readonly standing: string;
  readonly facts: readonly Worded[];
  readonly reasons: string;
  readonly risks: readonly string[];
  readonly asks: readonly PackQuestion[];
  readonly clauses: readonly PackClause[];
  /** The user's own note; empty where it is not to be told. */
  readonly note: string;
}

export interface PackOffer {
  readonly gloss: string;
  readonly quote: string;
  readonly cite: string;
  /** The clusters that its words name; empty where they name none. */
  readonly fields: string;
}

export interface Pack {
  readonly title: string;
  readonly need: readonly Worded[];
  readonly verdict: readonly string[];
  readonly lines: readonly RankLine[];
  /** How many more are ranked. */
  readonly more: number;
  readonly compared: readonly Site[];
  readonly comparison: CompareGroup | null;
  readonly decides: string | null;
  readonly candidates: readonly PackCandidate[];
  readonly offers: readonly { readonly topic: string; readonly offers: readonly PackOffer[] }[];
  readonly offersOf: string;
  /** Who answers for the clauses of the offers. */
  readonly responsible: readonly { readonly cite: string; readonly units: string }[];
  readonly method: readonly string[];
  readonly foot: string;
  readonly mark: string;
}

/** The shortlist as it is shown, or where there is none, the first that are ranked. */
export function packSites(state: AppState): readonly Site[] {
  const listed = state.invest.shortlist.value.flatMap((id) => state.siteById.value.get(id) ?? []);
  if (listed.length > 0) return listed;
  const ranked = state.invest.ranking.value?.candidates.filter(({ standing }) => standing === 'ranked') ?? [];
  return ranked.slice(0, UNCHOSEN).map(({ site }) => site);
}

interface PackRequest {
  readonly state: AppState;
  readonly i18n: I18n;
  readonly finder: Finder;
  readonly choices: PackChoices;
  /** By candidate; empty where notes are not to be told. */
  readonly notes: Readonly<Record<string, string>>;
}

export function packOf(request: PackRequest): Pack {
  const { state, i18n, finder } = request;
  const { t, date } = i18n;
  const ranking = finder.ranking.value;
  const sites = packSites(state);
  const compared = (state.invest.compare.value.length > 1 ? state.invest.compare.value : sites.map(({ id }) => id))
    .flatMap((id) => state.siteById.value.get(id) ?? [])
    .slice(0, MOST_SIDES);
  const [first] = sites;
  const scope = first === undefined ? 'place' : (rankedOf(state, first.id)?.scope ?? 'place');
  const ranked = ranking.candidates.filter((one) => one.standing === 'ranked' && one.scope === scope);
  const { version } = state.base;
  return {
    title: ranking.question.words === '' ? t('packTitle') : t('packTitleFor', { need: ranking.question.words }),
    need: needWords(state, i18n, finder),
    verdict: verdictOf(i18n, ranking, ranked),
    lines: ranked.slice(0, MOST_RANKED).map((one) => lineOf(request, one.site, one)),
    more: Math.max(0, ranked.length - MOST_RANKED),
    compared,
    comparison: compared.length < 2 ? null : comparisonOf(request, compared),
    decides: decisionWords(
      i18n,
      compared.flatMap(({ id }) => rankedOf(state, id) ?? []),
      ranking.question.end,
      ownNames(finder),
    ),
    candidates: sites.flatMap((site) => candidateOf(request, site)),
    ...offersOf(request),
    method: [
      t('methodFormulaText', { least: 100 * LEAST_KNOWN }),
      t('methodRangesText', { draws: DRAWS, seed: SEED }),
      ...(['methodCannot1', 'methodCannot2', 'methodCannot4', 'methodCannot5', 'methodCannot6'] as const).map((key) =>
        t(key),
      ),
    ],
    foot: `${policyCite(state, [i18n])} · ${t('dataVersion', { version: version.data, date: date(version.date) })}`,
    mark: markWords(state, [i18n]),
  };
}

/** Criteria that have no weight decide nothing, and a page has no room for them. */
function comparisonOf({ state, i18n, finder }: PackRequest, compared: readonly Site[]): CompareGroup | null {
  const all = compareGroups(state, i18n, compared).find(({ key }) => key === 'criteria');
  if (all === undefined) return null;
  const counting = new Set<string>(finder.ranking.value.criteria);
  const idle = (key: string) => [...CRITERION_IDS].some((id) => id === key) && !counting.has(key);
  return { ...all, rows: all.rows.filter(({ key }) => !idle(key)) };
}

function lineOf({ i18n }: Pick<PackRequest, 'i18n'>, site: Site, ranked: RankedCandidate): RankLine {
  const { t, name, number } = i18n;
  const scored = comparable(ranked);
  const range = ranked.rankRange;
  return {
    site,
    ranked,
    place: ranked.rank === null ? t('cmpUnknown') : `${ranked.rank}`,
    name: name(site),
    where: districtNames(i18n, site),
    score: scored === null ? t('cmpUnknown') : scoreText(i18n, scored),
    spread: ranked.spread === null ? '–' : `${number(ranked.spread[0], 0)}–${number(ranked.spread[1], 0)}`,
    range: range === null ? '–' : range[0] === range[1] ? `${range[0]}` : `${range[0]}–${range[1]}`,
    known: `${number(100 * ranked.knownShare, 0)}%`,
  };
}

/** What the ranking says and does not: a board is told first whether there is a winner at all. */
function verdictOf(i18n: I18n, ranking: Ranking, ranked: readonly RankedCandidate[]): string[] {
  const { t, name, list } = i18n;
  const [first] = ranked;
  if (first === undefined) return [t(ranking.criteria.length === 0 ? 'packUnasked' : 'packNobody')];
  const tied = ranked.filter(({ tiedFirst }) => tiedFirst);
  const unsure = ranked.filter(
    (one) => one !== first && (one.scoreHigh ?? 0) > (first.score ?? 0) && !tied.includes(one),
  );
  return [
    tied.length > 1
      ? t('packTied', { n: tied.length, list: list(tied.map(({ site }) => name(site))) })
      : t(ranking.simulation === null ? 'packFirstUndrawn' : 'packFirst', {
          name: name(first.site),
          score: scoreText(i18n, first),
        }),
    ...(unsure.length === 0 ? [] : [t('packUnsure', { list: list(unsure.slice(0, 5).map(({ site }) => name(site))) })]),
  ];
}

function candidateOf(request: PackRequest, site: Site): PackCandidate[] {
  const { state, i18n, finder, notes } = request;
  const ranked = rankedOf(state, site.id);
  if (ranked === null) return [];
  const described = describeSite({ policy: homeOf(request, site), sites: state.sites.value }, site);
  const gaps = gapsOf(site, described.clauses.length > 0, state.base.version.date);
  return [
    {
      line: lineOf(request, site, ranked),
      standing: standingWords(i18n, ranked),
      facts: factsOf(request, site),
      reasons:
        ranked.standing === 'ranked'
          ? reasonWords(i18n, state, ranked, ownNames(finder), finder.named.value)
          : i18n.t('packNotRanked'),
      risks: riskWords(i18n, finder, ranked, described.clauses.length > 0),
      asks: asksOf(request, site, gaps),
      clauses: clausesOf(request, site, described),
      note: notes[site.id] ?? '',
    },
  ];
}

function factsOf({ state, i18n }: PackRequest, site: Site): Worded[] {
  const { t, text, date, distance } = i18n;
  const { things } = state;
  const rows: (Worded | null)[] = [
    {
      label: t('status'),
      value: `${t(`status.${site.status}`)}${site.statusDate === null ? '' : ` (${t('statusAsOf', { date: date(site.statusDate) })})`}`,
    },
    { label: t('district'), value: placeWords(i18n, things.value.town, site) },
    { label: t('cluster'), value: clusterName(i18n, state.clusters, site.industryCluster) },
    site.focus === null ? null : { label: t('focus'), value: text(site.focus) },
    site.operator === null ? null : { label: t('operator'), value: text(site.operator) },
    {
      label: t('howSure'),
      value: `${t(`precision.${site.precision}`)}${site.radiusM === null ? '' : ` · ±${distance(site.radiusM, site.radiusM)}`}`,
    },
  ];
  return rows.filter((row) => row !== null);
}

function asksOf({ state, i18n }: PackRequest, site: Site, gaps: ReturnType<typeof gapsOf>): PackQuestion[] {
  const { t, list, date, lang } = i18n;
  const clauseOf = (id: string) => state.things.value.clause.get(id)?.clause;
  const offers = state.offers.value?.find(({ docId }) => docId === state.policy.value.docId);
  return askedOf(gaps, offers, clauseOf).map(({ matter, units, clauses, questions }) => {
    const names = units.flatMap((id) => state.things.value.unit.get(id) ?? []).map((unit) => unitWords(i18n, unit));
    const place = matter === 'place' && site.districts.length > 0 ? ` (${districtNames(i18n, site)})` : '';
    return {
      whom: names.length === 0 ? t('packAskNobody') : `${list(names)}${place}`,
      cites: clauses.map(({ cite }) => cite).join(lang === 'en' ? ', ' : '、'),
      questions: questions.map((question) =>
        t(`packAsk.${question}`, { date: site.statusDate === null ? '' : date(site.statusDate) }),
      ),
    };
  });
}

/** A unit's name in the language of the pack, and in English the Chinese one that it answers to. */
function unitWords({ lang, name }: I18n, unit: { readonly nameZh: string; readonly nameEn: string }): string {
  return lang === 'en' ? `${unit.nameEn} (${unit.nameZh})` : name(unit);
}

/** Of each clause that names it the sentences that do, as they stand. */
function clausesOf({ state, i18n }: PackRequest, site: Site, described: SiteDescription): PackClause[] {
  const named = described.namedThroughParent ? described.parent?.id : site.id;
  return described.clauses.map(({ clause }) => {
    const policy = state.policyOf(clause.id);
    const marks = policy.mentions.filter(
      (one) => one.entity === 'site' && one.id === named && one.clause === clause.id,
    );
    const sentences = clause.sentences.filter(({ start, end }) =>
      marks.some((one) => one.start >= start && one.start < end),
    );
    return {
      cite: `${clause.cite} ${clause.heading}`,
      brief: clause.brief === null ? '' : i18n.text(clause.brief),
      text: (sentences.length === 0 ? [clause] : sentences)
        .map(({ start, end }) => policy.text.slice(start, end))
        .join('…'),
    };
  });
}

function offersOf({ state, i18n, choices }: PackRequest): Pick<Pack, 'offers' | 'offersOf' | 'responsible'> {
  const { t, text, list, lang } = i18n;
  const all = state.offers.value?.find(({ docId }) => docId === state.policy.value.docId);
  if (all === undefined) return { offers: [], offersOf: t('offersNone'), responsible: [] };
  const topics = offersByTopic(all, offerNeed(state, choices));
  const clauseOf = (id: string): Clause | undefined => state.things.value.clause.get(id)?.clause;
  const clauses = new Set(topics.flatMap(({ offers }) => offers.map(({ clause }) => clause)));
  const n = topics.reduce((sum, { offers }) => sum + offers.length, 0);
  return {
    offersOf: t('packOffersOf', {
      n,
      total: all.offers.length,
      topics: list(topics.map(({ topic }) => text(topic.name))),
    }),
    responsible: [...clauses].sort().map((id) => ({
      cite: clauseOf(id)?.cite ?? id,
      units: unitsOfClause(state, id)
        .flatMap((unit) => state.things.value.unit.get(unit) ?? [])
        .map((unit) => i18n.name(unit))
        .join(lang === 'en' ? '; ' : '、'),
    })),
    offers: topics.map(({ topic, offers }) => ({
      topic: text(topic.name),
      offers: offers.map((offer) => {
        const clause = clauseOf(offer.clause);
        return {
          gloss: text(offer.gloss),
          quote: offer.quote,
          cite: clause === undefined ? offer.clause : `${clause.cite} ${clause.heading}`,
          fields: list(offer.clusters.map((id) => clusterName(i18n, state.clusters, id))),
        };
      }),
    })),
  };
}

/** Criteria in force with what they weigh. */
export function weighed(
  i18n: I18n,
  finder: Finder,
): readonly { readonly name: string; readonly weight: number; readonly most: number; readonly id: string }[] {
  const { criteria, question } = finder.ranking.value;
  const weightOf = (id: (typeof criteria)[number]) => Math.abs(question.weights.get(id) ?? 0);
  const all = criteria.reduce((sum, id) => sum + weightOf(id), 0);
  return criteria.map((id) => ({
    id,
    name: criterionWords(i18n, id, ownNames(finder)),
    weight: weightOf(id),
    most: (100 * weightOf(id)) / all,
  }));
}
