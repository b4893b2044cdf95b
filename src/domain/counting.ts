/**
 * The counts of records that the product shows, each from the one before it: what one of them has more or less than
 * another is a number of its own. Pure; wording is left to the panel.
 */
import { coverageOf } from './coverage.ts';
import type { Policy } from './schema/policy.ts';
import { countRecords, isCoarse, isLocated, type Site } from './site.ts';

export const COUNT_IDS = [
  'entries',
  'parts',
  'records',
  'events',
  'located',
  'coarse',
  'unknown',
  'notLocated',
  'noAreaToo',
  'noPoint',
  'noPointEntries',
  'oneDistrict',
  'severalDistricts',
  'noDistrict',
  'sureOfTown',
  'townsOnly',
] as const;
export type CountId = (typeof COUNT_IDS)[number];

/** What stands on one side of a sum. */
export interface Term {
  readonly sign: '+' | '−';
  /** What is added or taken away; a word of its own where it is no count of the list. */
  readonly what: CountId | 'coarseNoArea' | 'districtNoPoint' | 'partsNoPoint';
  readonly n: number;
}

export interface CountLine {
  readonly id: CountId;
  readonly n: number;
  /** What it is made of; empty where it is counted as it stands. */
  readonly terms: readonly Term[];
}

const records = (sites: readonly Site[]) => sites.filter(({ parent }) => parent === null);

/** Every count of some sites, in the order in which one follows from another. */
export function countingOf(sites: readonly Site[]): CountLine[] {
  const of = (test: (site: Site) => boolean) => records(sites).filter(test).length;
  const noArea = (site: Site) => site.position === null && site.districts.length === 0 && site.towns.length === 0;
  const entries = sites.length;
  const all = countRecords(sites);
  const unknown = of((site) => site.precision === 'unknown');
  const coarse = of((site) => isCoarse(site.precision));
  const noAreaToo = of(noArea);
  const noPoint = of((site) => site.position === null);
  const noPointEntries = sites.filter((site) => site.position === null).length;
  const unknownWithArea = of((site) => site.precision === 'unknown' && !noArea(site));
  const line = (id: CountId, n: number, terms: readonly Term[] = []): CountLine => ({ id, n, terms });
  const term = (what: Term['what'], n: number, sign: Term['sign'] = '+'): Term => ({ sign, what, n });
  return [
    line('entries', entries, [term('records', all), term('parts', entries - all)]),
    line('parts', entries - all),
    line('records', all, [term('entries', entries), term('parts', entries - all, '−')]),
    line(
      'events',
      of((site) => site.extent === 'event'),
    ),
    line(
      'located',
      of((site) => isLocated(site.precision)),
    ),
    line('coarse', coarse),
    line('unknown', unknown),
    line('notLocated', coarse + unknown, [term('unknown', unknown), term('coarse', coarse)]),
    line('noAreaToo', noAreaToo, [
      term('unknown', unknown - unknownWithArea),
      term('coarseNoArea', noAreaToo - (unknown - unknownWithArea)),
    ]),
    line('noPoint', noPoint, [term('noAreaToo', noAreaToo), term('districtNoPoint', noPoint - noAreaToo)]),
    line('noPointEntries', noPointEntries, [term('noPoint', noPoint), term('partsNoPoint', noPointEntries - noPoint)]),
    line(
      'oneDistrict',
      of((site) => site.districts.length === 1),
    ),
    line(
      'severalDistricts',
      of((site) => site.districts.length > 1),
    ),
    line(
      'noDistrict',
      of((site) => site.districts.length === 0),
    ),
    line(
      'sureOfTown',
      of((site) => site.towns.length === 1 && site.districts.length === 1),
    ),
    line(
      'townsOnly',
      of((site) => site.towns.length === 1 && site.districts.length !== 1),
    ),
  ];
}

/** Why the page on coverage has other numbers than the list: it counts what the text names. */
export interface CoverageCounts {
  /** As that page has it. */
  readonly named: number;
  /** Records that the text names. */
  readonly namedRecords: number;
  /** Parts that stand for their whole there, since the text names them and not the whole. */
  readonly partsForWhole: number;
  readonly unnamedRecords: number;
  readonly located: number;
  readonly coarse: number;
  readonly unknown: number;
}

export function coverageCounts(policy: Policy, sites: readonly Site[], asOf: string): CoverageCounts {
  const { total } = coverageOf(policy, sites, asOf);
  const namedRecords = total.records.filter(({ site }) => site.parent === null).length;
  return {
    named: total.named,
    namedRecords,
    partsForWhole: total.named - namedRecords,
    unnamedRecords: countRecords(sites) - namedRecords,
    located: total.byPlacement.located,
    coarse: total.byPlacement.coarse,
    unknown: total.byPlacement.unlocated,
  };
}
