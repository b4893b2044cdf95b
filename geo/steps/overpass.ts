/** What an Overpass server answers to `[out:json] … out geom;`, as far as it is read here. */
import * as v from 'valibot';

const Point = v.object({
  lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
});
/** A server cuts the geometry of a member outside the box to nulls. */
const Line = v.pipe(
  v.array(v.nullable(Point)),
  v.transform((points) => points.filter((point) => point !== null)),
);
const Member = v.object({
  type: v.picklist(['node', 'way', 'relation']),
  ref: v.number(),
  role: v.string(),
  geometry: v.optional(Line),
  /** Of a node. */
  lon: v.optional(Point.entries.lon),
  lat: v.optional(Point.entries.lat),
});

const Element = v.object({
  type: v.picklist(['node', 'way', 'relation']),
  id: v.number(),
  tags: v.optional(v.record(v.string(), v.string())),
  /** Of a node. */
  lon: v.optional(Point.entries.lon),
  lat: v.optional(Point.entries.lat),
  geometry: v.optional(Line),
  members: v.optional(v.array(Member)),
});
export type OsmElement = v.InferOutput<typeof Element>;

export const OverpassAnswer = v.object({
  /** Date of the data, as the server states it. */
  osm3s: v.optional(v.object({ timestamp_osm_base: v.optional(v.string()) })),
  /** Where the server gave up: the answer is not whole then. */
  remark: v.optional(v.string()),
  elements: v.array(Element),
});
export type OverpassAnswer = v.InferOutput<typeof OverpassAnswer>;
