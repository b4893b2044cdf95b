/** Context collections made ready for their layers. Pure. */
import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import type { DistrictId } from '../domain/vocabulary.ts';

export const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** By what the scene's labels know a feature, most specific first. */
const LABEL_KEYS = ['id', 'code', 'nameZh', 'name'];

/**
 * The name to show: from `labels` by id, code or name; else of its two names the one that `nameOf` chooses; else the
 * Chinese name; else nothing.
 */
export function labelOf(
  properties: GeoJsonProperties,
  labels: Readonly<Record<string, string>>,
  nameOf?: (thing: { nameZh: string; nameEn: string }) => string,
): string {
  const texts = LABEL_KEYS.map((key): unknown => properties?.[key]).filter((value) => typeof value === 'string');
  const known = texts.find((key) => Object.hasOwn(labels, key));
  if (known !== undefined) return labels[known] ?? '';
  const [nameZh, nameEn]: unknown[] = [properties?.['nameZh'], properties?.['nameEn']];
  if (nameOf !== undefined && typeof nameZh === 'string' && typeof nameEn === 'string')
    return nameOf({ nameZh, nameEn });
  const fallback: unknown = properties?.['nameZh'] ?? properties?.['name'];
  return typeof fallback === 'string' ? fallback : '';
}

/** The same features with the property `label`. */
export function labelled(
  collection: FeatureCollection,
  labels: Readonly<Record<string, string>>,
  nameOf?: (thing: { nameZh: string; nameEn: string }) => string,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: collection.features.map((feature) => ({
      ...feature,
      properties: { ...feature.properties, label: labelOf(feature.properties, labels, nameOf) },
    })),
  };
}

/** The selected district alone. */
export function districtOutline(districts: FeatureCollection, id: DistrictId | null): FeatureCollection {
  if (id === null) return EMPTY;
  const features = districts.features.filter(({ properties }) => properties?.['id'] === id);
  return { type: 'FeatureCollection', features };
}
