/** What each column could be, by its name and by its values, with a score. Nothing is decided here. */
import type { Gazetteer } from '../place/gazetteer.ts';
import { parseGeometryText } from '../place/geometry-text.ts';
import { parseAngle, parsePair } from '../place/position-text.ts';
import { type Cell, ROLES, type Role, type RoleGuess } from '../types.ts';
import { clusterOfTerm } from './industry-terms.ts';
import { nameScore } from './role-names.ts';

const VALUES = 400;
const LEAST = 0.3;
const NAME_WEIGHT = 0.6;

/** Cells of a column that are not empty, and how often each stands there. */
interface Values {
  readonly cells: readonly Cell[];
  readonly counts: ReadonlyMap<Cell, number>;
}

const valuesIn = (cells: readonly Cell[]): Values => {
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return { cells, counts };
};

function valuesOf(rows: readonly (readonly Cell[])[], column: number): Values {
  const cells: Cell[] = [];
  for (const row of rows) {
    const cell = row[column];
    if (cell !== null && cell !== undefined && cell !== '') cells.push(cell);
    if (cells.length === VALUES) break;
  }
  return valuesIn(cells);
}

const between = (value: number, from: number, to: number) => value >= from && value <= to;
/** Longitudes of Guangdong, or eastings of any of its grids that tell their zone. */
const isX = (value: number) =>
  between(value, 109, 118) ||
  between(value, 12_100_000, 13_200_000) ||
  between(value, 19_000_000, 20_999_999) ||
  between(value, 36_000_000, 39_999_999);
const isY = (value: number) => between(value, 20, 26) || between(value, 2_200_000, 2_950_000);

/** Each different value is tried once: a column of an industry or a district holds few. */
function share({ cells, counts }: Values, test: (cell: Cell) => boolean): number {
  let passed = 0;
  for (const [cell, count] of counts) if (test(cell)) passed += count;
  return cells.length === 0 ? 0 : passed / cells.length;
}

const angle = (test: (value: number) => boolean) => (cell: Cell) => {
  const parsed = parseAngle(cell);
  return parsed !== null && test(parsed.value);
};

const isEasting = (value: number) => isX(value) || between(value, 150_000, 850_000);
/**
 * Under a name that says so, either of the two will do, eastings without a zone too: surveyors call north X. So will
 * the numbers of a grid that is not known here, which is then refused by name.
 */
const isEither = (value: number) => isEasting(value) || isY(value) || Math.abs(value) > 180;
/** In one cell two numbers may be a span of years: these are too small for a grid. */
const LEAST_OF_A_GRID = 10_000;

/** Two numbers that can be a place in or around the city: "1,234.5" and "2020 2021" are none. */
function isPlace(cell: Cell): boolean {
  const pair = parsePair(cell);
  if (pair === null) return false;
  const [a, b] = [pair.first.value, pair.second.value];
  return (isEasting(a) && isY(b)) || (isY(a) && isEasting(b));
}

/** Under a name that says so, numbers of a grid that is not known here are a pair too: they are refused by name. */
const isNamedPair = (cell: Cell) => {
  const pair = parsePair(cell);
  return (
    pair !== null &&
    (isPlace(cell) || Math.max(Math.abs(pair.first.value), Math.abs(pair.second.value)) > LEAST_OF_A_GRID)
  );
};

/** How well the values fit a role, 0 to 1. */
function valueScore(values: Values, role: Role, gazetteer: Gazetteer, named: boolean): number {
  const different = values.counts.size / Math.max(1, values.cells.length);
  switch (role) {
    case 'x':
      return share(values, angle(named ? isEither : isX));
    case 'y':
      return share(values, angle(named ? isEither : isY));
    case 'pair':
      return share(values, named ? isNamedPair : isPlace);
    case 'wkt':
      return share(values, (cell) => parseGeometryText(cell) !== null);
    case 'district':
      return share(values, (cell) => gazetteer.district(cell) !== null);
    case 'town':
      return share(values, (cell) => gazetteer.town(cell) !== null);
    case 'site':
      return siteScore(values, gazetteer, named);
    case 'industry':
      // Names of firms hold words of industries too; but an industry repeats.
      return share(values, (cell) => clusterOfTerm(String(cell)) !== null) * (different <= 0.5 ? 1 : 0.3);
    case 'name':
      return share(values, (cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell)) * different;
  }
}

