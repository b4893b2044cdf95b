/** The comparison as rows: what each candidate says on a matter, whether they differ, and which is best, if one is. */

import { behindBest, bestOf, type Measured, measuredOf } from '../../analysis/invest/compare.ts';
import {
  CRITERION_IDS,
  type CriterionId,
  type CriterionValue,
  type KnownValue,
  type RankedCandidate,
} from '../../analysis/invest/types.ts';
import { clausesNaming } from '../../domain/policy-text.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Site } from '../../domain/site.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { clusterName, districtNames, townNames } from '../shared/phrases.ts';
import { criterionWords, ownNames, presetRankWords, rankWords, scoreText, valueWords } from './criterion-text.ts';
import { ownSaid } from './own-said.tsx';
import { comparable, rankedOf } from './ranked.ts';

/** A score from 0 to 1 as a bar: what it is, what it may come to where all that is unknown turns out well, and what errors leave. */
export interface CompareBar {
  readonly score: number;
  readonly high: number;
  readonly min: number;
  readonly max: number;
}

export interface CompareCell {
  /** Null where nothing is known. */
  readonly text: string | null;
  /** Why it is unknown, or the date of what is known. */
  readonly aside: string | null;
  readonly bar?: CompareBar;
  /** Points of a hundred that it gives less than the best of them; null where that cannot be said. */
  readonly behind?: number | null;
  readonly sources: readonly Source[];
  /** A clause that the text is the cite of. */
  readonly clauses?: readonly string[];
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  /** What must be said with every value of it. */
  readonly note: string | null;
  readonly cells: readonly CompareCell[];
  readonly differs: boolean;
  /** Place of the best cell; null where none may be called so. */
  readonly best: number | null;
}

