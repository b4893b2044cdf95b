/** From everything read to the text of every generated file, or to all problems at once. No file is touched here. */

import { Version } from '../src/domain/schema/config.ts';
import { type OfferList, OfferLists } from '../src/domain/schema/offer.ts';
import { OutlineCollection } from '../src/domain/schema/outline.ts';
import { parseAs } from '../src/domain/schema/parse.ts';
import { Policy, PolicyList } from '../src/domain/schema/policy.ts';
import { SearchIndex } from '../src/domain/schema/search.ts';
import { type Mention, SiteCollection } from '../src/domain/schema/site.ts';
import { Statistics } from '../src/domain/schema/statistics.ts';
import { Terms } from '../src/domain/schema/term.ts';
import type { Inputs } from './inputs.ts';
import { conversionTable, converter, shippedStrings } from './steps/conversion.ts';
import { type BuiltDocument, buildDocument, type DocumentRecords } from './steps/document.ts';
import type { Geodata } from './steps/geodata.ts';
import { offersOf } from './steps/offers.ts';
import { outlineCollection, outlinesOf } from './steps/outlines.ts';
import { serialise } from './steps/output.ts';
import { type PinyinReview, reviewPinyin } from './steps/pinyin-review.ts';
import type { Problem } from './steps/problem.ts';
import { siteCollection } from './steps/register.ts';
import { searchIndex, usePinyinOverrides } from './steps/search.ts';
import { sourceConflicts, statisticsOf } from './steps/statistics.ts';
import { termsOf, validateTerms } from './steps/terms.ts';
import {
  validateBriefs,
  validateDocuments,
  validateOverrides,
  validateReadings,
  validateSites,
  validateStatistics,
  validateUnits,
} from './steps/validate.ts';
import { versionOf } from './steps/version.ts';

interface Assembled {
  /** File name in geo/out → content; empty when there are problems. */
  files: Map<string, string>;
  pinyinReview: PinyinReview;
  /** What a person should know and the build can live with. */
  remarks: string[];
  problems: Problem[];
}

/** The home document is policy.json; each other one has its id in the name. */
function policyFile({ meta }: Pick<DocumentRecords, 'meta'>): string {
  return meta.home ? 'policy.json' : `policy-${meta.docId}.json`;
}

function buildDocuments(inputs: Inputs, geodata: Geodata): BuiltDocument[] {
  const home = inputs.documents.find(({ meta }) => meta.home);
  const named = {
    units: inputs.units,
    districts: geodata.districts.features.map(({ properties }) => properties),
    clusters: home?.clusters?.clusters ?? [],
    quotes: inputs.sites.flatMap(({ file, record }) =>
      record.quotes.map((quote) => ({ id: record.id, file, ...quote })),
    ),
  };
  return inputs.documents.map((document) => buildDocument(document, named));
}

/** The support that each document states; documents that state none have no list. */
function allOffers(inputs: Inputs, built: readonly BuiltDocument[]): { lists: OfferList[]; problems: Problem[] } {
  const found = inputs.documents.flatMap(({ folder, offers }, i) => {
    const policy = built[i]?.policy;
    return offers === null || policy === undefined ? [] : [offersOf(policy, offers, `${folder}/offers.yaml`)];
  });
  return { lists: found.map(({ list }) => list), problems: found.flatMap(({ problems }) => problems) };
}

/** Every problem of every input, without stopping at the first. */
function allProblems(inputs: Inputs, geodata: Geodata, built: readonly BuiltDocument[]): Problem[] {
  const policies = built.map(({ policy }) => policy);
  const siteIds = new Set(inputs.sites.flatMap(({ record }) => [record.id, ...(record.formerIds ?? [])]));
  const geography = { districts: geodata.districts, towns: geodata.towns };
  return [
    ...inputs.problems,
    ...geodata.problems,
    ...built.flatMap(({ problems }) => problems),
    ...validateDocuments(inputs.documents),
    ...validateSites(
      inputs.sites,
      geography,
      inputs.documents.map(({ meta }) => meta.docId),
    ),
    ...inputs.documents.flatMap((document, i) => {
      const policy = policies[i];
      if (policy === undefined) return [];
      return [
        ...validateReadings(policy, siteIds, `${document.folder}/readings.yaml`),
        ...validateBriefs(document, policy),
      ];
    }),
    ...validateUnits(inputs.units, policies, 'geo/policy/units.yaml'),
    ...validateTerms(inputs.terms, policies),
    ...validateStatistics(inputs.statistics, geodata.towns),
    ...sourceConflicts(inputs.statistics),
  ];
}

