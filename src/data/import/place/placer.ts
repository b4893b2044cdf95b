/** Where one row goes: by its coordinates, else by the town or the district that it states, else nowhere. */
import { FOSHAN_BBOX, inBbox, METRES_PER_DEGREE } from '../../../domain/position.ts';
import { type ClusterOrCross, DISTRICT_IDS, type DistrictId } from '../../../domain/vocabulary.ts';
import { type Note, note } from '../guards/notes.ts';
import { clusterOfTerm } from '../guess/industry-terms.ts';
import type { SourceRow } from '../readers/source.ts';
import type { Cell, Choices, ImportContext } from '../types.ts';
import { districtTest, inGuangdong, nearLand } from './areas.ts';
import type { Converter } from './convert.ts';
import { coordinatesOf, type Fault, isFault, type Stated } from './coordinates.ts';
import { gazetteerOf, type PlacePoint } from './gazetteer.ts';
import { planarMetres } from './planar.ts';
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
}

export class Placer {
  readonly by = { coordinates: 0, town: 0, district: 0 };
  readonly residual = { maxM: 0, checked: 0 };
  private swappedRows = 0;
  private shapes = 0;
  private outsideStated = 0;
  private outsideCity = 0;
  private unreadDistrict = 0;
  private unplacedTown = 0;
  private readonly choices: Choices;
  private readonly converter: Converter;
  private readonly gazetteer;
  private readonly inDistrict;
  private readonly clusters: Map<string, ClusterOrCross | null>;

  constructor(choices: Choices, context: ImportContext, converter: Converter) {
    this.choices = choices;
    this.converter = converter;
    this.gazetteer = gazetteerOf(context);
    this.inDistrict = districtTest(context.districts);
    this.clusters = new Map(choices.clusters);
  }

  place(row: SourceRow): Placed | Fault {
    if (row.fault !== null) return row.fault;
    const { roles } = this.choices;
    const cell = (column: number | undefined): Cell => (column === undefined ? null : (row.cells[column] ?? null));
    const town = this.gazetteer.town(cell(roles.town));
    const districtCell = cell(roles.district);
    const district = this.gazetteer.district(districtCell);
    if (district === null && districtCell !== null && districtCell !== '') this.unreadDistrict++;
    const attributes: Attributes = {
      cluster: this.cluster(cell(roles.industry)),
      district: district ?? town?.district ?? null,
      town: town?.code ?? 0,
    };
    const found = coordinatesOf(row, roles);
    if (found !== null && isFault(found)) return found;
    // In tables 0, 0 is how nothing is written.
    if (found !== null && (found.x !== 0 || found.y !== 0)) return this.byCoordinates(found, attributes);
    if (town !== null && district !== null && town.district !== district) {
      return { code: 'town-district-conflict', detail: `${districtCell} / ${cell(roles.town)}` };
    }
    const townPoint = town === null ? null : this.gazetteer.townPoint(town.code);
    if (townPoint !== null) return this.coarsely('town', townPoint, attributes);
    if (town !== null) this.unplacedTown++;
    const { district: stated } = attributes;
    const point = stated === null ? null : this.gazetteer.districtPoint(stated);
    if (point !== null) return this.coarsely('district', point, attributes);
    if (found !== null) return { code: 'zero', detail: '0, 0' };
    const without = row.shape === null && roles.x === undefined && roles.pair === undefined && roles.wkt === undefined;
    const detail = [districtCell, cell(roles.town)].filter((each) => each !== null).join(' / ');
    return { code: without && detail === '' ? 'no-geometry' : 'no-place', detail };
  }

  private coarsely(
    by: 'town' | 'district',
    { lng, lat, radiusM, precision }: PlacePoint,
    attributes: Attributes,
  ): Placed {
    this.by[by]++;
    return { lng, lat, radiusM, precision, roundingM: 0, ...attributes };
  }

  private cluster(cell: Cell): ClusterOrCross | null {
    const term = cell === null ? '' : String(cell).trim();
    if (term === '') return null;
    const known = this.clusters.get(term);
    if (known !== undefined) return known;
    const cluster = clusterOfTerm(term)?.cluster ?? null;
    if (this.clusters.size < 100_000) this.clusters.set(term, cluster);
    return cluster;
  }

  private byCoordinates(found: Stated, attributes: Attributes): Placed | Fault {
    const turn = this.choices.swapped && !found.marked;
    let [x, y] = turn ? [found.y, found.x] : [found.x, found.y];
    let turned = turn;
    const { converter } = this;
    if (!converter.projected && isLatitude(x) && isLongitude(y)) {
      [x, y] = [y, x];
      turned = !turned;
      this.swappedRows++;
    }
    const [lng, lat] = converter.forward(x, y);
    const detail = `${found.x}, ${found.y}`;
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return { code: 'outside-grid', detail };
    if (!inGuangdong(lng, lat)) return { code: converter.projected ? 'outside-grid' : 'outside-guangdong', detail };
    const inReach = inBbox([lng, lat], FOSHAN_BBOX);
    if (!inReach && !nearLand(lng, lat)) return { code: 'sea', detail };
    const reach = found.box === null ? 0 : this.reach(found.box, turned, lng, lat);
    if (!(reach < AROUND_THE_EARTH)) return { code: 'not-a-number', detail };
    this.judge(lng, lat, attributes.district, inReach);
    if (this.by.coordinates % CHECK_EVERY === 0) this.check(x, y, lng, lat);
    this.by.coordinates++;
    const unit = converter.projected ? 1 : METRES_PER_DEGREE;
    return {
      lng,
      lat,
      radiusM: (this.choices.accuracyM ?? 0) + reach,
      // The larger part of a shape is its own size, not an error of what it stands for.
      precision: 'exact',
      roundingM: found.rounding * unit * DIAGONAL,
      ...attributes,
    };
  }

  private judge(lng: number, lat: number, stated: DistrictId | null, inReach: boolean): void {
    if (stated !== null && inReach && this.inDistrict(stated, lng, lat)) return;
    if (stated !== null) this.outsideStated++;
    if (!inReach || !DISTRICT_IDS.some((id) => this.inDistrict(id, lng, lat))) this.outsideCity++;
  }

  private check(x: number, y: number, lng: number, lat: number): void {
    const [u, v] = this.converter.inverse(lng, lat);
    const metres = this.converter.projected ? Math.hypot(u - x, v - y) : planarMetres(x, y, u, v);
    this.residual.maxM = Math.max(this.residual.maxM, metres);
    this.residual.checked++;
  }

  /** From the point to the farthest corner of the box that holds the shape. */
  private reach(
    [west, south, east, north]: readonly [number, number, number, number],
    turned: boolean,
    lng: number,
    lat: number,
  ): number {
    this.shapes++;
    let far = 0;
    for (const [x, y] of [
      [west, south],
      [west, north],
      [east, south],
      [east, north],
    ] as const) {
      const [u, v] = turned ? this.converter.forward(y, x) : this.converter.forward(x, y);
      far = Math.max(far, planarMetres(lng, lat, u, v));
    }
    return far;
  }

  warnings(): Note[] {
    const counted = [
      ['swapped-rows', this.swappedRows],
      ['shapes-to-points', this.shapes],
      ['outside-stated-district', this.outsideStated],
      ['outside-city', this.outsideCity],
      ['district-unread', this.unreadDistrict],
      ['town-unplaced', this.unplacedTown],
    ] as const;
    return counted.flatMap(([code, count]) => (count > 0 ? [note(code, { count })] : []));
  }
}
