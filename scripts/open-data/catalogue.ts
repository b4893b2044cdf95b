/** The register as an entry of a catalogue of data: DCAT 3 in JSON-LD. */
import type { Source } from '../../src/domain/schema/parts.ts';

/** A file of an edition, beside the catalogue. */
export interface Distribution {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface Catalogued {
  /** Changes whenever any data file does. */
  readonly version: string;
  readonly date: string;
  /** Of all records, each once. */
  readonly sources: readonly Source[];
  readonly distributions: readonly Distribution[];
  /** The folder of this edition, which keeps its address. */
  readonly edition: string;
  /** Address of the folder with the catalogue; null where nobody knows it: addresses are then relative to the file. */
  readonly base: string | null;
}

const both = (zh: string, en: string) => [
  { '@value': zh, '@language': 'zh-Hans' },
  { '@value': en, '@language': 'en' },
];

const TITLE = both('佛山“2+2+4”产业集群：点位登记', 'Foshan 2+2+4: register of sites');
const DESCRIPTION = both(
  '政策点名的项目、园区和平台：类别、状况、位置及其误差，逐项注明来源；不知道的写作不知道。',
  'The projects, parks and platforms that the policy names: kind, status, position with its error, each with its source; what is unknown is stated as unknown.',
);
const RIGHTS = both(
  '没有统一的许可：数据沿用各来源的许可，见每条记录的 sources；rights 为 unclear 的位置，其来源没有许可。',
  'No one licence covers it: the data keep the licences of their sources, which stand in `sources` of each record; where `rights` is unclear, the source of the position states none.',
);

export function catalogueOf({ version, date, sources, distributions, edition, base }: Catalogued): object {
  const fileOf = ({ path, mediaType, bytes }: Distribution, folder: string) => ({
    '@id': folder + path,
    '@type': 'dcat:Distribution',
    'dcat:downloadURL': { '@id': folder + path },
    'dcat:mediaType': mediaType,
    'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
    'dct:rights': RIGHTS,
  });
  const dated = { '@value': date, '@type': 'xsd:date' };
  const described = { 'dct:title': TITLE, 'dct:description': DESCRIPTION, 'dct:rights': RIGHTS, 'dct:modified': dated };
  return {
    '@context': {
      ...(base === null ? {} : { '@base': base }),
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': 'catalog.jsonld',
    '@type': 'dcat:Catalog',
    'dct:title': TITLE,
    'dct:modified': dated,
    'dcat:dataset': {
      '@id': 'catalog.jsonld#register',
      '@type': 'dcat:Dataset',
      'dct:identifier': 'foshan-224-register',
      ...described,
      'dcat:version': version,
      'dct:language': ['zh-Hans', 'en'],
      'dct:source': sources.map(({ title, publisher, date: of, url, licence }) => ({
        ...(url === undefined ? {} : { '@id': url }),
        'dct:title': title,
        ...(publisher === undefined ? {} : { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': publisher } }),
        ...(of === undefined ? {} : { 'dct:date': of }),
        ...(licence === undefined ? {} : { 'dct:license': { '@type': 'dct:LicenseDocument', 'dct:title': licence } }),
      })),
      'dcat:distribution': distributions.map((file) => fileOf(file, '')),
      'dcat:hasVersion': {
        '@id': edition,
        '@type': 'dcat:Dataset',
        ...described,
        'dcat:version': version,
        'dcat:distribution': distributions.map((file) => fileOf(file, edition)),
      },
    },
  };
}
