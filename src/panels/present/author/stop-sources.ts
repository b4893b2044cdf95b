/** What a stop can be made of, by kinds, under the names that people know. Pure. */
import type { StopSource } from '../../../analysis/tours/made.ts';
import { FIRST_YEAR } from '../../../domain/milestones.ts';
import type { Policy } from '../../../domain/schema/policy.ts';
import type { SearchIndex } from '../../../domain/schema/search.ts';
import type { Things } from '../../../domain/things.ts';
import { CLUSTER_IDS, DISTRICT_IDS } from '../../../domain/vocabulary.ts';
import type { I18n } from '../../../i18n/index.ts';
import { search } from '../../../state/search.ts';
import { thingName } from '../../shared/things.ts';
import type { NamedSet } from './chart-options.ts';

export const SOURCE_KINDS = ['site', 'clause', 'cluster', 'district', 'year', 'set'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** A set of the author's own. */
export interface SetSource {
  readonly of: 'set';
  readonly id: string;
}

export interface SourceOption {
  readonly source: StopSource | SetSource;
  readonly label: string;
}

/** @param lastYear of the data */
export function sourceOptions(
  kind: SourceKind,
  things: Things,
  policies: readonly Policy[],
  lastYear: number,
  i18n: I18n,
  sets: readonly NamedSet[] = [],
): readonly SourceOption[] {
  const { t, name } = i18n;
  switch (kind) {
    case 'site':
      return [...things.site.values()].map((site) => ({ source: { of: kind, id: site.id }, label: name(site) }));
    case 'clause':
      return policies
        .slice(0, 1)
        .flatMap(({ clauses }) =>
          clauses.map(({ id, cite, heading }) => ({ source: { of: kind, id }, label: `${cite} ${heading}` })),
        );
    case 'cluster':
      return CLUSTER_IDS.map((id) => ({
        source: { of: kind, id },
        label: thingName(things, i18n, { entity: kind, id }),
      }));
    case 'district':
      return DISTRICT_IDS.map((id) => ({ source: { of: kind, id }, label: t(`district.${id}`) }));
    case 'set':
      return sets.map(({ id, name: label }) => ({ source: { of: kind, id }, label }));
    case 'year':
      return Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => lastYear - at).map((year) => ({
        source: { of: kind, year },
        label: String(year),
      }));
  }
}

/**
 * Those with all the words in their name, whatever the letters' size; of the register also those that the search knows
 * by these words: another name, pinyin or initials.
 */
export function withWords(
  options: readonly SourceOption[],
  words: string,
  index: SearchIndex | null = null,
): readonly SourceOption[] {
  const parts = words
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return options;
  const known = new Set(
    index === null ? [] : search(index, words, index.entries.length).map(({ entry }) => `${entry.entity} ${entry.id}`),
  );
  return options.filter(
    ({ source, label }) =>
      ('id' in source && known.has(`${source.of} ${source.id}`)) ||
      parts.every((part) => label.toLowerCase().includes(part)),
  );
}
