/** The register as it was once, in short: of an older workspace, an older export, or as this device saw it last. */
import * as v from 'valibot';
import type { LngLat as Place } from '../position.ts';
import { parseAs } from './parse.ts';
import { Id, LngLat, NonEmpty } from './parts.ts';

const text = v.optional(v.nullable(v.string()));

/** What was not stated is absent, and is no difference. */
const RecordState = v.object({
  id: Id,
  nameZh: NonEmpty,
  nameEn: text,
  kind: text,
  industryCluster: text,
  status: text,
  statusDate: text,
  precision: text,
  radiusM: v.optional(v.nullable(v.number())),
  position: v.optional(v.nullable(LngLat)),
});

export const RegisterState = v.object({
  /** Version and day of the data. */
  data: v.string(),
  date: v.nullable(v.string()),
  records: v.array(RecordState),
});

export type RecordState = v.InferOutput<typeof RecordState>;
export type RegisterState = v.InferOutput<typeof RegisterState>;

const Exported = v.object({
  type: v.literal('FeatureCollection'),
  metadata: v.optional(v.record(v.string(), v.unknown())),
  features: v.array(
    v.object({
      geometry: v.nullable(v.object({ type: v.string(), coordinates: v.unknown() })),
      properties: v.looseObject({ id: Id, nameZh: NonEmpty }),
    }),
  ),
});

/** Of the register exported as GeoJSON, or as the build writes it. @throws Error where it is neither */
export function exportedRegister(value: unknown, what: string): RegisterState {
  const { features, metadata } = parseAs(Exported, value, what);
  const said = metadata?.['dataVersion'];
  return {
    data: typeof said === 'string' ? said : '',
    date: null,
    records: features.map(({ geometry, properties }) =>
      parseAs(RecordState, { ...properties, position: pointOf(geometry) }, `${what}: ${properties.id}`),
    ),
  };
}

function pointOf(geometry: { readonly type: string; readonly coordinates: unknown } | null): Place | null | undefined {
  if (geometry === null) return null;
  // An area or a line: where its point was is not said.
  if (geometry.type !== 'Point') return undefined;
  const place = v.safeParse(LngLat, geometry.coordinates);
  return place.success ? place.output : undefined;
}
