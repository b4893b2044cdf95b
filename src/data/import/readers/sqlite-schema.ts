/** The columns of a table of SQLite, read from the sentence that made it. */
import type { SqliteValue } from './sqlite-record.ts';

export interface SqliteColumn {
  readonly name: string;
  /** As it was declared, in capitals. */
  readonly type: string;
  /** Its value is the number of the row, which the record leaves out. */
  readonly isRowid: boolean;
  /** What rows have that were there before the column. */
  readonly initial: SqliteValue;
}

/** Quoted names, strings and comments as one, and every other mark by itself. */
const TOKEN =
  /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|[\w.$\u0080-\uFFFF+-]+|[(),]/g;
const CONSTRAINT = /^(CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN)$/i;
const END_OF_TYPE = /^(CONSTRAINT|PRIMARY|NOT|NULL|UNIQUE|CHECK|DEFAULT|COLLATE|REFERENCES|GENERATED|AS)$/i;

function unquoted(token: string): string {
  const [first = ''] = token;
  if (first === '[') return token.slice(1, -1);
  return first === '"' || first === '`' || first === "'" ? token.slice(1, -1).replaceAll(first + first, first) : token;
}

function initialOf(tokens: readonly string[]): SqliteValue {
  const at = tokens.findIndex((token) => /^DEFAULT$/i.test(token));
  const value = at < 0 ? undefined : tokens[at + 1];
  if (value === undefined) return null;
  if (value.startsWith("'")) return unquoted(value);
  return /^[+-]?[\d.]+$/.test(value) ? Number(value) : null;
}

/** A column; null for a rule of the table, or a column that is reckoned anew with each reading. */
function columnOf(tokens: readonly string[]): SqliteColumn | null {
  const [name, ...rest] = tokens;
  if (name === undefined || CONSTRAINT.test(name)) return null;
  const end = rest.findIndex((token) => END_OF_TYPE.test(token));
  const type = (end < 0 ? rest : rest.slice(0, end)).join('').toUpperCase();
  const isReckoned =
    rest.some((token) => /^(GENERATED|AS)$/i.test(token)) && !rest.some((token) => /^STORED$/i.test(token));
  if (isReckoned) return null;
  const isKey = rest.some((token, at) => /^PRIMARY$/i.test(token) && /^KEY$/i.test(rest[at + 1] ?? ''));
  return { name: unquoted(name), type, isRowid: isKey && type === 'INTEGER', initial: initialOf(rest) };
}

/** Null where the sentence is none that makes a table of rows with numbers. */
export function columnsOfSql(sql: string): SqliteColumn[] | null {
  const tokens = (sql.match(TOKEN) ?? []).filter((token) => !/^(--|\/\*)/.test(token));
  const begin = tokens.indexOf('(');
  if (!/^CREATE$/i.test(tokens[0] ?? '') || begin < 0 || /^VIRTUAL$/i.test(tokens[1] ?? '')) return null;
  const parts: string[][] = [[]];
  let depth = 1;
  let at = begin + 1;
  for (; at < tokens.length && depth > 0; at++) {
    const token = tokens[at] ?? '';
    if (token === '(') depth++;
    if (token === ')') depth--;
    if (token === ',' && depth === 1) parts.push([]);
    else if (depth > 0) parts.at(-1)?.push(token);
  }
  if (tokens.slice(at).some((token) => /^WITHOUT$/i.test(token))) return null;
  // A key that is a rule of the table: PRIMARY KEY (fid), of a column that is declared INTEGER.
  const [key = ''] = parts.flatMap((part) => keyOf(part));
  return parts.flatMap((part) => {
    const column = columnOf(part);
    if (column === null) return [];
    const isKey = column.name.toLowerCase() === key.toLowerCase() && column.type === 'INTEGER';
    return [isKey ? { ...column, isRowid: true } : column];
  });
}

/** The one column of a rule PRIMARY KEY (…); none where there is no such rule, or several columns. */
function keyOf(tokens: readonly string[]): string[] {
  const at = tokens.findIndex((token) => /^PRIMARY$/i.test(token));
  const isRule = at === 0 || /^CONSTRAINT$/i.test(tokens[0] ?? '');
  if (at < 0 || !isRule) return [];
  const inside = tokens.slice(tokens.indexOf('(') + 1, tokens.lastIndexOf(')'));
  return inside.includes(',') || inside[0] === undefined ? [] : [unquoted(inside[0])];
}
