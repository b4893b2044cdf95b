/** The built-in tours, made from the data: the 2+2+4, each cluster, each district, the policy clause by clause. */
import { pyramid } from '../../domain/cluster.ts';
import { byDistrict, placementCounts } from '../../domain/describe.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';
import type { Clause, Cluster, Unit } from '../../domain/schema/policy.ts';
import type { Site } from '../../domain/site.ts';
import { sitesOfThing } from '../../domain/things.ts';
import { SHOW_ALL } from '../../domain/tour.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, type DistrictId } from '../../domain/vocabulary.ts';
import { both, bridged, joined, nameOf, namesOn, paragraphs, type TourInput } from './input.ts';
import { sinceTour } from './since.ts';
import { spokenCite } from './spoken.ts';
import { briefOf, clusterStop, districtClusterStop, listNote, siteStop, stopOf, unlocatedStop } from './stops.ts';

export interface BuiltInTours {
  readonly overview: Tour;
  readonly policy: Tour;
  readonly since: Tour;
  readonly clusters: readonly Tour[];
  readonly districts: readonly Tour[];
}

export function builtInTours(input: TourInput): BuiltInTours {
  return {
    overview: overviewTour(input),
    policy: policyTour(input),
    since: sinceTour(input),
    clusters: pyramid(input.policy.clusters).flatMap(({ clusters }) => clusters.map((c) => clusterTour(input, c))),
    districts: DISTRICT_IDS.map((id) => districtTour(input, id)),
  };
}

function issued(input: TourInput): { issuer: Bilingual; date: Bilingual } {
  const { policy } = input;
  return { issuer: input.data({ zh: policy.issuer, en: policy.issuerEn }), date: input.date(policy.date) };
}

/** The 2+2+4 in about ten stops. */
function overviewTour(input: TourInput): Tour {
  const { total, byPlacement } = placementCounts(input.sites);
  const tiers = pyramid(input.policy.clusters).flatMap(({ clusters }) => clusters);
  const { coarse, unlocated } = byPlacement;
  const sure = input.say('overview.sureWords', { total, coarse, unlocated });
  return {
    id: 'overview',
    title: input.say('tour.overview'),
    stops: bridged(input, [
      stopOf({
        id: 'all',
        look: { to: 'city' },
        show: { ...SHOW_ALL, layers: ['water'] },
        title: input.say('overview.title'),
        words: paragraphs(input.say('overview.claim'), input.say('overview.words', issued(input))),
        figure: { from: 'count', of: 'all', id: '', within: null },
        notes: paragraphs(input.say('overview.claim'), briefOf(input, '1.2'), input.say('overview.so')),
      }),
      ...tiers.map((cluster) => clusterStop(input, cluster)),
      stopOf({
        id: 'cross',
        look: { to: 'cluster', id: 'cross' },
        show: { ...SHOW_ALL, clusters: ['cross'], layers: ['water', 'transport'] },
        title: input.say('overview.crossTitle'),
        words: input.say('overview.crossWords'),
        figure: { from: 'count', of: 'cluster', id: 'cross', within: null },
        notes: paragraphs(
          input.say('overview.crossWords'),
          listNote(
            input,
            input.sites.filter((site) => site.industryCluster === 'cross' && site.parent === null),
          ),
          input.say('overview.crossSo'),
        ),
      }),
      stopOf({
        id: 'table',
        look: { to: 'city' },
        show: { ...SHOW_ALL, layers: ['water'] },
        title: input.say('overview.tableTitle'),
        words: input.say('overview.tableWords'),
        figure: { from: 'table', of: 'clusters', id: '' },
        notes: paragraphs(input.say('overview.tableWords'), input.say('overview.tableSo')),
      }),
      stopOf({
        id: 'sure',
        look: { to: 'city' },
        show: { ...SHOW_ALL, radii: true, layers: ['water'] },
        title: input.say('overview.sureTitle'),
        words: sure,
        figure: { from: 'count', of: 'located', id: '', within: null },
        notes: paragraphs(sure, input.say('overview.sureSo')),
      }),
    ]),
  };
}

const isDrawn = (site: Site) => site.position !== null;

/** The cluster, each site that has a place, then those that have none in a table. */
function clusterTour(input: TourInput, cluster: Cluster): Tour {
  const members = input.sites.filter((site) => site.industryCluster === cluster.id);
  const show = { ...SHOW_ALL, clusters: [cluster.id] };
  const missing = members.filter((site) => !isDrawn(site));
  return {
    id: `cluster-${cluster.id}`,
    title: nameOf(input, cluster),
    stops: bridged(input, [
      { ...clusterStop(input, cluster), id: 'cluster' },
      stopOf({
        id: 'clause',
        look: { to: 'cluster', id: cluster.id },
        show: { ...SHOW_ALL, clause: cluster.clause, layers: ['water', 'transport'] },
        title: input.say('cluster.clauseTitle', { cluster: nameOf(input, cluster) }),
        words: { zh: '', en: '' },
        figure: { from: 'clause', id: cluster.clause },
        notes: paragraphs(
          input.say('cluster.clauseWords', { cluster: nameOf(input, cluster) }),
          briefOf(input, cluster.clause),
          input.say('cluster.clauseSo'),
        ),
      }),
      ...fromWestToEast(members.filter(isDrawn)).map((site) => siteStop(input, site)),
      ...(missing.length === 0 ? [] : [unlocatedStop(input, cluster.id, missing, show)]),
    ]),
  };
}

/** A way across the map instead of back and forth. */
function fromWestToEast(sites: readonly Site[]): Site[] {
  return [...sites].sort((a, b) => (a.position?.[0] ?? 0) - (b.position?.[0] ?? 0) || (a.id < b.id ? -1 : 1));
}

