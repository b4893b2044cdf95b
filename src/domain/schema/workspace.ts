/** What a workspace file says of itself, and the parts of it that are no format of their own. */
import * as v from 'valibot';
import { Tour } from '../tour-schema.ts';
import { StoredBasemaps, StoredGreys, StoredStrengths } from './basemap.ts';
import { StoredRemotePlaces, StoredRemotes } from './remote.ts';

export const WORKSPACE_FORMAT = 'foshan-224-workspace';
export const WORKSPACE_SCHEMA = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What any version of the file says first. */
export const WorkspaceHead = v.object({ format: v.literal(WORKSPACE_FORMAT), schema: Count });

export const WorkspaceManifest = v.object({
  format: v.literal(WORKSPACE_FORMAT),
  schema: v.literal(WORKSPACE_SCHEMA),
  /** When, as ISO 8601 in UTC. */
  saved: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)),
  /** Version of the data that it was saved with. */
  data: v.string(),
  /** What stood after `#`. */
  address: v.string(),
  parts: v.array(
    v.object({
      /** One of another version than is known here is kept as it is. */
      id: v.string(),
      version: Count,
      /** Where its files lie in the archive. */
      folder: v.string(),
      files: v.array(v.object({ name: v.string(), bytes: Count, digest: v.string() })),
    }),
  ),
});
export type WorkspaceManifest = v.InferOutput<typeof WorkspaceManifest>;

/** The latest first. `at` is in milliseconds since 1970. */
export const WorkspaceTours = v.object({
  tours: v.array(Tour),
  drafts: v.array(v.object({ tour: Tour, at: Count })),
});

export const WorkspaceBasemaps = v.object({
  basemaps: StoredBasemaps,
  strengths: StoredStrengths,
  greys: StoredGreys,
});

export const WorkspaceServers = v.object({ sources: StoredRemotes, places: StoredRemotePlaces });