export interface CompareGroup {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

const UNKNOWN: CompareCell = { text: null, aside: null, sources: [] };

function cell(text: string | null, aside: string | null = null, sources: readonly Source[] = []): CompareCell {
  return { text, aside, sources };
}

/** Unknown for whatever reason is the same as unknown. */
function rowOf(
  key: string,
  label: string,
  cells: readonly CompareCell[],
  measured?: readonly (Measured | null)[],
  note: string | null = null,
): CompareRow {
  const texts = new Set(cells.map(({ text }) => text));
  return {
    key,
    label,
    note,
    cells,
    differs: cells.length > 1 && texts.size > 1,
    best: measured === undefined ? null : bestOf(measured),
  };
}

/** Rows of which nothing is known on any side are left out, save those of criteria: not knowing them is an answer. */
export function compareGroups(state: AppState, i18n: I18n, sites: readonly Site[]): CompareGroup[] {
  const { t } = i18n;
  const groups = [
    {
      key: 'criteria',
      title: t('cmpCriteria'),
      rows: [...scoreRows(state, i18n, sites), ...criterionRows(state, i18n, sites)],
    },
    { key: 'own', title: t('ownSaid'), rows: ownRows(state, i18n, sites) },
    { key: 'identity', title: t('cmpIdentity'), rows: identityRows(state, i18n, sites) },
    { key: 'policy', title: t('cmpPolicy'), rows: policyRows(state, i18n, sites) },
    { key: 'facts', title: t('cmpFacts'), rows: factRows(i18n, sites) },
  ];
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter(({ cells }) => group.key === 'criteria' || cells.some(({ text }) => text !== null)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function scoreRows(state: AppState, i18n: I18n, sites: readonly Site[]): CompareRow[] {
  const { t, number } = i18n;
  const ranked = sites.map(({ id }) => rankedOf(state, id));
  if (ranked.every((one) => one === null)) return [];
  return [
    rowOf(
      'score',
      t('cmpScore'),
      ranked.map((one) => {
        const scored = comparable(one);
        const why = one?.standing === 'little-known' ? t('littleKnown') : null;
        const bar = scored === null ? null : scoreBar(scored);
        return { ...cell(scored === null ? null : scoreText(i18n, scored), why), ...(bar === null ? {} : { bar }) };
      }),
    ),
    rowOf(
      'ranks',
      t('cmpRankRange'),
      ranked.map((one) => cell(one === null ? null : rankWords(i18n, one))),
    ),
    rowOf(
      'preset-ranks',
      t('presetRanks'),
      sites.map(({ id }) => cell(presetRankWords(i18n, state.invest.finder.value?.presetRanks.value.get(id)))),
    ),
    rowOf(
      'spread',
      t('cmpSpread'),
      ranked.map((one) => cell(one?.spread == null ? null : `${number(one.spread[0], 0)}–${number(one.spread[1], 0)}`)),
    ),
    rowOf(
      'known',
      t('cmpKnownShare'),
      ranked.map((one) => cell(one === null ? null : `${number(one.knownShare * 100, 0)}%`)),
    ),
  ];
}

/** Before the draws the spread is not known, and no error is drawn. */
export function scoreBar({ score, scoreHigh, spread }: RankedCandidate): CompareBar | null {
  if (score === null || scoreHigh === null) return null;
  const [min, max] = spread ?? [score, score];
  return { score: score / 100, high: scoreHigh / 100, min: min / 100, max: max / 100 };
}

function valueBar({ score, scoreHigh = score, scoreMin, scoreMax }: KnownValue): CompareBar {
  return { score, high: scoreHigh, min: scoreMin, max: scoreMax };
}

function criterionRows(state: AppState, i18n: I18n, sites: readonly Site[]): CompareRow[] {
  const values = sites.map(({ id }) => rankedOf(state, id)?.values ?? new Map<CriterionId, CriterionValue>());
  const all = new Set(values.flatMap((known) => [...known.keys()]));
  const own = [...all].filter((id) => !CRITERION_IDS.some((built) => built === id));
  const finder = state.invest.finder.value;
  const nameOf = finder === null ? undefined : ownNames(finder);
  return [...CRITERION_IDS.filter((id) => all.has(id)), ...own].map((id) => {
    const said = values.map((known) => known.get(id) ?? null);
    const behind = behindBest(
      sites.map(
        (site) => comparable(rankedOf(state, site.id))?.parts.find(({ criterion }) => criterion === id) ?? null,
      ),
    );
    const cells = said.map((value, at): CompareCell => {
      if (value === null) return UNKNOWN;
      const words = valueWords(i18n, state, value);
      if (!value.known) return cell(null, words);
      return { ...cell(words, null, value.sources), bar: valueBar(value), behind: behind[at] ?? null };
    });
    // Once a criterion: what must be said of one value of it must be said of all.
    const notes = new Set(said.flatMap((value) => (value?.known === true ? (value.note ?? []) : [])));
    return rowOf(
      id,
      criterionWords(i18n, id, nameOf),
      cells,
      said.map((value) => (value === null ? null : measuredOf(value))),
      notes.size === 0 ? null : [...notes].map((note) => i18n.t(`valueNote.${note}`)).join(' '),
    );
  });
}

/** Columns of words of the user's own tables; what has expired is said to have. */
function ownRows(state: AppState, { t }: I18n, sites: readonly Site[]): CompareRow[] {
  const said = sites.map(({ id }) => ownSaid(state, id));
  const columns = new Set(said.flatMap((own) => own.map(({ column }) => column)));
  return [...columns].map((column) => {
    const cells = said.map((own) => {
      const texts = own.find((one) => one.column === column)?.texts ?? [];
      const words = texts.map(({ text, expired }) => (expired ? `${text} (${t('ownSaidExpired')})` : text));
      return cell(words.length === 0 ? null : words.join('\n'));
    });
    return rowOf(`own:${column}`, column, cells);
  });
}

function identityRows(state: AppState, i18n: I18n, sites: readonly Site[]): CompareRow[] {
  const { t, text, date, distance } = i18n;
  const row = (label: MessageKey, of: (site: Site) => CompareCell) => rowOf(label, t(label), sites.map(of));
  const bySource = (site: Site, keys: readonly (string | null)[]) =>
    keys.flatMap((key) => (key === null ? [] : (site.sources[key] ?? [])));
  return [
    row('filterKind', (site) => cell(t(`kind.${site.kind}`))),
    row('cluster', (site) => cell(clusterName(i18n, state.clusters, site.industryCluster))),
    row('district', (site) => cell(site.districts.length === 0 ? null : districtNames(i18n, site))),
    row('town', (site) => {
      const names = townNames(i18n, state.things.value.town, site.towns);
      return cell(names.length === 0 ? null : i18n.list(names));
    }),
    row('status', (site) =>
      site.status === 'unknown'
        ? UNKNOWN
        : cell(
            t(`status.${site.status}`),
            site.statusDate === null ? null : t('statusAsOf', { date: date(site.statusDate) }),
            bySource(site, [site.statusSource]),
          ),
    ),
    row('howSure', (site) =>
      site.precision === 'unknown'
        ? UNKNOWN
        : cell(t(`precision.${site.precision}`), null, bySource(site, site.location.sources)),
    ),
    row('radius', (site) => cell(site.radiusM === null ? null : distance(site.radiusM, site.radiusM))),
    row('focus', (site) => cell(site.focus === null ? null : text(site.focus))),
    row('operator', (site) => cell(site.operator === null ? null : text(site.operator))),
    row('address', (site) => cell(site.address === null ? null : text(site.address))),
    row('area', (site) =>
      cell(
        site.areaKm2 === null ? null : factWords(i18n, { value: site.areaKm2 * 1e6, unit: 'm²', qualifier: 'exact' }),
      ),
    ),
  ];
}

function policyRows(state: AppState, i18n: I18n, sites: readonly Site[]): CompareRow[] {
  const cells = sites.map((site): CompareCell => {
    const clauses = state.base.policies.flatMap((policy) => clausesNaming(policy, { ...site, entity: 'site' }));
    const cites = clauses.map(({ cite, heading }) => `${cite} ${heading}`).join('、');
    return { ...cell(cites === '' ? null : cites), clauses: clauses.map(({ id }) => id) };
  });
  return [rowOf('clauses', i18n.t('cmpClauses'), cells)];
}

/** Facts of one key side by side; several of one side, each with its date, stand together. */
function factRows(i18n: I18n, sites: readonly Site[]): CompareRow[] {
  const { t, text, date } = i18n;
  const all = sites.flatMap(({ facts }) => facts);
  const keys = [...new Set(all.map(({ key }) => key))];
  // What several sides state comes first: it is what can be compared.
  const sides = (key: string) => sites.filter(({ facts }) => facts.some((one) => one.key === key)).length;
  return [...keys]
    .sort((a, b) => sides(b) - sides(a))
    .map((key) => {
      const cells = sites.map((site): CompareCell => {
        const own = site.facts.filter((one) => one.key === key);
        if (own.length === 0) return UNKNOWN;
        const said = own.map(
          (one) => `${factWords(i18n, one)} (${one.asOf === null ? t('dateNotStated') : date(one.asOf)})`,
        );
        return cell(
          said.join('\n'),
          null,
          own.flatMap((one) => site.sources[one.source] ?? []),
        );
      });
      const label = all.find((one) => one.key === key)?.label;
      return rowOf(key, label === undefined ? key : text(label), cells);
    });
}
