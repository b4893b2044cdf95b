/**
 * The investor's question as the address holds it. `need` is free words, followed by corrections of what they
 * were taken to mean: `氢能阀门 -equipment +auto`. `weights` is `preset:heavy,station:5`: what differs from the
 * preset; `end:high` in it ranks by the high end of the scores. A column of the user's own may say what counts of several
 * rows, `own-1abc:-3.least`, and `rows:1x2.3y4` which rows count where one does; `of:1abc` makes the rows of a set of the
 * user's own the candidates, `of:1abc.under` lists them under their parks. `limits` is `station:5` (km), `neighbours:2`, `district:nanhai.shunde`, `prefer:…`, `within:10` (km),
 * `running:1`, `sure:1`. What is broken falls back for that pair alone.
 */
import { CLUSTER_IDS, DISTRICT_IDS, type DistrictId } from '../../domain/vocabulary.ts';
import { PRESET_IDS, PRESETS, type PresetId } from './presets.ts';
import {
  CRITERION_IDS,
  type CriterionId,
  type Limits,
  type OwnCriterion,
  ROW_PICKS,
  type RowPick,
  type ScoreEnd,
} from './types.ts';

export const MOST_WEIGHT = 5;
export const WITHIN_KM = 10;
/** Criteria that a bound can be set on, with its unit. */
export const BOUNDED = {
  neighbours: 'count',
  laboratory: 'km',
  college: 'km',
  venue: 'km',
  station: 'km',
  motorway: 'km',
  airport: 'km',
  port: 'km',
} as const;
export type BoundedCriterion = keyof typeof BOUNDED;
export const BOUNDED_IDS: readonly BoundedCriterion[] = [
  ...(['neighbours', 'laboratory', 'college', 'venue', 'station', 'motorway', 'airport', 'port'] as const),
];

