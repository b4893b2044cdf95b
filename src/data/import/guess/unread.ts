/** Columns that look like coordinates, or are called so, and give none: named, so that no row falls to its district unsaid. */
import { type Note, note } from '../guards/notes.ts';
import type { Cell, Role, RoleGuess } from '../types.ts';
import { nameScore } from './role-names.ts';

const PLACES: readonly Role[] = ['x', 'y', 'pair', 'wkt'];
const LOOKED_AT = 200;
const SHOWN_CHARS = 40;
const LEAST_NAME = 0.6;

/** Codes of places that are known by their form, though they are not read. */
const CODES: readonly (readonly [system: string, form: RegExp])[] = [
  ['H3', /^8[0-9a-f]{14}$/i],
  ['Plus Code', /^[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,4}$/i],
  // Those of southern China begin with w; a word without a digit is a word.
  ['Geohash', /^w(?=[a-z]*\d)[0-9b-hjkmnp-z]{5,11}$/],
];

const textOf = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell).trim());

/** @param taken the roles that columns have; a column without one that should have one is told with an example */
export function unreadCoordinates(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  taken: readonly RoleGuess[],
): Note[] {
  const placed = new Set(taken.filter(({ role }) => PLACES.includes(role)).map(({ column }) => column));
  return names.flatMap((name, column) => {
    if (placed.has(column)) return [];
    const texts = rows.slice(0, LOOKED_AT).flatMap((row) => (textOf(row[column]) === '' ? [] : [textOf(row[column])]));
    const [first] = texts;
    if (first === undefined) return [];
    const example = first.length > SHOWN_CHARS ? `${first.slice(0, SHOWN_CHARS - 1)}…` : first;
    const code = CODES.find(([, form]) => texts.every((text) => form.test(text)));
    if (code !== undefined) return [note('place-codes', { name, system: code[0], example })];
    const isCalled = PLACES.some((role) => nameScore(name, role) >= LEAST_NAME);
    const hasRole = taken.some((found) => found.column === column);
    return isCalled && !hasRole ? [note('coordinates-unread', { name, example })] : [];
  });
}
