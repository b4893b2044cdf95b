/** Sets on servers, as the deployer's configuration and the device name them. */
import * as v from 'valibot';
import { Id, NonEmpty } from './parts.ts';

/** What a set on a server can be, that is read in part. */
export const REMOTE_FORMATS = ['flatgeobuf', 'geoparquet', 'pmtiles', 'tilejson'] as const;
export type RemoteFormat = (typeof REMOTE_FORMATS)[number];

/** A set on a server, read in part: WGS-84 or CGCS2000 only. `layer` is the one of a tile set; null is its first. */
export const RemoteSource = v.strictObject({
  id: Id,
  label: NonEmpty,
  url: v.pipe(v.string(), v.regex(/^https?:\/\//, 'the address of a source starts with http:// or https://')),
  format: v.picklist(REMOTE_FORMATS),
  layer: v.optional(v.nullable(NonEmpty), null),
  /** The server's function takes the filters and class limits of the set: a `tilejson` alone. */
  pushDown: v.optional(v.boolean()),
  attribution: v.optional(v.nullable(NonEmpty), null),
});

/** Those that the device keeps. */
export const StoredRemotes = v.array(RemoteSource);

/** Ids of all sets in their order, and of those on servers that are switched off. */
export const StoredRemotePlaces = v.strictObject({ order: v.array(v.string()), hidden: v.array(v.string()) });

export type RemoteSource = v.InferOutput<typeof RemoteSource>;
export type RemotePlaces = v.InferOutput<typeof StoredRemotePlaces>;