export interface Need {
  readonly words: string;
  /** Ids of clusters and terms that the user put in or took out. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const CORRECTION = /(?:^|\s)([+-])([a-z][a-z0-9-]*)(?=\s|$)/g;

/** Reads `need`. `isTerm` knows the ids of terms; what is no id stays among the words. */
export function parseNeed(text: string, isTerm: (id: string) => boolean): Need {
  const added = new Set<string>();
  const removed = new Set<string>();
  const words = text.replace(CORRECTION, (whole, sign: string, id: string) => {
    if (!CLUSTER_IDS.some((known) => known === id) && !isTerm(id)) return whole;
    (sign === '+' ? added : removed).add(id);
    return ' ';
  });
  return { words: words.replace(/\s+/g, ' ').trim(), added: [...added], removed: [...removed] };
}

export function formatNeed({ words, added, removed }: Need): string {
  return [words, ...added.map((id) => `+${id}`), ...removed.map((id) => `-${id}`)]
    .filter((part) => part !== '')
    .join(' ');
}

function pairsOf(text: string | null): (readonly [string, string])[] {
  return (text ?? '').split(',').flatMap((pair) => {
    const at = pair.indexOf(':');
    return at < 1 ? [] : [[pair.slice(0, at), pair.slice(at + 1)] as const];
  });
}

export function isOwn(id: string): id is `own-${string}` {
  return /^own-[a-z0-9]{1,12}$/.test(id);
}

function criterionOf(key: string): CriterionId | null {
  return CRITERION_IDS.find((id) => id === key) ?? (isOwn(key) ? key : null);
}

const NUMBER = /^-?\d{1,12}(\.\d{1,4})?$/;
const numberOf = (text: string): number | null => (NUMBER.test(text) ? Number(text) : null);

export interface Weights {
  readonly preset: PresetId;
  /** Which end of the scores ranks. */
  readonly end: ScoreEnd;
  /** Every built-in criterion, 0 to 5; own columns that have a weight, -5 to 5. */
  readonly weights: ReadonlyMap<CriterionId, number>;
  /** What counts of several rows, by own column; not named where nothing was chosen. */
  readonly picks: ReadonlyMap<OwnCriterion, RowPick>;
  /** Marks of the rows that count where one row does. */
  readonly rows: readonly string[];
  /** The set of the user's own whose rows are candidates, by the mark of its name; null where the register's records are. */
  readonly of: RowsOf | null;
}

export interface RowsOf {
  readonly mark: string;
  /** They are listed under the parks that they name, which are ranked as ever. */
  readonly under: boolean;
}

function rowsOf(pairs: ReturnType<typeof pairsOf>): RowsOf | null {
  const [mark = '', under] = pairs.find(([key]) => key === 'of')?.[1].split('.') ?? [];
  return MARK.test(mark) ? { mark, under: under === 'under' } : null;
}

const MARK = /^[a-z0-9]{1,7}$/;
/** So many rows can be chosen; the address is no table. */
export const MOST_ROWS = 40;

/** `-3.least`: the weight, and what counts of several rows. */
function ownWeight(value: string): readonly [weight: string, pick: RowPick | undefined] {
  const [weight = '', word] = value.split('.');
  return [weight, ROW_PICKS.find((pick) => pick === word)];
}

export function parseWeights(text: string | null): Weights {
  const pairs = pairsOf(text);
  const preset = PRESET_IDS.find((id) => pairs.some(([key, value]) => key === 'preset' && value === id)) ?? 'balanced';
  const end = pairs.some(([key, value]) => key === 'end' && value === 'high') ? 'high' : 'low';
  const weights = new Map<CriterionId, number>(CRITERION_IDS.map((id) => [id, PRESETS[preset][id] ?? 0]));
  const picks = new Map<OwnCriterion, RowPick>();
  for (const [key, value] of pairs) {
    const criterion = criterionOf(key);
    const [number, pick] = criterion !== null && isOwn(criterion) ? ownWeight(value) : [value];
    const weight = numberOf(number);
    if (criterion === null || weight === null || !Number.isInteger(weight)) continue;
    if (weight > MOST_WEIGHT || weight < (isOwn(criterion) ? -MOST_WEIGHT : 0)) continue;
    weights.set(criterion, weight);
    if (pick !== undefined && isOwn(criterion)) picks.set(criterion, pick);
  }
  const chosen = pairs.flatMap(([key, value]) => (key === 'rows' ? value.split('.') : []));
  const rows = chosen.filter((mark) => MARK.test(mark)).slice(0, MOST_ROWS);
  return { preset, end, weights, picks, rows, of: rowsOf(pairs) };
}

/** Null where nothing differs from the preset that is there without a word. */
export function formatWeights({ preset, end, weights, picks, rows, of }: Weights): string | null {
  const pairs = [...weights].flatMap(([id, weight]) => {
    if (!isOwn(id)) return weight === (PRESETS[preset][id] ?? 0) ? [] : [`${id}:${weight}`];
    const pick = picks.get(id);
    return weight === 0 ? [] : [`${id}:${weight}${pick === undefined ? '' : `.${pick}`}`];
  });
  if (of !== null) pairs.push(`of:${of.mark}${of.under ? '.under' : ''}`);
  if (rows.length > 0) pairs.push(`rows:${rows.join('.')}`);
  const all = [
    ...(preset === 'balanced' ? [] : [`preset:${preset}`]),
    ...(end === 'low' ? [] : [`end:${end}`]),
    ...pairs,
  ];
  return all.length === 0 ? null : all.join(',');
}

export const NO_LIMITS: Limits = {
  bounds: new Map(),
  districts: null,
  preferred: [],
  running: false,
  sure: false,
  withinM: WITHIN_KM * 1000,
};

function districtsOf(value: string): readonly DistrictId[] {
  const wanted = value.split('.');
  return DISTRICT_IDS.filter((id) => wanted.includes(id));
}

export function parseLimits(text: string | null): Limits {
  let limits = NO_LIMITS;
  const bounds = new Map<CriterionId, number>();
  for (const [key, value] of pairsOf(text)) {
    const number = numberOf(value);
    if (key === 'district') {
      const districts = districtsOf(value);
      if (districts.length > 0) limits = { ...limits, districts };
    } else if (key === 'prefer') limits = { ...limits, preferred: districtsOf(value) };
    else if (key === 'running') limits = { ...limits, running: value === '1' };
    else if (key === 'sure') limits = { ...limits, sure: value === '1' };
    else if (key === 'within') {
      if (number !== null && number >= 1 && number <= 50) limits = { ...limits, withinM: number * 1000 };
    } else if (number !== null) {
      const bounded = BOUNDED_IDS.find((id) => id === key);
      if (bounded !== undefined && number > 0 && number <= 500)
        bounds.set(bounded, BOUNDED[bounded] === 'km' ? number * 1000 : Math.round(number));
      else if (isOwn(key)) bounds.set(key, number);
    }
  }
  return { ...limits, bounds };
}

/** Null where there is none. */
export function formatLimits({ bounds, districts, preferred, running, sure, withinM }: Limits): string | null {
  const pairs = [...bounds].map(([id, value]) => {
    const km = BOUNDED_IDS.some((bounded) => bounded === id && BOUNDED[bounded] === 'km');
    return `${id}:${km ? value / 1000 : value}`;
  });
  if (districts !== null) pairs.push(`district:${districts.join('.')}`);
  if (preferred.length > 0) pairs.push(`prefer:${preferred.join('.')}`);
  if (withinM !== WITHIN_KM * 1000) pairs.push(`within:${withinM / 1000}`);
  if (running) pairs.push('running:1');
  if (sure) pairs.push('sure:1');
  return pairs.length === 0 ? null : pairs.join(',');
}
