/** What `npm run geo:osm` writes beside the tiles. */
import * as v from 'valibot';
import { OutlineCoordinates } from './outline.ts';
import { featureCollection, NonEmpty, PointGeometry } from './parts.ts';

export const OsmInfo = v.object({
  /** When the data was taken from OpenStreetMap, ISO 8601; null where its source does not say. */
  state: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
  /** Name of the file, or address of the server. */
  from: NonEmpty,
  attribution: NonEmpty,
  licence: NonEmpty,
  minzoom: v.number(),
  maxzoom: v.number(),
});

/** Where ramps leave a motorway. */
export const JunctionCollection = featureCollection(
  v.object({ name: v.nullable(v.string()), ref: v.nullable(v.string()) }),
  PointGeometry,
);

/** Areas of towns, good to so many metres. */
export const OsmTownCollection = v.object({
  ...featureCollection(
    v.object({ name: NonEmpty }),
    v.object({ type: v.literal('MultiPolygon'), coordinates: OutlineCoordinates }),
  ).entries,
  accuracyMetres: v.pipe(v.number(), v.minValue(0)),
  state: OsmInfo.entries.state,
});

export type OsmInfo = v.InferOutput<typeof OsmInfo>;
export type JunctionCollection = v.InferOutput<typeof JunctionCollection>;
export type OsmTownCollection = v.InferOutput<typeof OsmTownCollection>;
