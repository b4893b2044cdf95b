/** Where one row goes: by its coordinates, else by the town or the district that it states, else nowhere. */
import { FOSHAN_BBOX, inBbox, type LngLat, METRES_PER_DEGREE } from '../../../domain/position.ts';
import type { ClusterOrCross, DistrictId } from '../../../domain/vocabulary.ts';
import { clusterOfTerm } from '../guess/industry-terms.ts';
import { placeable } from '../guess/placeable.ts';
import type { Flat, LinesAndAreas, SourceRow } from '../readers/source.ts';
import type { Cell, Choices, ImportContext, RegisterSite } from '../types.ts';
import { inGuangdong, nearLand } from './areas.ts';
import type { Converter } from './convert.ts';
import { coordinatesOf, type Fault, isFault, type Stated } from './coordinates.ts';
import { gazetteerOf, type PlacePoint } from './gazetteer.ts';
import type { PlacingTally } from './placing-tally.ts';
import { planarMetres } from './planar.ts';
import { repaired } from './repair.ts';
import type { Placed } from './set-builder.ts';

/** Metres; what reaches farther is a broken number, not a shape. */
const AROUND_THE_EARTH = 40_000_000;
const DIAGONAL = Math.SQRT2;
/** One row in so many is converted back to see what the conversion loses. */
const CHECK_EVERY = 97;

const isLongitude = (value: number) => value >= 109 && value <= 118;
const isLatitude = (value: number) => value >= 20 && value <= 26;

interface Attributes {
  readonly cluster: ClusterOrCross | null;
  readonly district: DistrictId | null;
  readonly town: number;
  readonly site: string | null;
}

/** What a row asks of its coordinates: how they are meant, and what is counted of them. */
interface Placing {
  readonly swapped: boolean;
  readonly accuracyM: number;
  readonly converter: Converter;
  readonly tally: PlacingTally;
}

/** A function that says where a row goes, or why nowhere; the tally counts what is to be said of all of them. */
export function placerOf(
  choices: Choices,
  context: ImportContext,
  converter: Converter,
  tally: PlacingTally,
): (row: SourceRow) => Placed | Fault {
  const { roles, swapped, accuracyM = 0 } = choices;
  const gazetteer = gazetteerOf(context);
  const placing: Placing = { swapped, accuracyM, converter, tally };
  const statedBy = attributesOf(choices, context);
  const confirmed = new Map(choices.joins ?? []);
  const siteOf = (cell: Cell): RegisterSite | null =>
    gazetteer.sites.exact(cell) ?? gazetteer.sites.byId(confirmed.get(String(cell ?? '').trim()) ?? '');

  return (row) => {
    if (row.fault !== null) return row.fault;
    const cell = (column: number | undefined): Cell => (column === undefined ? null : (row.cells[column] ?? null));
    const { town, districtCell, district, attributes } = statedBy(row);
    const { district: stated } = attributes;
    if (district === null && districtCell !== null && districtCell !== '') tally.add('district-unread');
    const found = coordinatesOf(row, roles);
    const isConflict = town !== null && district !== null && town.district !== district;
    const townPoint = town === null || isConflict ? null : gazetteer.townPoint(town.code);
    if (found !== null && isFault(found)) {
      if (found.isHalf !== true || townPoint === null) return found;
      tally.add('half-to-town');
      return coarsely('town', townPoint, attributes, tally);
    }
    // In tables 0, 0 is how nothing is written.
    if (found !== null && (found.x !== 0 || found.y !== 0)) return byCoordinates(found, attributes, placing);
    const siteCell = cell(roles.site);
    const site = siteOf(siteCell);
    if (site !== null) return atSite(site, attributes, tally);
    const unjoined = siteCell === null ? '' : String(siteCell).trim();
    if (isConflict) return { code: 'town-district-conflict', detail: `${districtCell} / ${cell(roles.town)}` };
    const point = townPoint ?? (stated === null ? null : gazetteer.districtPoint(stated));
    if (point !== null) {
      if (town !== null && townPoint === null) tally.add('town-unplaced');
      if (unjoined !== '') {
        tally.add('unjoined');
        tally.unjoined.add(row.row, 'no-site', unjoined);
      }
      return coarsely(townPoint === null ? 'district' : 'town', point, attributes, tally);
    }
    if (town !== null) tally.add('town-unplaced');
    if (unjoined !== '') return { code: 'no-site', detail: unjoined };
    if (found !== null) return { code: 'zero', detail: '0, 0' };
    const without = row.shape === null && !placeable(roles);
    const detail = [districtCell, cell(roles.town)].filter((each) => each !== null).join(' / ');
    return { code: without && detail === '' ? 'no-geometry' : 'no-place', detail };
  };
}