/** `messages` are the interface words in simplified Chinese, which the traditional interface converts. */
export function assemble(inputs: Inputs, geodata: Geodata, messages: Readonly<Record<string, string>>): Assembled {
  const built = buildDocuments(inputs, geodata);
  const offers = allOffers(inputs, built);
  const outlines = outlinesOf(inputs.sites, inputs.outlines, geodata.districts);
  const { remarks } = outlines;
  const problems = [...allProblems(inputs, geodata, built), ...offers.problems, ...outlines.problems];
  if (problems.length > 0) return { files: new Map(), pinyinReview: { text: '', open: [] }, remarks, problems };

  const mentions = new Map<string, Mention[]>();
  for (const { bySite } of built) {
    for (const [id, own] of bySite) mentions.set(id, [...(mentions.get(id) ?? []), ...own]);
  }
  const policies = built.map(({ policy }) => parseAs(Policy, policy, policy.docId));
  const sites = parseAs(SiteCollection, siteCollection(inputs.sites, mentions, outlines.bySite), 'sites.geojson');
  usePinyinOverrides(inputs.pinyinOverrides);
  const search = searchIndex({
    sites: sites.features.map(({ properties }) => properties),
    districts: geodata.districts.features.map(({ properties }) => properties),
    towns: geodata.towns.features.map(({ properties }) => properties),
    policies,
  });
  const list = inputs.documents.map((document) => {
    const { docId, title, titleEn, issuer, date, home } = document.meta;
    return { docId, title, titleEn, issuer, date, file: policyFile(document), home };
  });

  const data = new Map<string, unknown>([
    ['sites.geojson', sites],
    ['outlines.geojson', parseAs(OutlineCollection, outlineCollection(outlines.bySite), 'outlines.geojson')],
    ...Object.entries(geodata.files),
    ...inputs.documents.map((document, i): [string, unknown] => [policyFile(document), policies[i]]),
    ['policies.json', parseAs(PolicyList, list, 'policies.json')],
    ['statistics.json', parseAs(Statistics, statisticsOf(inputs.statistics), 'statistics.json')],
    ['terms.json', parseAs(Terms, termsOf(inputs.terms), 'terms.json')],
    ['offers.json', parseAs(OfferLists, offers.lists, 'offers.json')],
    ['search.json', parseAs(SearchIndex, search, 'search.json')],
  ]);
  const files = new Map([...data].map(([name, value]): [string, string] => [name, serialise(value)]));
  const version = parseAs(Version, versionOf(inputs.changes, geodata.boundaries, files), 'version.json');

  const convert = converter(inputs.conversionOverrides);
  const shipped = [...shippedStrings([...data.values()]), ...shippedStrings(version)];
  const strings = [...shipped, ...Object.values(messages)];
  files.set('version.json', serialise(version));
  files.set('zh-Hant.json', serialise(conversionTable(strings, convert)));
  files.set(
    'reading-aid.json',
    serialise(Object.fromEntries(policies.map(({ docId, text }) => [docId, convert(text)]))),
  );
  const names = search.entries.flatMap(({ zh }) => zh);
  const idle = validateOverrides(inputs.pinyinOverrides, names, 'geo/pinyin-overrides.yaml');
  const pinyinReview = reviewPinyin(
    sites.features.map(({ properties }) => properties.nameZh),
    inputs.pinyinReview,
  );
  return { files: idle.length > 0 ? new Map() : files, pinyinReview, remarks, problems: idle };
}
