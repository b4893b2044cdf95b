/** The soft rim of a question: the band about its border in which a place is only possible, as areas on the ground. */
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { Wgs84 } from '../domain/position.ts';
import type { ReachCode } from '../state/plan/reach-code.ts';
import { circlePolygon } from './layers/circle.ts';
import type { AskShape } from './scene.ts';

/** Bands within each other: the nearer to the border, the more lie on one place. */
const STEPS = [1, 3 / 4, 1 / 2, 1 / 4] as const;

type Outline = Polygon | MultiPolygon;

function annulus(centre: Wgs84, outM: number, inM: number): Polygon {
  const outer = circlePolygon(centre, outM).coordinates;
  const inner = inM > 0 ? circlePolygon(centre, inM).coordinates.map((ring) => [...ring].reverse()) : [];
  return { type: 'Polygon', coordinates: [...outer, ...inner] };
}

function borderOf(outline: Outline): LineString | MultiLineString {
  const lines = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
  const [only] = lines;
  return lines.length === 1 && only !== undefined
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: lines };
}

/** @param reach null while it is on its way; a circle does without */
export function rimFeatures(shape: AskShape, rimM: number, reach: ReachCode | null): readonly Feature[] {
  if (rimM <= 0) return [];
  const bands = STEPS.map((step): Outline | null => {
    if (shape.kind === 'circle') return annulus(shape.centre, shape.withinM + step * rimM, shape.withinM - step * rimM);
    const [first] = shape.kind === 'polygon' ? shape.ring : [];
    const outline: Outline =
      shape.kind === 'shape'
        ? shape.outline
        : {
            type: 'Polygon',
            coordinates: [[...shape.ring, ...(first === undefined ? [] : [first])].map((at) => [...at])],
          };
    return reach?.reachOutline(borderOf(outline), step * rimM) ?? null;
  });
  return bands.flatMap((geometry): Feature[] =>
    geometry === null ? [] : [{ type: 'Feature', geometry, properties: { part: 'rim' } }],
  );
}
