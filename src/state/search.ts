/** Search over names in Chinese, English, pinyin and initials. Pure and small: 150 entries need no index. */
import type { SearchEntry } from '../domain/schema.ts';

export interface SearchHit {
  readonly entry: SearchEntry;
  /** Higher is better; ties keep the entries' own order (sites, districts, towns, clusters, units, clauses). */
  readonly score: number;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s“”"'‘’（）()·.,，。、-]/g, '');
}

/** Exact beats start beats inside; 0 is no match. */
function matchScore(query: string, candidate: string): number {
  if (candidate === query) return 4;
  if (candidate.startsWith(query)) return 3;
  return candidate.includes(query) ? 2 : 0;
}

/** English: every word of the query starts a word of the name. */
function wordsScore(words: readonly string[], name: string): number {
  if (words.length === 0) return 0;
  const parts = name.toLowerCase().split(/[^a-z0-9]+/);
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2.5 : 0;
}

function best(scores: readonly number[]): number {
  return scores.reduce((a, b) => Math.max(a, b), 0);
}

/** The best `limit` entries for what was typed. Latin letters are tried as English, pinyin and initials. */
export function search(entries: readonly SearchEntry[], query: string, limit = 12): SearchHit[] {
  const folded = fold(query);
  if (folded === '') return [];
  const latin = /^[a-z0-9+]+$/.test(folded);
  const words = query.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  const hits: SearchHit[] = [];
  for (const entry of entries) {
    const zh = best(entry.zh.map((name) => matchScore(folded, fold(name))));
    const en = latin ? best(entry.en.map((name) => Math.max(matchScore(folded, fold(name)), wordsScore(words, name)))) : 0;
    const pinyin = latin && folded.length > 1 ? best(entry.pinyin.map((p) => matchScore(folded, p))) * 0.9 : 0;
    const initials = latin && folded.length > 1 ? best(entry.initials.map((p) => matchScore(folded, p))) * 0.95 : 0;
    const score = Math.max(zh, en, pinyin, initials);
    if (score > 0) hits.push({ entry, score });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}
