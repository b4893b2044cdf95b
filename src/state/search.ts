/** Search over names in Chinese, English, pinyin and initials. Pure and small: 150 entries need no index. */
import type { SearchEntry, SearchIndex } from '../domain/schema/search.ts';
import type { Site } from '../domain/site.ts';

/** What is found by its names: Chinese, English, and how the Chinese are read. */
export interface Named {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

export interface SearchHit<E extends Named = SearchEntry> {
  readonly entry: E;
  /** Higher is better; ties keep the entries' own order (sites, districts, towns, clusters, units, clauses). */
  readonly score: number;
}

/** What stands between letters and characters is not searched; `+` is, for the sake of “1+4”. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');
}

/** Latin letters without their accents: ü becomes u. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Exact beats start beats inside; among equals the name that is matched most fully. 0 is no match. */
function matchScore(query: string, candidate: string): number {
  if (candidate === query) return 4;
  const covered = (0.2 * query.length) / Math.max(1, candidate.length);
  if (candidate.startsWith(query)) return 3 + covered;
  return candidate.includes(query) ? 2 + covered : 0;
}

/** The way offices are called for short: 工信局 for 工业和信息化局. Its characters, in their order. */
function shortFormScore(query: string, candidate: string): number {
  if (query.length < 2) return 0;
  let at = 0;
  for (const character of candidate) if (character === query[at]) at += 1;
  return at === query.length ? 1 : 0;
}

/** English: every word of the query starts a word of the name. */
function wordsScore(words: readonly string[], name: string): number {
  if (words.length === 0) return 0;
  const parts = plain(name).split(/[^a-z0-9]+/);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2.5 : 0;
}

/** The best of an entry's names; its first is its own, the others stand a little behind. */
function best(names: readonly string[], score: (name: string) => number): number {
  return names.reduce((top, name, i) => Math.max(top, score(name) - (i === 0 ? 0 : 0.1)), 0);
}

const NAMES = ['record', 'nameZh', 'nameEn', 'aliases'] as const;

/** The index with the records that the user has named anew or added; how a new name is read nobody has said. */
export function withCorrectedNames(index: SearchIndex, sites: readonly Site[]): SearchIndex {
  const named = sites.filter(({ corrected }) => NAMES.some((field) => corrected?.[field] !== undefined));
  if (named.length === 0) return index;
  const others = new Map(index.entries.map((entry) => [`${entry.entity} ${entry.id}`, entry]));
  const isHan = (name: string) => /\p{Script=Han}/u.test(name);
  for (const { id, nameZh, nameEn, aliases } of named) {
    const known = others.get(`site ${id}`);
    const zh = [nameZh, ...aliases.filter(isHan)];
    const en = [nameEn, ...aliases.filter((name) => !isHan(name))];
    const sounds = known === undefined || known.zh[0] !== nameZh ? { pinyin: [], initials: [] } : known;
    others.set(`site ${id}`, { entity: 'site', id, zh, en, pinyin: sounds.pinyin, initials: sounds.initials });
  }
  return { ...index, entries: [...others.values()] };
}

/** The best `limit` entries for what was typed. Latin letters are tried as English, pinyin and initials. */
export function search<E extends Named>(
  { entries, variants }: { readonly entries: readonly E[]; readonly variants: SearchIndex['variants'] },
  query: string,
  limit = 12,
): SearchHit<E>[] {
  const folded = fold(query).replace(/\p{Script=Han}/gu, (character) => variants[character] ?? character);
  if (folded === '') return [];
  const latin = /^[a-z0-9+]+$/.test(folded);
  const words = plain(query)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  // Pinyin writes ü as v, as keyboards do.
  const sounds = fold(query.normalize('NFC').replace(/[üÜ]/g, 'v'));
  const spelt = latin && folded.length > 1;
  const hits: SearchHit<E>[] = [];
  for (const entry of entries) {
    const zh = best(
      entry.zh.map(fold),
      (name) => matchScore(folded, name) || (latin ? 0 : shortFormScore(folded, name)),
    );
    const en = latin ? best(entry.en, (name) => Math.max(matchScore(folded, fold(name)), wordsScore(words, name))) : 0;
    const pinyin = spelt ? best(entry.pinyin, (p) => matchScore(sounds, p)) * 0.9 : 0;
    const initials = spelt ? best(entry.initials, (p) => matchScore(folded, p)) * 0.95 : 0;
    const score = Math.max(zh, en, pinyin, initials);
    if (score > 0) hits.push({ entry, score });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}
