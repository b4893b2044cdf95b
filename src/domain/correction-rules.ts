/**
 * What must hold of a correction before it is taken: the register's own rules, as codes that the page puts
 * into words. The build checks the whole register again when corrections are merged.
 */

import {
  type AttributeCorrection,
  factIndex,
  isAttributeCorrection,
  isFactCorrection,
  isMilestoneCorrection,
  newFactState,
  type RecordCorrection,
  standingOf,
} from './corrections.ts';
import { formerIdOf, isFormerCorrection } from './former-records.ts';
import { milestoneFaults } from './milestones.ts';
import { type OutlineProblem, placeProblems as outlinePlaceProblems, ringProblems } from './outline-rules.ts';
import { FOSHAN_BBOX, inBbox, type LngLat, METRES_PER_DEGREE } from './position.ts';
import { isWithin, prepareRings, type Rings, ringsOf } from './rings.ts';
import type { DistrictCollection } from './schema/area.ts';
import type { Correction } from './schema/correction.ts';
import type { OutlineCoordinates } from './schema/outline.ts';
import type { Source } from './schema/parts.ts';
import type { Fact, SiteProperties } from './schema/site.ts';
import { isLocated } from './site.ts';
import { DISTRICT_IDS, type DistrictId } from './vocabulary.ts';

export type CorrectionProblem =
  | 'sourceVague'
  | 'positionNeeded'
  | 'positionUnknown'
  | 'radiusNeeded'
  | 'radiusAlone'
  | 'swapped'
  | 'outside'
  | 'wrongDistrict'
  | 'statusDate'
  | 'unit'
  | 'range'
  | 'plannedActual'
  | 'event'
  | 'milestone'
  | 'itself'
  | 'unchanged'
  | `outline.${OutlineProblem}`;

/** The page's boundaries are thinned; the build's are not. */
const BORDER_MARGIN_M = 200;

const VAGUE = /general knowledge|unverified|remembered|from memory|\bestimate\b|常识|估计/i;

/** Words of a "source" that nobody can look up. */
export function cannotBeLookedUp({ title, publisher }: Pick<Source, 'title' | 'publisher'>): boolean {
  return VAGUE.test(`${title} ${publisher ?? ''}`);
}

/** True where the register would take the source: an address, or a publisher and the full day of a printed one. */
export function isCitable({ kind, url, publisher, date }: Source): boolean {
  return (
    kind === 'policy' || url !== undefined || (publisher !== undefined && (kind === 'dataset' || date?.length === 10))
  );
}

const prepared = new WeakMap<DistrictCollection, ReadonlyMap<string, Rings>>();

/** Made ready once: a workbook moves thousands of points. */
function areasOf(districts: DistrictCollection): ReadonlyMap<string, Rings> {
  const known = prepared.get(districts);
  if (known !== undefined) return known;
  const areas = new Map(
    districts.features.map(({ properties, geometry }) => [properties.id, prepareRings(ringsOf(geometry))] as const),
  );
  prepared.set(districts, areas);
  return areas;
}

/**
 * True where the position, or a place within `marginM` of it, lies in one of the districts: a point beside a border
 * must not be refused for what thinning took away.
 */
function isNear([lng, lat]: LngLat, { districts: ids }: InDistricts, districts: DistrictCollection, marginM: number) {
  const areas = ids.flatMap((id) => areasOf(districts).get(id) ?? []);
  const dy = marginM / METRES_PER_DEGREE;
  const dx = dy / Math.cos((lat * Math.PI) / 180);
  const around = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => {
    const angle = (n * Math.PI) / 4;
    return [lng + dx * Math.cos(angle), lat + dy * Math.sin(angle)] as const;
  });
  return [[lng, lat] as const, ...around].some(([x, y]) => areas.some((area) => isWithin(area, x, y)));
}

/** The district that a point lies in; null outside of all. */
export function districtOf([lng, lat]: LngLat, districts: DistrictCollection): DistrictId | null {
  return DISTRICT_IDS.find((id) => isNear([lng, lat], { districts: [id] }, districts, 0)) ?? null;
}

type Place = Extract<Correction, { field: 'location' }>['newValue'];

type InDistricts = Pick<SiteProperties, 'districts'>;

