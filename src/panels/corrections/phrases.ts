/** Corrections in words: fields, values before and after. Pure. */

import {
  type CorrectedField,
  factIndex,
  isFactCorrection,
  isMilestoneCorrection,
  isMilestoneField,
  type MilestoneCorrection,
  newFactState,
  type RecordCorrection,
} from '../../domain/corrections.ts';
import { type FormerCorrection, formerIdOf } from '../../domain/former-records.ts';
import { type AnyAttribute, type Attribute, isAttribute } from '../../domain/schema/attribute.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { SiteProperties } from '../../domain/schema/site.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, EXTENTS, KINDS } from '../../domain/vocabulary.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { milestoneWords } from '../shared/milestone-words.ts';
import { clusterName } from '../shared/phrases.ts';

/** How each field of its own is called. */
export const ATTRIBUTE_WORDS = {
  nameZh: 'correctNameZh',
  nameEn: 'correctNameEn',
  aliases: 'aliases',
  industryCluster: 'cluster',
  kind: 'kind',
  extent: 'correctExtent',
  areaKm2: 'correctArea',
  parent: 'partOfLabel',
  heldAt: 'heldAt',
  districts: 'district',
  towns: 'town',
  address: 'address',
  operator: 'operator',
  focus: 'focus',
} as const satisfies Record<Attribute, MessageKey>;

/** What a code of a field is called: an id of the vocabulary, a town, another record. */
type NameOf = (field: Attribute, code: string) => string;

export function namesIn(i18n: I18n, { clusters, things, siteById }: AppState): NameOf {
  const { t, name } = i18n;
  return (field, code) => {
    if (field === 'industryCluster') {
      const id = CLUSTER_OR_CROSS_IDS.find((known) => known === code);
      return id === undefined ? code : clusterName(i18n, clusters, id);
    }
    if (field === 'towns') {
      const town = things.value.town.get(code);
      return town === undefined ? code : name(town.properties);
    }
    if (field === 'parent' || field === 'heldAt') {
      const site = siteById.value.get(code);
      return site === undefined ? code : name(site);
    }
    const kind = field === 'kind' ? KINDS.find((known) => known === code) : undefined;
    if (kind !== undefined) return t(`kind.${kind}`);
    const extent = field === 'extent' ? EXTENTS.find((known) => known === code) : undefined;
    if (extent !== undefined) return t(`extent.${extent}`);
    const district = field === 'districts' ? DISTRICT_IDS.find((known) => known === code) : undefined;
    return district === undefined ? code : t(`district.${district}`);
  };
}

function attributeWords(i18n: I18n, value: AnyAttribute, field: string, nameOf: NameOf): string {
  const named = (code: string) => (isAttribute(field) ? nameOf(field, code) : code);
  if (value === null) return i18n.t('notStated');
  if (typeof value === 'number') return `${i18n.number(value)} km²`;
  if (typeof value === 'string') return named(value);
  if ('zh' in value) return i18n.text(value);
  return value.length === 0 ? i18n.t('notStated') : i18n.list(value.map(named), 'semicolon');
}

export function fieldWords(
  i18n: I18n,
  site: Pick<SiteProperties, 'facts'> | undefined,
  field: CorrectedField,
  nameOf: NameOf = (_, code) => code,
): string {
  if (field === 'location') return i18n.t('correctLocation');
  if (field === 'status') return i18n.t('status');
  if (field === 'outline') return i18n.t('outline');
  if (field === 'record') return i18n.t('correctRecord');
  const former = formerIdOf(field);
  if (former !== null) return i18n.t('correctFormer', { name: nameOf('parent', former) });
  if (isAttribute(field)) return i18n.t(ATTRIBUTE_WORDS[field]);
  if (isMilestoneField(field)) return i18n.t('milestones');
  const fact = site?.facts[factIndex(site.facts, field)];
  return fact === undefined ? field : i18n.text(fact.label);
}

/** A value as the panels would show it; amounts in base units. */
export function valueWords(
  i18n: I18n,
  value:
    | Correction['oldValue']
    | MilestoneCorrection['newValue']
    | RecordCorrection['newValue']
    | FormerCorrection['newValue'],
  field: CorrectedField = 'location',
  nameOf: NameOf = (_, code) => code,
): string {
  const { t, date, distance } = i18n;
  if ('attribute' in value) return attributeWords(i18n, value.attribute, field, nameOf);
  if ('added' in value) {
    const { added } = value;
    if (added === null) return t('correctNoRecord');
    const what = [nameOf('kind', added.kind), nameOf('industryCluster', added.industryCluster)];
    return [i18n.name(added), ...what, valueWords(i18n, added.status), valueWords(i18n, added.location)].join(' · ');
  }
  if ('milestone' in value)
    return value.milestone === null ? t('milestoneNone') : milestoneWords(i18n, value.milestone);
  if ('precision' in value) {
    const { position, precision, radiusM } = value;
    const point = position === null ? t('noPoint') : `${position[0].toFixed(5)}, ${position[1].toFixed(5)}`;
    return [point, t(`precision.${precision}`), ...(radiusM === null ? [] : [`± ${distance(radiusM, radiusM)}`])].join(
      ' · ',
    );
  }
  if ('qualifier' in value) {
    const when = value.asOf === null ? t('dateNotStated') : date(value.asOf);
    return `${factWords(i18n, value)} · ${when}`;
  }
  if ('former' in value) return t(`former.${value.former ?? 'none'}`);
  if ('digest' in value) return outlineWords(i18n, value.digest !== null, value.date);
  return value.date === null ? t(`status.${value.value}`) : `${t(`status.${value.value}`)} · ${date(value.date)}`;
}

function outlineWords({ t, date }: I18n, isThere: boolean, of: string | null): string {
  if (!isThere) return t('outlineNone');
  return of === null ? t('outlineUndated') : t('outlineDated', { date: date(of) });
}

export function newWords(i18n: I18n, correction: Correction, nameOf?: NameOf): string {
  if (correction.field === 'outline')
    return outlineWords(i18n, correction.newValue.outline !== null, correction.newValue.date);
  if (isMilestoneCorrection(correction) && correction.newValue.milestone === null) {
    const { why } = correction.newValue;
    return [i18n.t('milestoneIsWithdrawn'), ...(why === undefined ? [] : [i18n.text(why)])].join(' · ');
  }
  const value = isFactCorrection(correction) ? newFactState(correction) : correction.newValue;
  return valueWords(i18n, value, correction.field, nameOf);
}