/** A function that says what a row states of itself beside its coordinates. */
export function attributesOf(choices: Pick<Choices, 'roles' | 'clusters'>, context: ImportContext) {
  const { roles } = choices;
  const gazetteer = gazetteerOf(context);
  const clusterOf = clustersOf(choices);
  return ({ cells }: Pick<SourceRow, 'cells'>) => {
    const cell = (column: number | undefined): Cell => (column === undefined ? null : (cells[column] ?? null));
    const town = gazetteer.town(cell(roles.town));
    const districtCell = cell(roles.district);
    const district = gazetteer.district(districtCell);
    const attributes: Attributes = {
      cluster: clusterOf(cell(roles.industry)),
      district: district ?? town?.district ?? null,
      town: town?.code ?? 0,
      site: null,
    };
    return { town, districtCell, district, attributes };
  };
}

/** A row that is wanted for its cells alone: it is nowhere. */
export function asTableRow({ fault }: SourceRow): Placed | Fault {
  return (
    fault ?? {
      by: 'district',
      site: null,
      lng: Number.NaN,
      lat: Number.NaN,
      precision: 'unknown',
      radiusM: Number.POSITIVE_INFINITY,
      roundingM: 0,
      cluster: null,
      district: null,
      town: 0,
      parts: null,
    }
  );
}

/** The cluster of a term of the industry column: as chosen, else as the terms have it; each is looked up once. */
function clustersOf({ clusters }: Pick<Choices, 'clusters'>): (cell: Cell) => ClusterOrCross | null {
  const known = new Map(clusters);
  return (cell) => {
    const term = cell === null ? '' : String(cell).trim();
    if (term === '') return null;
    const found = known.get(term);
    if (found !== undefined) return found;
    const cluster = clusterOfTerm(term)?.cluster ?? null;
    if (known.size < 100_000) known.set(term, cluster);
    return cluster;
  };
}

/** The row states its site, and with it what the register knows of where that is. */
function atSite(site: RegisterSite, attributes: Attributes, tally: PlacingTally): Placed {
  const [district = null, ...otherDistricts] = site.districts;
  const [town = '0', ...otherTowns] = site.towns;
  const about = {
    ...attributes,
    by: 'site',
    site: site.id,
    district: attributes.district ?? (otherDistricts.length === 0 ? district : null),
    town:
      attributes.town === 0 && attributes.district === null && otherTowns.length === 0 ? Number(town) : attributes.town,
    // An error that nobody has stated is without bounds, as it is in the register.
    radiusM: site.radiusM ?? Number.POSITIVE_INFINITY,
    roundingM: 0,
    parts: null,
  } as const;
  if (site.position === null) {
    tally.add('site-unplaced');
    return { ...about, lng: Number.NaN, lat: Number.NaN, precision: 'unknown' };
  }
  tally.by.site++;
  const [lng, lat] = site.position;
  return { ...about, lng, lat, precision: site.precision };
}

