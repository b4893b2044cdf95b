/** What the built-in tours are made from, and the words they are said in. */

import type { World } from '../../domain/base.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';
import type { Site } from '../../domain/site.ts';
import type { Things } from '../../domain/things.ts';
import { emsOf, LINE_EMS, linesOf } from '../../domain/tour.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import type { ClusterOrCross, DistrictId, Kind, Status, Tier } from '../../domain/vocabulary.ts';

/** A phrase of the tours' own catalogue, or a name of the interface, in both languages. */
export type PhraseKey =
  | `tour.${'overview' | 'policy' | 'since'}`
  | `since.${'now' | 'words' | 'claim' | 'fresh' | 'rule' | 'so'}`
  | `overview.${'title' | 'words' | 'claim' | 'so' | 'crossTitle' | 'crossWords' | 'crossSo' | 'tableTitle' | 'tableWords' | 'tableSo' | 'sureTitle' | 'sureWords' | 'sureSo'}`
  | `tier.${Tier}`
  | `cluster.${'words' | 'wordsNone' | 'so' | 'soNone' | 'clauseTitle' | 'clauseWords' | 'clauseSo'}`
  | `site.${'words' | 'wordsPlain' | 'claim' | 'claimNowhere' | 'so' | 'soUnnamed' | 'statusAsOf' | 'noWhere'}`
  | `group.${'unlocatedTitle' | 'unlocatedWords' | 'unlocatedSo'}`
  | 'names.more'
  | `district.${'words' | 'wordsPossible' | 'clusters' | 'noClusters' | 'so' | 'peopleTitle' | 'peopleWords' | 'peopleSo' | 'clusterTitle' | 'clusterClaim' | 'clusterSo'}`
  | `template.${'whereTitle' | 'whereWords' | 'nextTitle' | 'nextNotes'}`
  | `frame.${'opening' | 'closing' | 'closingWords'}`
  | `policy.${'title' | 'words' | 'claim' | 'so'}`
  | `clause.${'title' | 'numbered' | 'heading' | 'noNames' | 'units' | 'unofficial' | 'claim' | 'claimNone' | 'so' | 'soNone'}`
  | `notes.${'noYear' | 'list' | 'units' | 'then' | 'end'}`
  | 'cross'
  | `district.${DistrictId}`
  | `kind.${Kind}`
  | `status.${Status}`;

export interface TourInput extends World {
  readonly things: Things;
  /** Of the data. */
  readonly lastYear: number;
  /** Parameters are filled in by language; numbers and dates are written as each language does. */
  say(key: PhraseKey, params?: Readonly<Record<string, Bilingual | string | number>>): Bilingual;
  date(date: string): Bilingual;
  /** Chinese data text for the Chinese that is being spoken: converted where that is traditional. */
  data(text: Bilingual): Bilingual;
}

export const both = (text: string): Bilingual => ({ zh: text, en: text });

export function nameOf(input: TourInput, thing: { readonly nameZh: string; readonly nameEn: string }): Bilingual {
  return input.data({ zh: thing.nameZh, en: thing.nameEn });
}

export function clusterNameOf(input: TourInput, id: ClusterOrCross): Bilingual {
  const cluster = input.things.cluster.get(id);
  return cluster === undefined ? input.say('cross') : nameOf(input, cluster);
}

/** As many names as fit on some lines, then how many there are in all. */
export function namesOn(
  input: TourInput,
  lines: { readonly zh: number; readonly en: number },
  names: readonly Bilingual[],
): Bilingual {
  const said = (pick: (name: Bilingual) => string, comma: string, most: number): string => {
    const more = (shown: string) => pick(input.say('names.more', { names: shown, n: names.length }));
    for (let n = names.length; n > 0; n--) {
      const shown = names.slice(0, n).map(pick).join(comma);
      const text = n === names.length ? shown : more(shown);
      if (linesOf(text) <= most) return text;
    }
    const first = names[0] === undefined ? '' : pick(names[0]);
    if (names.length < 2) return clipped(first, LINE_EMS.words);
    return more(clipped(first, LINE_EMS.words - emsOf(more(''))));
  };
  return { zh: said((name) => name.zh, '、', lines.zh), en: said((name) => name.en, '; ', lines.en) };
}

/** A text that is too long for a line ends in an ellipsis, between words where it has any. */
export function clipped(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  let kept = '';
  for (const character of text) {
    if (emsOf(kept + character) > ems - 1) break;
    kept += character;
  }
  const space = kept.lastIndexOf(' ');
  return `${space > kept.length / 2 ? kept.slice(0, space) : kept}…`.replace(/[，、,;；]…$/, '…');
}

export function clippedBoth({ zh, en }: Bilingual, ems: number): Bilingual {
  return { zh: clipped(zh, ems), en: clipped(en, ems) };
}

export function joined(names: readonly Bilingual[]): Bilingual {
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join('; ') };
}

/** What leads from each stop to the next, at the end of its notes. */
export function bridged(input: TourInput, stops: readonly TourStop[]): TourStop[] {
  return stops.map((stop, at) => {
    const next = stops[at + 1];
    const bridge = next === undefined ? input.say('notes.end') : input.say('notes.then', { next: next.title });
    return { ...stop, notes: paragraphs(stop.notes, bridge) };
  });
}

/** Paragraphs of notes, the empty ones left out. */
export function paragraphs(...parts: readonly (Bilingual | null)[]): Bilingual {
  const said = parts.flatMap((part) => (part === null || part.zh === '' ? [] : [part]));
  return { zh: said.map((p) => p.zh).join('\n'), en: said.map((p) => p.en).join('\n') };
}

/** Where a site is, as it is stated: town and district, or the districts. */
export function whereOf(input: TourInput, site: Site): Bilingual {
  const town = site.town === null ? undefined : input.things.town.get(site.town)?.properties;
  if (town !== undefined) return nameOf(input, town);
  const [first] = site.districts;
  return first === undefined ? input.say('site.noWhere') : input.say(`district.${first}`);
}

export function statusOf(input: TourInput, site: Site): Bilingual {
  const status = input.say(`status.${site.status}`);
  return site.statusDate === null || site.status === 'unknown'
    ? status
    : input.say('site.statusAsOf', { status, date: input.date(site.statusDate.slice(0, 4)) });
}
