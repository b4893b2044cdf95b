/** A source as one line of a cell: title | publisher | date | address. Pure. */
import type { Source } from '../../domain/schema/parts.ts';
import { SOURCE_KINDS } from '../../domain/vocabulary.ts';
import { normalText, partialDate } from './cells.ts';

const LICENCE = /^(?:licen[cs]e|许可|許可)\s*[:：]\s*/i;

export function sourceText({ title, publisher, date, url, kind, licence }: Source): string {
  const parts = [title, publisher, date, url, kind === 'web' ? undefined : kind];
  return [...parts, licence === undefined ? undefined : `licence: ${licence}`]
    .filter((part) => part !== undefined)
    .map((part) => part.replace(/\s*[|｜]\s*|\s*\n\s*/g, ' '))
    .join(' | ');
}

export const sourcesText = (sources: readonly Source[]): string => sources.map(sourceText).join('\n');

/** What one line says of a source; null where it says nothing. An address alone stands for its title. */
export function parseSource(line: string): Source | null {
  const parts = normalText(line)
    .split(/\s*[|｜]\s*/)
    .filter(Boolean);
  const url = parts.find((part) => /^https?:\/\/\S+$/.test(part));
  const licence = parts.find((part) => LICENCE.test(part))?.replace(LICENCE, '');
  const kind = SOURCE_KINDS.find((known) => parts.includes(known)) ?? 'web';
  const isDate = (part: string) => part !== parts[0] && partialDate(part) !== null;
  const date = parts.find(isDate);
  const [title, publisher] = parts.filter(
    (part) => part !== url && part !== date && !LICENCE.test(part) && !SOURCE_KINDS.some((known) => known === part),
  );
  const named = title ?? url?.replace(/^https?:\/\//, '');
  if (named === undefined) return null;
  const when = date === undefined ? null : partialDate(date);
  return {
    title: named,
    ...(publisher === undefined ? {} : { publisher }),
    ...(url === undefined ? {} : { url }),
    ...(when === null ? {} : { date: when }),
    kind,
    ...(licence === undefined || licence === '' ? {} : { licence }),
  };
}

/** The source that a cell names and the register's own text does not: the first new line of it. */
export function newSource(cell: string, onRecord: string): Source | null {
  const known = new Set(normalText(onRecord).split('\n').map(normalText));
  for (const line of normalText(cell).split('\n')) {
    const source = known.has(normalText(line)) ? null : parseSource(line);
    if (source !== null) return source;
  }
  return null;
}