function coarsely(
  by: 'town' | 'district',
  { lng, lat, radiusM, precision }: PlacePoint,
  attributes: Attributes,
  tally: PlacingTally,
): Placed {
  tally.by[by]++;
  return { by, lng, lat, radiusM, precision, roundingM: 0, parts: null, ...attributes };
}

function byCoordinates(found: Stated, attributes: Attributes, placing: Placing): Placed | Fault {
  const { converter, tally } = placing;
  let turned = placing.swapped && !found.marked;
  let [x, y] = turned ? [found.y, found.x] : [found.x, found.y];
  if (!converter.projected && isLatitude(x) && isLongitude(y)) {
    [x, y] = [y, x];
    turned = !turned;
    tally.add('swapped-rows');
  }
  const [lng, lat] = converter.forward(x, y);
  const detail = `${found.x}, ${found.y}`;
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { code: 'outside-grid', detail };
  if (!inGuangdong(lng, lat)) return { code: converter.projected ? 'outside-grid' : 'outside-guangdong', detail };
  const inReach = inBbox([lng, lat], FOSHAN_BBOX);
  if (!inReach && !nearLand(lng, lat)) return { code: 'sea', detail };
  const reach = found.box === null ? 0 : reachOf(found.box, turned, [lng, lat], converter);
  if (!(reach < AROUND_THE_EARTH)) return { code: 'not-a-number', detail };
  const came = found.parts === null ? null : convertedParts(found.parts, turned, converter);
  const { parts, did } = came === null ? { parts: null, did: 'nothing' as const } : repaired(came);
  if (came !== null && parts === null) return { code: 'crossed', detail };
  if (did === 'repair') tally.add('crossed-repaired');
  if (did === 'keep') tally.add('crossed-kept');
  if (found.box !== null && parts === null) tally.add('shapes-to-points');
  if (found.isMixed === true) tally.add('mixed-shapes');
  if (tally.by.coordinates % CHECK_EVERY === 0) checkConversion([x, y], [lng, lat], placing);
  tally.by.coordinates++;
  const unit = converter.projected ? 1 : METRES_PER_DEGREE;
  return {
    by: 'coordinates',
    lng,
    lat,
    // What keeps its shape is as well known as its corners; several points stand at their first, which is not all.
    radiusM: placing.accuracyM + (parts === null ? reach : 0),
    precision: 'exact',
    roundingM: found.rounding * unit * DIAGONAL,
    parts,
    ...attributes,
  };
}

/** Converts back what was converted from `from` to `to`. */
function checkConversion([x, y]: LngLat, [lng, lat]: LngLat, { converter, tally: { residual } }: Placing): void {
  const [u, v] = converter.inverse(lng, lat);
  const metres = converter.projected ? Math.hypot(u - x, v - y) : planarMetres(x, y, u, v);
  residual.maxM = Math.max(residual.maxM, metres);
  residual.checked++;
}

/** Lines and areas in WGS-84, ring by ring. */
function convertedParts({ lines, polygons }: LinesAndAreas, turned: boolean, converter: Converter): LinesAndAreas {
  const moved = (flat: Flat): number[] => {
    const out: number[] = [];
    for (let at = 0; at + 1 < flat.length; at += 2) {
      const [x = Number.NaN, y = Number.NaN] = [flat[at], flat[at + 1]];
      const [lng, lat] = turned ? converter.forward(y, x) : converter.forward(x, y);
      out.push(lng, lat);
    }
    return out;
  };
  return { lines: lines.map(moved), polygons: polygons.map((rings) => rings.map(moved)) };
}

/** From the point to the farthest corner of the box that holds the shape, metres. */
function reachOf(
  [west, south, east, north]: readonly [number, number, number, number],
  turned: boolean,
  [lng, lat]: LngLat,
  converter: Converter,
): number {
  let far = 0;
  for (const [x, y] of [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ] as const) {
    const [u, v] = turned ? converter.forward(y, x) : converter.forward(x, y);
    far = Math.max(far, planarMetres(lng, lat, u, v));
  }
  return far;
}
