/** Register records → sites.geojson: datum converted, facts in base units, mentions joined. */

import { statusOf, withSeen } from '../../src/domain/milestones.ts';
import { toBase } from '../../src/domain/scale.ts';
import type { OutlineCoordinates } from '../../src/domain/schema/outline.ts';
import type { FactRecord, SiteRecord } from '../../src/domain/schema/record.ts';
import type { Fact, Location, Mention, SiteCollection, SiteProperties } from '../../src/domain/schema/site.ts';
import { toWgs84 } from './datum.ts';
import { siteOutline } from './outlines.ts';

type Feature = SiteCollection['features'][number];
type LocationRecord = SiteRecord['location'];

/** A fact in base units. Throws on a printed unit that scale.ts does not know; `validate` finds those first. */
export function factOf(record: FactRecord): Fact {
  const { value, unit: printed, ...rest } = record;
  if (typeof value === 'object' && 'zh' in value) return { ...rest, value, unit: null };
  if (printed === undefined) return { ...rest, value, unit: null };
  if (typeof value === 'number') return { ...rest, ...toBase(value, printed) };
  const min = toBase(value.min, printed);
  return { ...rest, value: { min: min.value, max: toBase(value.max, printed).value }, unit: min.unit };
}

function locationOf({ position, datum, derivedFrom, ...rest }: LocationRecord): Location {
  const wgs84 = position === null ? null : toWgs84(position, datum);
  const from = derivedFrom === undefined ? {} : { derivedFrom };
  return { position: wgs84 === null ? null : [wgs84[0], wgs84[1]], ...rest, ...from };
}

/** What the milestones say of the status; where they say nothing, who was asked. */
function statusFields({ status }: SiteRecord, milestones: SiteProperties['milestones']) {
  const derived = statusOf(milestones);
  return derived.statusSource === null ? { ...derived, statusSource: status.source } : derived;
}

/**
 * One feature a record. The geometry is null where nothing is known, and where only the city is: a whole
 * city is never a point.
 */
export function siteFeature(
  record: SiteRecord,
  file: string,
  mentions: readonly Mention[],
  outline?: OutlineCoordinates,
): Feature {
  const location = locationOf(record.location);
  const { position, precision, radiusM } = location;
  const milestones = withSeen(record.milestones, record.status);
  const properties: SiteProperties = {
    id: record.id,
    nameZh: record.nameZh,
    nameEn: record.nameEn,
    aliases: record.aliases,
    industryCluster: record.industryCluster,
    kind: record.kind,
    extent: record.extent,
    areaKm2: record.areaKm2,
    parent: record.parent,
    heldAt: record.heldAt,
    district: record.districts[0] ?? null,
    districts: record.districts,
    town: record.towns[0] ?? null,
    towns: record.towns,
    ...statusFields(record, milestones),
    precision,
    radiusM,
    mentions: [...mentions],
    address: record.address,
    operator: record.operator,
    focus: record.focus,
    location,
    ...siteOutline(record, outline),
    otherLocations: record.otherLocations.map((other) => ({ ...locationOf(other), setAside: other.setAside })),
    succession: record.succession,
    milestones,
    facts: record.facts.map(factOf),
    sources: record.sources,
    notes: record.notes,
    ...(record.formerIds === undefined ? {} : { formerIds: record.formerIds }),
    file,
  };
  const drawn = position !== null && precision !== 'city' && precision !== 'unknown';
  return {
    type: 'Feature',
    id: record.id,
    geometry: drawn ? { type: 'Point', coordinates: position } : null,
    properties,
  };
}

/** All records by id, so that the same register always gives the same file. */
export function siteCollection(
  records: readonly { file: string; record: SiteRecord }[],
  mentions: ReadonlyMap<string, readonly Mention[]>,
  outlines: ReadonlyMap<string, OutlineCoordinates> = new Map(),
): SiteCollection {
  const features = records.map(({ file, record }) =>
    siteFeature(record, file, mentions.get(record.id) ?? [], outlines.get(record.id)),
  );
  features.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  return { type: 'FeatureCollection', features };
}
