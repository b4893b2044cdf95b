import type { FeatureCollection, Geometry } from 'geojson';
import type { BoundaryCredit, StatedBoundary } from '../../src/domain/schema/config.ts';
import type { Datum } from '../../src/domain/vocabulary.ts';

/** A GeoJSON file as parsed, before anything is known of its features: RFC 7946 allows them no geometry. */
export type SourceCollection = FeatureCollection<Geometry | null>;

/** Areas with their datum and whom they are owed to; `file` only for the text of problems. */
export interface BoundaryInput {
  collection: SourceCollection;
  datum: Datum;
  file: string;
  credit: BoundaryCredit;
  /** How far a border may lie from its line, and where it may lie further; see boundaries.yaml. */
  accuracyMetres: number;
  doubtful: StatedBoundary['doubtful'];
}

/** The first position that cannot be `[longitude, latitude]` in degrees; undefined where all can. */
export function notInDegrees({ features }: SourceCollection): readonly number[] | undefined {
  for (const { geometry } of features) {
    const found = geometry !== null && 'coordinates' in geometry ? outside(geometry.coordinates) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

type Nested = readonly (number | Nested)[];

function outside(coordinates: Nested): readonly number[] | undefined {
  const [lng, lat] = coordinates;
  if (typeof lng === 'number' && typeof lat === 'number')
    return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? undefined : [lng, lat];
  for (const part of coordinates) {
    const found = typeof part === 'number' ? undefined : outside(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
