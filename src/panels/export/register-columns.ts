/** Every field of the register as a column: codes for programs, words for people, sources and corrections included. */

import type { Cell } from '../../data/export/csv.ts';
import { sourceOf } from '../../domain/added-record.ts';
import { factField } from '../../domain/corrections.ts';
import { clausesNaming } from '../../domain/policy-text.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Cluster, Policy } from '../../domain/schema/policy.ts';
import type { Site } from '../../domain/site.ts';
import type { Things } from '../../domain/things.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import { clusterName, districtNames, townNames } from '../shared/phrases.ts';

/** What the words of a column are taken from. */
export interface RegisterContext {
  readonly policy: Policy;
  readonly clusters: readonly Cluster[];
  readonly towns: Things['town'];
}

export type ColumnSpec =
  | { readonly key: string; readonly label: MessageKey; readonly value: (site: Site, context: RegisterContext) => Cell }
  | {
      readonly key: string;
      readonly label: MessageKey;
      readonly words: (site: Site, i18n: I18n, context: RegisterContext) => string | null;
    };

const SEPARATOR = ' | ';
const joined = (parts: readonly (string | undefined)[], by = SEPARATOR) =>
  parts.filter((part) => part !== undefined && part !== '').join(by) || null;

function sourceWords(source: Source): string | null {
  return joined([source.title, source.publisher, source.date, source.url, source.licence], ', ');
}

function factsWords(site: Site, { text, lang, zh, t }: I18n): string | null {
  return joined(
    site.facts.map((item, index) => {
      const corrected =
        site.corrected?.[factField(site.facts, index)] === undefined ? '' : ` (${t('correctionBadge')})`;
      const note = item.note === undefined ? '' : `; ${text(item.note)}`;
      return `${text(item.label)}: ${factWords({ lang, zh }, item)}${corrected} [${item.asPrinted}; ${item.asOf ?? t('dateNotStated')}; ${item.source}${note}]`;
    }),
  );
}

const optional = <T>(value: T | null | undefined, words: (value: T) => string) =>
  value === null || value === undefined ? null : words(value);

export const REGISTER_COLUMNS: readonly ColumnSpec[] = [
  { key: 'id', label: 'exportColId', value: (site) => site.id },
  { key: 'nameZh', label: 'exportColNameZh', value: (site) => site.nameZh },
  { key: 'nameEn', label: 'exportColNameEn', value: (site) => site.nameEn },
  { key: 'aliases', label: 'aliases', value: (site) => joined(site.aliases) },
  { key: 'industryCluster', label: 'exportColCluster', value: (site) => site.industryCluster },
  {
    key: 'cluster',
    label: 'cluster',
    words: (site, i18n, { clusters }) => clusterName(i18n, clusters, site.industryCluster),
  },
  { key: 'kind', label: 'exportColKind', value: (site) => site.kind },
  { key: 'kindName', label: 'kind', words: (site, { t }) => t(`kind.${site.kind}`) },
  { key: 'extent', label: 'exportColExtent', value: (site) => site.extent },
  { key: 'areaKm2', label: 'exportColArea', value: (site) => site.areaKm2 },
  { key: 'partOf', label: 'partOfLabel', value: (site) => site.parent },
  { key: 'heldAt', label: 'heldAt', value: (site) => site.heldAt },
  { key: 'districts', label: 'exportColDistrict', value: (site) => joined(site.districts, ' ') },
  { key: 'district', label: 'district', words: (site, i18n) => districtNames(i18n, site) },
  { key: 'towns', label: 'exportColTown', value: (site) => joined(site.towns, ' ') },
  { key: 'town', label: 'town', words: (site, i18n, { towns }) => joined(townNames(i18n, towns, site.towns), ', ') },
  { key: 'address', label: 'address', words: (site, { text }) => optional(site.address, text) },
  { key: 'operator', label: 'operator', words: (site, { text }) => optional(site.operator, text) },
  { key: 'focus', label: 'focus', words: (site, { text }) => optional(site.focus, text) },
  { key: 'status', label: 'exportColStatus', value: (site) => site.status },
  { key: 'statusName', label: 'status', words: (site, { t }) => t(`status.${site.status}`) },
  { key: 'statusDate', label: 'colStatusDate', value: (site) => site.statusDate },
  {
    key: 'statusDateNote',
    label: 'exportColStatusNote',
    words: (site, { text }) => optional(site.statusDateNote, text),
  },
  { key: 'statusSource', label: 'statusSource', value: (site) => site.statusSource },
  { key: 'precision', label: 'exportColPrecision', value: (site) => site.precision },
  { key: 'precisionName', label: 'filterPrecision', words: (site, { t }) => t(`precision.${site.precision}`) },
  { key: 'radiusM', label: 'exportColRadius', value: (site) => site.radiusM },
  { key: 'located', label: 'where', words: (site, { text }) => text(site.location.how) },
  { key: 'locationSources', label: 'locationSource', value: (site) => joined(site.location.sources, ' ') },
  { key: 'rights', label: 'exportColRights', value: (site) => site.location.rights },
  {
    key: 'otherPositions',
    label: 'otherPositions',
    words: (site, { text }) =>
      joined(
        site.otherLocations.map(
          ({ position, how, setAside }) =>
            `${position === null ? '' : `${position.join(' ')} (WGS-84) `}${text(how)}; ${text(setAside)}`,
        ),
      ),
  },
  {
    key: 'succession',
    label: 'names',
    words: (site, { t, name }) =>
      joined(
        site.succession.map(
          (item) =>
            `${t(item.relation === 'former' ? 'nameFormer' : 'nameLater')}: ${name({ nameZh: item.nameZh, nameEn: item.nameEn ?? item.nameZh })} [${item.date ?? t('dateNotStated')}; ${item.source}]`,
        ),
      ),
  },
  {
    key: 'clauses',
    label: 'clause',
    value: (site, { policy }) => joined(clausesNaming(policy, { ...site, entity: 'site' }).map(({ cite }) => cite)),
  },
  {
    key: 'quotes',
    label: 'exportColQuotes',
    value: (site) => joined([...new Set(site.mentions.map(({ quote }) => quote))]),
  },
  { key: 'facts', label: 'facts', words: factsWords },
  { key: 'notes', label: 'notes', words: (site, { text }) => joined(site.notes.map(text)) },
  {
    key: 'sources',
    label: 'sources',
    value: (site) => joined(Object.entries(site.sources).map(([key, source]) => `${key}: ${sourceWords(source)}`)),
  },
  {
    key: 'corrected',
    label: 'corrections',
    value: (site) =>
      joined(
        Object.entries(site.corrected ?? {}).map(([field, made]) =>
          made === undefined ? '' : `${field} (${made.made}): ${sourceWords(sourceOf(made))}`,
        ),
      ),
  },
  { key: 'file', label: 'registerFile', value: (site) => site.file },
];
