/** A record that a correction adds, as the register will hold it. Pure. */
import { withSeen } from './milestones.ts';
import { wgs84 } from './position.ts';
import type { Attributes } from './schema/attribute.ts';
import type { Correction, NewRecord } from './schema/correction.ts';
import type { Bilingual, Source } from './schema/parts.ts';
import type { Location, SiteProperties } from './schema/site.ts';
import type { Site } from './site.ts';
import { KIND_GROUP } from './vocabulary.ts';

/** In the place of a source that is not stated yet. */
export const NO_SOURCE: Source = { title: '未注明来源 · No source stated', kind: 'web' };

/** What a correction rests on, as the record lists it. */
export const sourceOf = ({ source }: Pick<Correction, 'source'>): Source => source ?? NO_SOURCE;

type RecordCorrection = Extract<Correction, { field: 'record' }>;

/** Where the register keeps a record. */
export const recordFile = (id: string): string => `geo/register/${id}.yaml`;

/** The fields of their own, in their order. */
export function attributesOf({
  nameZh,
  nameEn,
  aliases,
  industryCluster,
  kind,
  extent,
  areaKm2,
  parent,
  heldAt,
  districts,
  towns,
  address,
  operator,
  focus,
}: Attributes): Attributes {
  const names = { nameZh, nameEn, aliases };
  const what = { industryCluster, kind, extent, areaKm2, parent, heldAt };
  return { ...names, ...what, districts, towns, address, operator, focus };
}

/** A record in the form in which it would be added. */
export function newRecordOf(site: SiteProperties): NewRecord {
  const { position, precision, radiusM } = site.location;
  return {
    ...attributesOf(site),
    status: { value: site.status, date: site.statusDate },
    location: { position, precision, radiusM },
    sources: { others: [] },
  };
}

/** Keys for the sources of an added record: its own first, then those of status, location and the rest. */
export function sourcesOfAdded(correction: RecordCorrection): {
  readonly sources: Readonly<Record<string, Source>>;
  readonly own: string;
  readonly status: string;
  readonly location: string;
} {
  const { made, newValue } = correction;
  const sources: Record<string, Source> = {};
  const own = `correction-${made}`;
  sources[own] = sourceOf(correction);
  const keyOf = (other: Source | undefined): string => {
    if (other === undefined) return own;
    const text = JSON.stringify(other);
    const known = Object.entries(sources).find(([, each]) => JSON.stringify(each) === text);
    if (known !== undefined) return known[0];
    const key = `${own}-${Object.keys(sources).length + 1}`;
    sources[key] = other;
    return key;
  };
  const { status, location, others } = newValue.added.sources;
  const keys = { status: keyOf(status), location: keyOf(location) };
  others.forEach(keyOf);
  return { sources, own, ...keys };
}

/** How the position of an added record was come by. */
function howAdded(correction: RecordCorrection): Bilingual {
  const { made, newValue } = correction;
  const { title } = newValue.added.sources.location ?? sourceOf(correction);
  return { zh: `${made}新增，依据：${title}`, en: `Added on ${made}, after: ${title}` };
}

/** Rights in what is taken from a source: those that it grants. */
export const rightsOf = ({ licence }: Pick<Source, 'licence'>): Location['rights'] =>
  licence === undefined ? 'unclear' : 'clear';

/** Where an added record lies, as the register holds it; WGS-84. */
export function locationOfAdded(correction: RecordCorrection): Location {
  const { added } = correction.newValue;
  const { position, precision, radiusM } = added.location;
  const from = added.sources.location ?? sourceOf(correction);
  return {
    ...{ position, precision, radiusM },
    how: howAdded(correction),
    sources: position === null ? [] : [sourcesOfAdded(correction).location],
    rights: position === null ? 'clear' : rightsOf(from),
  };
}

/** The site that the page shows of it. */
export function addedSite(correction: RecordCorrection): Site {
  const { added } = correction.newValue;
  const { sources, status } = sourcesOfAdded(correction);
  const { position, precision, radiusM } = added.location;
  const drawn = position !== null && precision !== 'city' && precision !== 'unknown';
  return {
    id: correction.record,
    ...attributesOf(added),
    district: added.districts[0] ?? null,
    town: added.towns[0] ?? null,
    status: added.status.value,
    statusDate: added.status.date,
    statusDateNote: null,
    statusSource: added.status.value === 'unknown' ? null : status,
    precision,
    radiusM,
    mentions: [],
    location: locationOfAdded(correction),
    otherLocations: [],
    succession: [],
    milestones: withSeen([], { ...added.status, source: status }),
    facts: [],
    sources,
    notes: [],
    file: recordFile(correction.record),
    position: drawn ? wgs84(position[0], position[1]) : null,
    group: KIND_GROUP[added.kind],
    corrected: { record: correction },
  };
}
