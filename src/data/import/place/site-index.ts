/**
 * Sites of the register by what files call them. An id or a name that is the same but for case, width, marks and
 * traditional characters is the site; a name that is only like one is offered, and joined when the user says so.
 */
import type { Cell, Register, RegisterSite } from '../types.ts';

export interface NearSite {
  readonly site: RegisterSite;
  /** 0 to 1. */
  readonly score: number;
}

export interface SiteIndex {
  /** Null where no site is called so, or several are. */
  exact(cell: Cell | undefined): RegisterSite | null;
  byId(id: string): RegisterSite | null;
  /** Sites that could be meant, best first. */
  near(text: string): readonly NearSite[];
}

const LEAST = 0.66;
const MOST_OFFERED = 4;
/** Longer text is a sentence, not a name. */
const LONGEST = 60;
/** What most names of the city begin with says nothing of which is meant. */
const CITY = /^(中国)?(广东省?)?佛山市?/;

/** Letters and digits alone, small, of one width, without accents, in simplified characters. */
function folder(variants: Register['variants']): (text: string) => string {
  return (text) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/\p{Script=Han}/gu, (character) => variants[character] ?? character);
}

/** Length of the longest row of characters that stands in both, with gaps allowed. */
function commonLength(a: string, b: string): number {
  let above: number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (const letter of a) {
    const line = [0];
    for (let at = 1; at <= b.length; at++) {
      const taken = b[at - 1] === letter ? (above[at - 1] ?? 0) + 1 : 0;
      line.push(Math.max(taken, above[at] ?? 0, line[at - 1] ?? 0));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}

/** How alike two folded names are: one within the other, or most characters in the same order. */
function likeness(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const least = /\p{Script=Han}/u.test(short) ? 3 : 6;
  if (short.length < least) return 0;
  if (long.includes(short)) return 0.7 + (0.3 * short.length) / long.length;
  return (2 * commonLength(a, b)) / (a.length + b.length);
}

export function siteIndexOf({ sites, variants }: Register): SiteIndex {
  const fold = folder(variants);
  const byId = new Map(sites.map((site) => [site.id, site]));
  /** Null where two sites go by the name. */
  const byName = new Map<string, RegisterSite | null>();
  for (const site of sites) {
    for (const name of [site.id, site.nameZh, site.nameEn, ...site.aliases].map(fold)) {
      const other = byName.get(name);
      byName.set(name, other === undefined || other === site ? site : null);
    }
  }
  const bare = (text: string) => fold(text).replace(CITY, '');
  const names = sites.map((site) => ({
    site,
    names: [site.nameZh, site.nameEn, ...site.aliases, ...site.formerNames].map(bare),
  }));
  const known = new Map<string, RegisterSite | null>();
  return {
    exact(cell) {
      if (cell === null || cell === undefined || cell === '') return null;
      const text = String(cell);
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = byName.get(fold(text)) ?? null;
      if (known.size < 50_000) known.set(text, found);
      return found;
    },
    byId: (id) => byId.get(id) ?? null,
    near(text) {
      if (text.length > LONGEST) return [];
      const own = bare(text);
      return names
        .map(({ site, names: theirs }) => ({ site, score: Math.max(...theirs.map((name) => likeness(own, name))) }))
        .filter(({ score }) => score >= LEAST)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST_OFFERED);
    },
  };
}
