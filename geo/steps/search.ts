/**
 * What the search box knows, with its pinyin. Made at build time because the dictionary weighs 142 KiB;
 * place names that the dictionary reads wrongly are corrected in pinyin-overrides.yaml.
 */
import { clearCustomDict, customPinyin, pinyin } from 'pinyin-pro';
import type { DistrictProperties, TownProperties } from '../../src/domain/schema/area.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { SearchEntry, SearchIndex } from '../../src/domain/schema/search.ts';
import type { SiteProperties } from '../../src/domain/schema/site.ts';
import { variantsOf } from './variants.ts';

export interface Searchable {
  sites: readonly SiteProperties[];
  districts: readonly Pick<DistrictProperties, 'id' | 'nameZh' | 'nameEn'>[];
  towns: readonly Pick<TownProperties, 'code' | 'nameZh' | 'nameEn'>[];
  /** Home document first. */
  policies: readonly Policy[];
}

/** Runs of Chinese characters, of Latin letters or of digits; punctuation is left out. */
const RUNS = /\p{Script=Han}+|[\p{Script=Latin}\d]+/gu;
const HAN = /\p{Script=Han}/u;

/** Tells pinyin-pro the words of the overrides, in place of those told before: `{ 更合: 'geng he' }`. */
export function usePinyinOverrides(overrides: Readonly<Record<string, string>>): void {
  clearCustomDict('pinyin');
  customPinyin({ ...overrides });
}

interface Run {
  isHan: boolean;
  /** Without tones, ü as v; Latin letters and digits are one. */
  syllables: string[];
}

function runsOf(name: string): Run[] {
  return [...name.matchAll(RUNS)].map(([run]) =>
    HAN.test(run)
      ? { isHan: true, syllables: pinyin(run, { toneType: 'none', type: 'array', v: true }) }
      : { isHan: false, syllables: [run.toLowerCase()] },
  );
}

/** Pinyin without tones or spaces and the initials; Latin letters and digits stay as they are. */
export function pinyinOf(name: string): { full: string; initials: string } {
  const runs = runsOf(name);
  return {
    full: runs.flatMap(({ syllables }) => syllables).join(''),
    initials: runs.flatMap(({ isHan, syllables }) => (isHan ? syllables.map((s) => s[0] ?? '') : syllables)).join(''),
  };
}

/** Pinyin with a space between the syllables, for a person to read. */
export function readingOf(name: string): string {
  return runsOf(name)
    .flatMap(({ syllables }) => syllables)
    .join(' ');
}

type Entity = SearchEntry['entity'];

function entry(entity: Entity, id: string, names: readonly string[], en: readonly string[]): SearchEntry {
  const distinct = [...new Set(names)];
  const zh = distinct.filter((name) => HAN.test(name));
  const read = zh.map(pinyinOf);
  const latin = distinct.filter((name) => !HAN.test(name));
  return {
    entity,
    id,
    zh,
    en: [...new Set([...en, ...latin])],
    pinyin: read.map((r) => r.full),
    initials: read.map((r) => r.initials),
  };
}

function siteEntry(site: SiteProperties): SearchEntry {
  const quotes = site.mentions.map((m) => m.quote);
  const others = site.succession.map((s) => s.nameZh);
  const othersEn = site.succession.flatMap((s) => s.nameEn ?? []);
  return entry('site', site.id, [site.nameZh, ...site.aliases, ...quotes, ...others], [site.nameEn, ...othersEn]);
}

/** A cite is found as it is written; its initials (三（四）: ss) would only stand before better matches. */
function clauseEntry({ id, heading, cite }: Policy['clauses'][number]): SearchEntry {
  const found = entry('clause', id, [heading], [id]);
  return { ...found, zh: [...found.zh, cite] };
}

/** Sites, districts, towns, then per document clusters, units and clauses. */
export function searchEntries({ sites, districts, towns, policies }: Searchable): SearchEntry[] {
  const units = new Map(policies.flatMap((p) => p.units).map((unit) => [unit.id, unit]));
  const clusters = new Map(policies.flatMap((p) => p.clusters).map((cluster) => [cluster.id, cluster]));
  return [
    ...sites.map(siteEntry),
    ...districts.map((d) => entry('district', d.id, [d.nameZh], [d.nameEn])),
    ...towns.map((t) => entry('town', t.code, [t.nameZh], [t.nameEn])),
    ...[...clusters.values()].map((c) => entry('cluster', c.id, [c.nameZh], [c.nameEn])),
    ...[...units.values()].map((u) => entry('unit', u.id, [u.nameZh], [u.nameEn])),
    ...policies.flatMap((p) => p.clauses.map(clauseEntry)),
  ];
}

/** What the search box loads: the entries, and the characters that are to be read as others. */
export function searchIndex(searchable: Searchable): SearchIndex {
  const entries = searchEntries(searchable);
  return { entries, variants: variantsOf(entries.flatMap(({ zh }) => zh)) };
}