/** The district, its people, and what is named in it cluster by cluster. */
function districtTour(input: TourInput, id: DistrictId): Tour {
  const district = input.say(`district.${id}`);
  const stating = input.sites.filter((site) => site.districts.includes(id) && site.parent === null);
  const { certain = 0, possible = 0 } = byDistrict(input.sites).find(({ key }) => key === id) ?? {};
  const groups = CLUSTER_OR_CROSS_IDS.map((cluster) => ({
    cluster,
    sites: stating.filter((site) => site.industryCluster === cluster),
  })).filter(({ sites }) => sites.length > 0);
  const own = groups.filter(({ cluster }) => cluster !== 'cross').length;
  const clusters = own === 0 ? input.say('district.noClusters') : input.say('district.clusters', { n: own });
  const claim =
    certain === possible
      ? input.say('district.words', { district, certain, clusters })
      : input.say('district.wordsPossible', { district, certain, possible, clusters });
  const selected = { ...SHOW_ALL, selection: { entity: 'district', id } } as const;
  return {
    id: `district-${id}`,
    title: district,
    stops: bridged(input, [
      stopOf({
        id: 'district',
        look: { to: 'district', id },
        show: { ...selected, layers: ['water', 'transport'] },
        title: district,
        words: claim,
        figure: { from: 'statistic', scope: 'district', id, key: 'gdp' },
        notes: paragraphs(claim, listNote(input, stating), input.say('district.so')),
      }),
      stopOf({
        id: 'people',
        look: { to: 'district', id },
        show: { ...selected, layers: ['water', 'towns'] },
        title: input.say('district.peopleTitle', { district }),
        words: input.say('district.peopleWords', { district }),
        figure: { from: 'statistic', scope: 'district', id, key: 'population-census' },
        notes: paragraphs(input.say('district.peopleWords', { district }), input.say('district.peopleSo')),
      }),
      ...groups.map(({ cluster, sites }) => districtClusterStop(input, id, cluster, sites)),
    ]),
  };
}

function policyTour(input: TourInput): Tour {
  const claim = input.say('policy.claim', { n: input.policy.clauses.length });
  return {
    id: 'policy',
    title: input.say('tour.policy'),
    stops: bridged(input, [
      stopOf({
        id: 'policy',
        look: { to: 'city' },
        show: { ...SHOW_ALL, layers: ['water'] },
        title: input.say('policy.title'),
        words: paragraphs(claim, input.say('policy.words', issued(input))),
        figure: { from: 'count', of: 'clauses', id: '', within: null },
        notes: paragraphs(both(input.policy.title), claim, input.say('policy.so')),
      }),
      ...input.policy.clauses.map((clause) => clauseStop(input, clause)),
    ]),
  };
}

function clauseStop(input: TourInput, clause: Clause): TourStop {
  const { policy } = input;
  const named = sitesOfThing(input.things, { entity: 'clause', id: clause.id });
  const records = named.filter((site) => site.parent === null || !named.some(({ id }) => id === site.parent));
  const cluster = policy.clusters.find((c) => c.clause === clause.id);
  // Nobody has written the headings of the others in English: there the number stands for them.
  const heading = cluster === undefined ? both(clause.heading) : nameOf(input, cluster);
  const title = input.say('clause.title', { cite: clause.cite, heading });
  const units = clause.units.flatMap(({ unit }) => policy.units.filter(({ id }) => id === unit));
  return stopOf({
    id: `clause-${clause.id.replaceAll('.', '-')}`,
    look: { to: 'clause', id: clause.id },
    show: { ...SHOW_ALL, clause: clause.id, layers: ['water', 'transport'] },
    title: cluster === undefined ? { ...title, en: input.say('clause.numbered', { n: numberOf(clause) }).en } : title,
    words: cluster === undefined ? withHeading(input, clause, records, units) : clauseWords(input, records, units),
    figure: { from: 'clause', id: clause.id },
    notes: paragraphs(
      records.length === 0
        ? input.say('clause.claimNone', { cite: spokenCite(clause.cite) })
        : input.say('clause.claim', { cite: spokenCite(clause.cite), n: records.length }),
      briefOf(input, clause.id),
      units.length === 0 ? null : input.say('notes.units', { names: joined(units.map((unit) => nameOf(input, unit))) }),
      records.length === 0 ? input.say('clause.soNone') : input.say('clause.so'),
    ),
    seconds: 20,
  });
}

/** As the document counts: 3 (1), 2 (1) 1. */
function numberOf({ id }: Clause): string {
  const [part = '', item, ...rest] = id.split('.');
  return [part, ...(item === undefined ? [] : [`(${item})`]), ...rest].join(' ');
}

/** In English the heading stands below the number, as the document has it, and fewer names beside it. */
function withHeading(
  input: TourInput,
  { cite, heading }: Clause,
  records: readonly Site[],
  units: readonly Unit[],
): Bilingual {
  const said = clauseWords(input, records, units, CLAUSE_LINES.en - 1);
  return { ...said, en: `${input.say('clause.heading', { cite, heading: both(heading) }).en}\n${said.en}` };
}

/** In Chinese the words of the clause stand below, with every name lit; in English it is said in short. */
const CLAUSE_LINES = { zh: 2, en: 4 } as const;

/** What it names; a clause that names nothing says who answers for it. */
function clauseWords(
  input: TourInput,
  records: readonly Site[],
  units: readonly Unit[],
  en: number = CLAUSE_LINES.en,
): Bilingual {
  const [first] = units;
  if (records.length > 0)
    return namesOn(
      input,
      { ...CLAUSE_LINES, en },
      records.map((site) => nameOf(input, site)),
    );
  return first === undefined ? input.say('clause.noNames') : input.say('clause.units', { unit: nameOf(input, first) });
}
