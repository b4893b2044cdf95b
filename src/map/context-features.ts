/** Context collections made ready for their layers. Pure. */
import type { Feature, FeatureCollection, GeoJsonProperties } from 'geojson';
import type { DistrictId } from '../domain/vocabulary.ts';

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** By what the scene's labels know a feature, most specific first. */
const LABEL_KEYS = ['id', 'code', 'nameZh', 'name'];

/** The name to show: from `labels` by id, code or name; else the Chinese name; else nothing. */
export function labelOf(properties: GeoJsonProperties, labels: Readonly<Record<string, string>>): string {
  const texts = LABEL_KEYS.map((key): unknown => properties?.[key]).filter((value) => typeof value === 'string');
  const known = texts.find((key) => Object.hasOwn(labels, key));
  if (known !== undefined) return labels[known] ?? '';
  const fallback: unknown = properties?.['nameZh'] ?? properties?.['name'];
  return typeof fallback === 'string' ? fallback : '';
}

/** The same features with the property `label`. */
export function labelled(collection: FeatureCollection, labels: Readonly<Record<string, string>>): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: collection.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, label: labelOf(feature.properties, labels) },
    })),
  };
}

/** One point a district, at the place that the build found well inside it. */
export function districtLabels(
  districts: FeatureCollection,
  labels: Readonly<Record<string, string>>,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: districts.features.flatMap(({ properties }): Feature[] => {
      const at: unknown = properties?.['label'];
      if (!isPair(at)) return [];
      return [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: at },
          properties: { label: labelOf(properties, labels) },
        },
      ];
    }),
  };
}

/** The selected district alone. */
export function districtOutline(districts: FeatureCollection, id: DistrictId | null): FeatureCollection {
  if (id === null) return EMPTY;
  const features = districts.features.filter(({ properties }) => properties?.['id'] === id);
  return { type: 'FeatureCollection', features };
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
