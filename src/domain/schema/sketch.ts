/** Sketches as a GeoJSON file has them: this product's own, or any file of points, lines and areas. */
import * as v from 'valibot';
import type { LngLat } from '../position.ts';
import { LEAST_PLACES, SKETCH_KINDS, type Sketch, type SketchKind } from '../sketch.ts';
import { parseAs } from './parse.ts';

/** A longer list is data: it is imported as such. */
export const MOST_SKETCHES = 500;
const MOST_PLACES = 2000;

const Degrees = v.pipe(v.number(), v.finite());
const Place = v.pipe(
  v.array(Degrees),
  v.minLength(2),
  v.transform(([lng = 0, lat = 0]): LngLat => [lng, lat]),
  v.check(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90, 'no longitude and latitude'),
);
const Geometry = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: Place }),
  v.object({ type: v.literal('LineString'), coordinates: v.pipe(v.array(Place), v.maxLength(MOST_PLACES)) }),
  v.object({
    type: v.literal('Polygon'),
    coordinates: v.pipe(v.array(v.pipe(v.array(Place), v.maxLength(MOST_PLACES))), v.minLength(1)),
  }),
]);
const Item = v.object({
  geometry: Geometry,
  properties: v.optional(v.nullable(v.object({ sketch: v.optional(v.unknown()), text: v.optional(v.unknown()) }))),
});
const Collection = v.object({ type: v.literal('FeatureCollection'), features: v.array(v.unknown()) });

export interface ReadSketches {
  readonly sketches: readonly Sketch[];
  /** Number of each feature that is no sketch, from 1, with the reason. */
  readonly rejected: readonly { readonly n: number; readonly why: string }[];
}

/** Throws where it is no GeoJSON collection; a feature that is no sketch is one rejected feature. */
export function readSketches(input: unknown, newId: () => string): ReadSketches {
  const { features } = parseAs(Collection, input, 'sketches');
  const sketches: Sketch[] = [];
  const rejected: { n: number; why: string }[] = [];
  features.forEach((feature, at) => {
    const read = v.safeParse(Item, feature);
    const sketch = read.success ? sketchOf(read.output, newId()) : null;
    if (sketch === null) {
      const issue = read.issues?.[0];
      const path = issue === undefined ? null : v.getDotPath(issue);
      rejected.push({
        n: at + 1,
        why: issue === undefined ? 'too few places' : `${path ?? 'feature'}: ${issue.message}`,
      });
    } else if (sketches.length >= MOST_SKETCHES) rejected.push({ n: at + 1, why: `more than ${MOST_SKETCHES}` });
    else sketches.push(sketch);
  });
  return { sketches, rejected };
}

function sketchOf({ geometry, properties }: v.InferOutput<typeof Item>, id: string): Sketch | null {
  const text = typeof properties?.text === 'string' ? properties.text.slice(0, 500) : '';
  const kind = kindOf(geometry.type, properties?.sketch);
  const places =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : (geometry.coordinates[0] ?? []).slice(0, -1);
  return places.length < LEAST_PLACES[kind] ? null : { id, kind, places, text };
}

const FORMS = { Point: ['point', 'words'], LineString: ['line', 'arrow'], Polygon: ['area'] } as const;

/** What the file says it is, if its form can be that; else the first of its form. */
function kindOf(form: keyof typeof FORMS, said: unknown): SketchKind {
  const kind = SKETCH_KINDS.find((each) => each === said);
  const kinds: readonly SketchKind[] = FORMS[form];
  return kind !== undefined && kinds.includes(kind) ? kind : FORMS[form][0];
}
