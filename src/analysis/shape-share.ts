/** What share of a line or an area lies in a question: geodesic, on the ellipsoid. */
import {
  bbox,
  bboxClip,
  booleanPointInPolygon,
  circle,
  featureCollection,
  intersect,
  lineSplit,
  lineString,
  multiPolygon,
  polygon,
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { type Geometries, geometryAt, type RowGeometry } from '../domain/geometries.ts';
import type { Wgs84 } from '../domain/position.ts';
import { areaM2, lengthM } from './measure.ts';
import { rowAreaM2, rowLengthM } from './shape-size.ts';

type Area = Feature<Polygon | MultiPolygon>;

/** An outline that can be asked for shares. */
export function areaFeature(geometry: Polygon | MultiPolygon): Area {
  return geometry.type === 'Polygon' ? polygon(geometry.coordinates) : multiPolygon(geometry.coordinates);
}

/** Sides of the polygon that stands for a circle: its area is a thousandth less at 40, a ten-thousandth at 128. */
const SIDES = 256;

/** A circle about a place as an outline. */
export function circleFeature(centre: Wgs84, withinM: number): Area {
  return circle([...centre], withinM / 1000, { steps: SIDES, units: 'kilometers' });
}

const areaOf = ({ geometry }: Area): number =>
  geometry.type === 'Polygon'
    ? areaM2(geometry.coordinates)
    : geometry.coordinates.reduce((sum, rings) => sum + areaM2(rings), 0);

/** Length of the pieces of a line within an area, metres. */
function lengthInside(line: Position[], area: Area): number {
  const pieces = lineSplit(lineString(line), area).features;
  return (pieces.length === 0 ? [lineString(line)] : pieces).reduce((sum, { geometry: { coordinates } }) => {
    const at = Math.floor((coordinates.length - 1) / 2);
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = coordinates.slice(at, at + 2);
    const middle = [(ax + bx) / 2, (ay + by) / 2];
    return booleanPointInPolygon(middle, area) ? sum + lengthM(coordinates) : sum;
  }, 0);
}

/** An outline of so many corners is cut down to the row's surroundings first: a district has thousands. */
const MANY_CORNERS = 200;
/** Beyond the row's box, degrees, so that no edge of the cut lies on an edge of the row. */
const AROUND = 1e-4;

/** Null where nothing of the outline is near. */
function about(area: Area, geometry: RowGeometry): Area | null {
  const corners = area.geometry.coordinates.flat(area.geometry.type === 'Polygon' ? 1 : 2).length;
  if (corners < MANY_CORNERS) return area;
  const [west, south, east, north] = bbox(geometry);
  const cut = bboxClip(area, [west - AROUND, south - AROUND, east + AROUND, north + AROUND]).geometry;
  if (cut.type !== 'Polygon' && cut.type !== 'MultiPolygon') return area;
  // What lies apart comes back as parts without a ring.
  const parts = (cut.type === 'Polygon' ? [cut.coordinates] : cut.coordinates).filter(
    ([outer = []]) => outer.length > 0,
  );
  return parts.length === 0 ? null : areaFeature({ type: 'MultiPolygon', coordinates: parts });
}

/** Share of a row's area, or of its length, that lies in an outline, 0 to 1; null where the row is a point. */
export function shareInside(geometries: Geometries, row: number, area: Area): number | null {
  const geometry = geometryAt(geometries, row);
  if (geometry === null) return null;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    const whole = rowLengthM(geometries, row);
    return whole === 0 ? null : Math.min(1, lines.reduce((sum, line) => sum + lengthInside(line, area), 0) / whole);
  }
  const whole = rowAreaM2(geometries, row);
  if (whole === 0) return null;
  const near = about(area, geometry);
  const common = near === null ? null : intersect(featureCollection([areaFeature(geometry), near]));
  return common === null ? 0 : Math.min(1, areaOf(common) / whole);
}
