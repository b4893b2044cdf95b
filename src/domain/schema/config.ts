/** The build's own description, the deployer's configuration, and the table of traditional characters. */
import * as v from 'valibot';
import { LngLat, NonEmpty, PartialDate } from './parts.ts';

/** Whom the boundaries are owed to, as the deployer states it in geo/sources/boundaries.yaml. */
export const BoundaryCredit = v.strictObject({
  /** The line on the map and under pictures of it. */
  short: NonEmpty,
  source: NonEmpty,
  url: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//, 'an address starts with http:// or https://'))),
  /** Null where the source cannot grant any. */
  licence: v.nullable(NonEmpty),
  /** Of the geometry. */
  date: v.nullable(PartialDate),
});

/** A circle in which a border is known to be worse than its accuracy: what lies inside is possible on both sides. */
export const DoubtfulPlace = v.strictObject({
  at: LngLat,
  radiusM: v.pipe(v.number(), v.minValue(0)),
  why: NonEmpty,
});

/** How well a border is known. */
export const BorderAccuracy = v.strictObject({
  /** How far it may lie from its line. */
  accuracyMetres: v.pipe(v.number(), v.minValue(0)),
  doubtful: v.array(DoubtfulPlace),
});

export const StatedBoundary = v.strictObject({ ...BoundaryCredit.entries, ...BorderAccuracy.entries });

export const Version = v.strictObject({
  /** Changes whenever any data file does. */
  data: NonEmpty,
  date: PartialDate,
  /** Null where the map leaves the cities around out. */
  boundaries: v.strictObject({ districts: StatedBoundary, neighbours: v.nullable(StatedBoundary) }),
  changes: v.array(v.strictObject({ date: PartialDate, zh: NonEmpty, en: NonEmpty })),
});

/** Each entry is read when the first is wanted, one broken one costing no other. */
const Entries = v.optional(v.array(v.unknown()), []);

export const Config = v.strictObject({
  /** basemap.ts. */
  basemaps: Entries,
  mapApproval: v.optional(v.nullable(NonEmpty), null),
  /** Minutes after which a kiosk that nobody touches plays its tour again. */
  kioskMinutes: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(60)), 2),
  reportTo: v.optional(v.nullable(NonEmpty), null),
  /** Sets on servers: remote.ts. */
  sources: Entries,
  /** Search pages of map services: place-search.ts. */
  placeSearch: Entries,
  /** Ids of tours, each a file `tours/ID.json` beside the page: data/load-tours.ts. */
  tours: Entries,
  /** Hosts of what users type, for the policy that `npm start` sends; the page does not read them. */
  hosts: Entries,
  /** Origins of pages that may frame this one, for the policy too; and whose messages it hears: embed-origins.ts. */
  embedOrigins: Entries,
});

/** Simplified → traditional, for every shipped string that differs. */
export const ConversionTable = v.record(v.string(), v.string());

export type BoundaryCredit = v.InferOutput<typeof BoundaryCredit>;
export type BorderAccuracy = v.InferOutput<typeof BorderAccuracy>;
export type StatedBoundary = v.InferOutput<typeof StatedBoundary>;
export type Version = v.InferOutput<typeof Version>;
export type Config = v.InferOutput<typeof Config>;
export type ConversionTable = v.InferOutput<typeof ConversionTable>;
