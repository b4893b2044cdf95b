/** What a page that shows the map in a frame says to it. Whatever arrives is checked against this first. */
import * as v from 'valibot';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, KINDS, PRECISIONS, STATUSES } from '../vocabulary.ts';

/** Told from what other programs say, and from other versions of this. */
export const EmbedEnvelope = v.object({ app: v.literal('foshan-224-map'), version: v.unknown(), type: v.unknown() });

const entries = { app: v.literal('foshan-224-map'), version: v.literal(1) };
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const Some = <const T extends readonly string[]>(list: T) => v.optional(v.nullable(v.array(v.picklist(list))));

export const EmbedCommand = v.variant('type', [
  v.strictObject({ ...entries, type: v.literal('hello') }),
  v.strictObject({
    ...entries,
    type: v.literal('view'),
    camera: v.nullable(
      v.strictObject({
        zoom: within(0, 24),
        lat: within(-85, 85),
        lng: within(-180, 180),
        bearing: v.optional(within(-360, 360), 0),
        pitch: v.optional(within(0, 85), 0),
      }),
    ),
  }),
  v.strictObject({
    ...entries,
    type: v.literal('filter'),
    filters: v.strictObject({
      clusters: Some(CLUSTER_OR_CROSS_IDS),
      districts: Some([...DISTRICT_IDS, 'none']),
      kinds: Some(KINDS),
      statuses: Some(STATUSES),
      precisions: Some(PRECISIONS),
    }),
  }),
  v.strictObject({
    ...entries,
    type: v.literal('select'),
    thing: v.nullable(
      v.strictObject({
        entity: v.picklist(['site', 'cluster', 'district', 'town', 'unit']),
        id: v.pipe(v.string(), v.maxLength(80)),
      }),
    ),
  }),
]);

export type EmbedCommand = v.InferOutput<typeof EmbedCommand>;