function placeProblems(place: Place, site: InDistricts, districts: DistrictCollection): CorrectionProblem[] {
  const { position, precision, radiusM } = place;
  const problems: CorrectionProblem[] = [];
  if (position === null) {
    if (isLocated(precision)) problems.push('positionNeeded');
    if (radiusM !== null) problems.push('radiusAlone');
    return problems;
  }
  if (precision === 'unknown') problems.push('positionUnknown');
  if (radiusM === null) problems.push('radiusNeeded');
  const [lng, lat] = position;
  if (!inBbox(position, FOSHAN_BBOX)) return [...problems, inBbox([lat, lng], FOSHAN_BBOX) ? 'swapped' : 'outside'];
  const held = precision !== 'city' && site.districts.length > 0;
  if (held && !isNear(position, site, districts, BORDER_MARGIN_M)) problems.push('wrongDistrict');
  return problems;
}

const isPlan = ({ qualifier }: Pick<Fact, 'qualifier'>): boolean => qualifier === 'planned' || qualifier === 'expected';

function factProblems(
  correction: Extract<Correction, { field: `fact:${string}` }>,
  site: SiteProperties,
): CorrectionProblem[] {
  const { value, unit } = correction.newValue;
  const problems: CorrectionProblem[] = [];
  const isText = typeof value === 'object' && 'zh' in value;
  const at = factIndex(site.facts, correction.field);
  const former = site.facts[at];
  if (isText !== (unit === null) || newFactState(correction).unit !== former?.unit) problems.push('unit');
  if (typeof value === 'object' && 'min' in value && value.min > value.max) problems.push('range');
  const others = site.facts.filter((fact, i) => i !== at && fact.key === former?.key);
  if (others.some((other) => isPlan(other) !== isPlan(correction.newValue))) problems.push('plannedActual');
  return problems;
}

function outlineProblems(
  outline: OutlineCoordinates | null,
  site: SiteProperties,
  districts: DistrictCollection,
): CorrectionProblem[] {
  if (outline === null) return [];
  const { position, precision, radiusM } = site.location;
  const point =
    position === null || precision === 'city' || precision === 'unknown'
      ? null
      : { at: position, radiusM: radiusM ?? 0 };
  const rings = ringProblems(outline);
  const found =
    rings.length > 0 ? rings : outlinePlaceProblems(outline, { districts: site.districts, point }, districts);
  return found.map((problem): CorrectionProblem => `outline.${problem}`);
}

/** What a new record must say of itself. */
function recordProblems({ newValue: { added } }: RecordCorrection, districts: DistrictCollection): CorrectionProblem[] {
  const problems = placeProblems(added.location, added, districts);
  if (added.status.value !== 'unknown' && added.status.date === null) problems.push('statusDate');
  return isEventOrNeither(added) ? problems : [...problems, 'event'];
}

/** An expo is an event, and nothing else is. */
const isEventOrNeither = ({ kind, extent }: Pick<SiteProperties, 'kind' | 'extent'>): boolean =>
  (kind === 'expo') === (extent === 'event');

function attributeProblems(
  { field, newValue }: AttributeCorrection,
  site: SiteProperties,
  districts: DistrictCollection,
): CorrectionProblem[] {
  const next: SiteProperties = { ...site, [field]: newValue.attribute };
  if (field === 'kind' || field === 'extent') return isEventOrNeither(next) ? [] : ['event'];
  if (field !== 'districts') return [];
  return placeProblems(site.location, next, districts).filter((problem) => problem === 'wrongDistrict');
}

/**
 * All that is wrong with a correction of `site`, which is the register's own record, or the one that is added;
 * undefined for a record that the correction adds.
 */
export function correctionProblems(
  correction: Correction,
  site: SiteProperties | undefined,
  districts: DistrictCollection,
): CorrectionProblem[] {
  const problems: CorrectionProblem[] = [];
  if (correction.field === 'record') problems.push(...recordProblems(correction, districts));
  else if (site === undefined) return problems;
  else if (correction.field === 'location') problems.push(...placeProblems(correction.newValue, site, districts));
  else if (correction.field === 'status') {
    const { value, date } = correction.newValue;
    if (value !== 'unknown' && date === null) problems.push('statusDate');
  } else if (correction.field === 'outline') {
    problems.push(...outlineProblems(correction.newValue.outline, site, districts));
  } else if (isMilestoneCorrection(correction)) {
    const { milestone } = correction.newValue;
    if (milestone !== null && milestoneFaults(milestone).length > 0) problems.push('milestone');
  } else if (isAttributeCorrection(correction)) problems.push(...attributeProblems(correction, site, districts));
  else if (isFormerCorrection(correction)) {
    if (formerIdOf(correction.field) === correction.record) problems.push('itself');
  } else if (isFactCorrection(correction)) problems.push(...factProblems(correction, site));
  if (correction.source !== null && cannotBeLookedUp(correction.source)) problems.push('sourceVague');
  if (standingOf(site, correction) === 'merged') problems.push('unchanged');
  return problems;
}
