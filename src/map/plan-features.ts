/** Questions and shading as collections for their layers. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import type { Theme } from '../domain/colours.ts';
import { wgs84 } from '../domain/position.ts';
import { shadeColours } from '../domain/shade-ramp.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import type { AskErrors } from '../state/plan/ask-errors.ts';
import { EMPTY } from './context-features.ts';
import { circlePolygon } from './layers/circle.ts';
import type { AskShape, Scene } from './scene.ts';

/** Straight lines from the investor's candidate to what is nearest. */
export function measuredFeatures(measured: NonNullable<Scene['measured']>): FeatureCollection {
  if (measured.length === 0) return EMPTY;
  return collection(
    measured.map(({ from, to, label }) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
      properties: { label },
    })),
  );
}

const discsOf = ({ discs }: AskErrors): Feature[] =>
  discs.map(({ at: [lng, lat], radiusM }) => ({
    type: 'Feature',
    geometry: circlePolygon(wgs84(lng, lat), radiusM),
    properties: { part: 'error' },
  }));

const NO_RIM: readonly Feature[] = [];

/** The question, and what of its answer is not certain: circles of error, and the soft rim. */
export function askFeatures(
  shape: AskShape | null,
  errors: AskErrors | null = null,
  rim: readonly Feature[] = NO_RIM,
): FeatureCollection {
  const discs = errors === null ? [] : discsOf(errors);
  if (shape === null) return discs.length === 0 ? EMPTY : collection(discs);
  return collection([...rim, ...shapeFeatures(shape).features, ...discs]);
}

function shapeFeatures(shape: AskShape): FeatureCollection {
  if (shape.kind === 'polygon') {
    const [first] = shape.ring;
    const ring = [...shape.ring, ...(first === undefined ? [] : [first])].map((at) => [...at]);
    return collection([
      { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: { part: 'area' } },
    ]);
  }
  if (shape.kind === 'shape') {
    const { geometry, outline } = shape;
    return collection([
      { type: 'Feature', geometry: outline, properties: { part: 'area' } },
      ...(geometry === outline ? [] : [{ type: 'Feature' as const, geometry, properties: { part: 'own' } }]),
    ]);
  }
  return collection([
    { type: 'Feature', geometry: circlePolygon(shape.centre, shape.withinM), properties: { part: 'area' } },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [...shape.centre] }, properties: { part: 'centre' } },
  ]);
}

/** The districts with the colour of their class; those of no class carry none. */
export function shadeFeatures(
  districts: FeatureCollection,
  shaded: ReadonlyMap<DistrictId, number | null> | null,
  theme: Theme,
): FeatureCollection {
  if (shaded === null) return EMPTY;
  const classes = [...shaded.values()].filter((at) => at !== null);
  const colours = shadeColours(theme, Math.max(0, ...classes) + 1);
  return collection(
    districts.features.map(({ geometry, properties }): Feature => {
      const id = DISTRICT_IDS.find((known) => known === properties?.['id']);
      const at = id === undefined ? null : (shaded.get(id) ?? null);
      const accuracyM: unknown = properties?.['accuracyM'];
      return { type: 'Feature', geometry, properties: { accuracyM, ...(at === null ? {} : { colour: colours[at] }) } };
    }),
  );
}

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