/** Names that are only like those of sites speak for a column that is called so, and not by themselves. */
function siteScore(values: Values, { sites }: Gazetteer, named: boolean): number {
  const exact = share(values, (cell) => sites.exact(cell) !== null);
  if (!named || exact >= LEAST) return exact;
  return share(
    valuesIn(values.cells.slice(0, LIKE_NAMES)),
    (cell) => sites.exact(cell) !== null || sites.near(String(cell)).length > 0,
  );
}

/** So many names are compared with those of sites. */
const LIKE_NAMES = 50;

const NEEDS_VALUES: ReadonlySet<Role> = new Set(['pair', 'wkt', 'site', 'district', 'town']);
/** A column that no name gives away: what its values must be at least. Lists of parks hold others beside the register's. */
const LEAST_UNNAMED: Readonly<Partial<Record<Role, number>>> = { name: 0.6, industry: 0.6, site: LEAST };

function guess(name: string, values: Values, column: number, role: Role, gazetteer: Gazetteer): RoleGuess | null {
  const byName = nameScore(name, role);
  const byValues = valueScore(values, role, gazetteer, byName >= 0.6);
  // A column called 坐标 without a pair in it, or 地址 without a town, is none; nor is one that is only likely by its
  // name, as jd is for 经度 and for 进度, where no value speaks for it.
  if ((NEEDS_VALUES.has(role) || byName < 1) && byValues < LEAST && !(byName > 0 && WORDS.has(role))) return null;
  if (byName === 0 && byValues < (LEAST_UNNAMED[role] ?? 0.8)) return null;
  const score = NAME_WEIGHT * byName + (1 - NAME_WEIGHT) * byValues;
  if (score < LEAST && role !== 'site') return null;
  return { role, column, score, by: byName > 0 && byValues >= LEAST ? 'both' : byName > 0 ? 'name' : 'values' };
}

/** What is named by words: any value will do. */
const WORDS: ReadonlySet<Role> = new Set(['name', 'industry']);

/** An address may state both the district and the town; what a row is called may be the name of a site. */
const SHARED: readonly (readonly Role[])[] = [
  ['district', 'town'],
  ['name', 'site'],
];

export interface RoleGuesses {
  /** At most one a role; no column twice. */
  readonly best: readonly RoleGuess[];
  readonly others: readonly RoleGuess[];
}

export function guessRoles(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  gazetteer: Gazetteer,
): RoleGuesses {
  const all: RoleGuess[] = [];
  names.forEach((name, column) => {
    const values = valuesOf(rows, column);
    for (const role of ROLES) {
      const found = guess(name, values, column, role, gazetteer);
      if (found !== null) all.push(found);
    }
  });
  all.sort((a, b) => b.score - a.score || a.column - b.column);
  const best: RoleGuess[] = [];
  const shares = (one: Role, other: Role) => SHARED.some((pair) => pair.includes(one) && pair.includes(other));
  for (const found of all) {
    if (best.some(({ role }) => role === found.role)) continue;
    const clash = best.some(({ column, role }) => column === found.column && !shares(role, found.role));
    if (clash) continue;
    best.push(found);
  }
  const half = best.filter(({ role }) => role === 'x' || role === 'y').length === 1;
  // One coordinate without the other is none.
  const kept = half ? best.filter(({ role }) => role !== 'x' && role !== 'y') : best;
  return { best: kept, others: all.filter((found) => !kept.includes(found)) };
}
