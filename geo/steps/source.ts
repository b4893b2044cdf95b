import type { FeatureCollection, Geometry } from 'geojson';

/** A GeoJSON file as parsed, before anything is known of its features: RFC 7946 allows them no geometry. */
export type SourceCollection = FeatureCollection<Geometry | null>;
