/** Stops that several tours are made of: a cluster, a site, a group of sites, and those without a place. */

import type { Bilingual } from '../../domain/schema/parts.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import { countRecords, isLocated, type Site } from '../../domain/site.ts';
import { LINE_EMS, LINES, linesOf, SHOW_ALL } from '../../domain/tour.ts';
import type { FigureRef, TourStop } from '../../domain/tour-schema.ts';
import {
  clippedBoth,
  clusterNameOf,
  joined,
  nameOf,
  namesOn,
  paragraphs,
  statusOf,
  type TourInput,
  whereOf,
} from './input.ts';
import { spokenCite } from './spoken.ts';

const SECONDS = { short: 12, usual: 15, long: 20 } as const;

/** A stop with what it leaves out filled in. */
export function stopOf(given: Pick<TourStop, 'id' | 'title' | 'words' | 'look'> & Partial<TourStop>): TourStop {
  return {
    show: SHOW_ALL,
    figure: null,
    chart: 'figure',
    image: null,
    notes: { zh: '', en: '' },
    seconds: SECONDS.usual,
    hidden: false,
    ...given,
  };
}

/** A cluster with its target; the others are pale beside it. */
export function clusterStop(input: TourInput, cluster: Cluster): TourStop {
  const members = input.sites.filter((site) => site.industryCluster === cluster.id);
  const records = members.filter((site) => site.parent === null);
  const tier = input.say(`tier.${cluster.tier}`);
  const located = records.filter((site) => isLocated(site.precision)).length;
  const { target } = cluster;
  const name = nameOf(input, cluster);
  const claim =
    records.length === 0
      ? input.say('cluster.wordsNone', { cluster: name, tier })
      : input.say('cluster.words', { cluster: name, tier, n: countRecords(records), located });
  // Of the whole city roads are only noise.
  const context: TourStop['show']['layers'] = members.some(({ position }) => position !== null)
    ? ['water', 'transport']
    : ['water'];
  return stopOf({
    id: `cluster-${cluster.id}`,
    look: { to: 'cluster', id: cluster.id },
    show: { ...SHOW_ALL, layers: context, selection: { entity: 'cluster', id: cluster.id } },
    title: nameOf(input, cluster),
    words: claim,
    figure: { from: 'target', id: cluster.id },
    notes: paragraphs(
      claim,
      target.year === null ? input.say('notes.noYear') : null,
      listNote(input, records),
      briefOf(input, cluster.clause),
      records.length === 0 ? input.say('cluster.soNone') : input.say('cluster.so', { n: countRecords(records) }),
    ),
    seconds: SECONDS.long,
  });
}

const citeOf = (input: TourInput, clause: string): string => input.things.clause.get(clause)?.clause.cite ?? clause;

/** What a clause says in short; unofficial, and null where the document has no briefs. */
export function briefOf(input: TourInput, clauseId: string): Bilingual | null {
  const brief = input.things.clause.get(clauseId)?.clause.brief ?? null;
  return brief === null ? null : input.say('clause.unofficial', { brief: input.data(brief) });
}

export function listNote(input: TourInput, sites: readonly Site[]): Bilingual | null {
  if (sites.length === 0) return null;
  return input.say('notes.list', { names: joined(sites.map((site) => nameOf(input, site))) });
}

/** Three lines, each of which loses a tenth where it is broken: what a site does is not cut where there is room. */
const FOCUS_EMS = LINE_EMS.words * 0.9 * 3;

/** One site, close enough to see where it lies. */
export function siteStop(input: TourInput, site: Site): TourStop {
  const [kind, where, status] = [input.say(`kind.${site.kind}`), whereOf(input, site), statusOf(input, site)];
  const [first] = site.mentions;
  const full =
    site.focus === null
      ? null
      : input.say('site.words', { focus: clippedBoth(input.data(site.focus), FOCUS_EMS), kind, where, status });
  const words =
    full !== null && fits(full) ? full : input.say('site.wordsPlain', { kind, where: clippedBoth(where, 12), status });
  return stopOf({
    id: `site-${site.id}`,
    look: { to: 'sites', ids: [site.id] },
    show: { ...SHOW_ALL, selection: { entity: 'site', id: site.id } },
    title: nameOf(input, site),
    words,
    figure: figureOf(site),
    notes: paragraphs(
      site.town === null && site.districts.length === 0
        ? input.say('site.claimNowhere', { name: nameOf(input, site), kind, status })
        : input.say('site.claim', { name: nameOf(input, site), where, kind, status }),
      site.focus === null ? null : input.data(site.focus),
      first === undefined
        ? input.say('site.soUnnamed')
        : input.say('site.so', { cite: spokenCite(citeOf(input, first.clause)) }),
    ),
  });
}

function fits({ zh, en }: Bilingual): boolean {
  return [zh, en].every((text) => linesOf(text) <= LINES.words);
}

/** Keys that speak of the whole site, most telling first; figures of its town, its price of land and the like do not. */
const TELLING: readonly RegExp[] = [
  /^industrial-output-value$/,
  /^(planned-)?((minimum|fixed)-)?investment$/,
  /^(planned-)?(combined-)?capacity(-\d{4})?$/,
  /^phase-1-(investment|capacity)$/,
  /^(planned-|announced-)?(core-)?area$/,
  /^(planned-)?floor-area$/,
  /^students$/,
];

function figureOf(site: Site): FigureRef | null {
  const numbers = site.facts.filter(({ value }) => typeof value === 'number' || 'min' in value);
  for (const telling of TELLING) {
    const fact = numbers.find(({ key }) => telling.test(key));
    if (fact !== undefined) return { from: 'site', id: site.id, key: fact.key };
  }
  return null;
}

/** What no position is known of: named, and not drawn. */
export function unlocatedStop(
  input: TourInput,
  cluster: Cluster['id'],
  sites: readonly Site[],
  show: TourStop['show'],
): TourStop {
  return stopOf({
    id: 'unlocated',
    look: { to: 'city' },
    show: { ...show, layers: ['water'] },
    title: input.say('group.unlocatedTitle'),
    words: input.say('group.unlocatedWords', { n: sites.length }),
    figure: { from: 'table', of: 'unlocated', id: cluster },
    notes: paragraphs(
      input.say('group.unlocatedWords', { n: sites.length }),
      listNote(input, sites),
      input.say('group.unlocatedSo'),
    ),
    seconds: SECONDS.short,
  });
}

/** The sites of one cluster in one district. */
export function districtClusterStop(
  input: TourInput,
  district: Extract<TourStop['look'], { to: 'district' }>['id'],
  cluster: Site['industryCluster'],
  sites: readonly Site[],
): TourStop {
  const drawn = sites.filter((site) => site.position !== null).map(({ id }) => id);
  return stopOf({
    id: `${district}-${cluster}`,
    look: drawn.length === 0 ? { to: 'district', id: district } : { to: 'sites', ids: drawn },
    show: { ...SHOW_ALL, clusters: [cluster], districts: [district] },
    title: input.say('district.clusterTitle', {
      district: input.say(`district.${district}`),
      cluster: clusterNameOf(input, cluster),
    }),
    words: namesOn(
      input,
      { zh: 3, en: 4 },
      sites.map((site) => nameOf(input, site)),
    ),
    figure: { from: 'count', of: 'cluster', id: cluster, within: district },
    notes: paragraphs(
      input.say('district.clusterClaim', {
        district: input.say(`district.${district}`),
        cluster: clusterNameOf(input, cluster),
        n: sites.length,
      }),
      listNote(input, sites),
      input.say('district.clusterSo'),
    ),
  });
}
