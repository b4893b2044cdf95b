/** What a layer of the style says at a zoom of a feature, by the very rules that MapLibre reads it by. Pure. */
import {
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';

/** As the style's rules see a feature: 1 a point, 2 a line, 3 an area. */
export interface StyledFeature {
  readonly type: 1 | 2 | 3;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface LayerStyle {
  passes(feature: StyledFeature): boolean;
  number(name: string, feature: StyledFeature): number;
  /** `#rrggbb`, or with its opacity `rgba(…)`. */
  colour(name: string, feature: StyledFeature): string;
  text(name: string, feature: StyledFeature): string;
  flag(name: string, feature: StyledFeature): boolean;
  numbers(name: string, feature: StyledFeature): number[];
  texts(name: string, feature: StyledFeature): string[];
  /** Whether the layer says it at all. */
  says(name: string): boolean;
}

type Evaluate = (zoom: number, feature: StyledFeature) => unknown;

interface Compiled {
  readonly filter: (zoom: number, feature: StyledFeature) => boolean;
  readonly values: Map<string, Evaluate>;
}

const compiled = new WeakMap<LayerSpecification, Compiled>();

function compile(layer: LayerSpecification): Compiled {
  const known = compiled.get(layer);
  if (known !== undefined) return known;
  const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'filter');
  const made: Compiled = {
    filter: (zoom, feature) => filter({ zoom }, feature),
    values: new Map(),
  };
  compiled.set(layer, made);
  return made;
}

function ownValue(layer: LayerSpecification, group: 'paint' | 'layout', name: string): unknown {
  const values: object = layer[group] ?? {};
  return Reflect.get(values, name);
}

function evaluator(layer: LayerSpecification, name: string): Evaluate {
  const known = compile(layer).values.get(name);
  if (known !== undefined) return known;
  for (const group of ['paint', 'layout'] as const) {
    const reference: unknown = Reflect.get(Reflect.get(latest, `${group}_${layer.type}`), name);
    if (!isReference(reference)) continue;
    const said = ownValue(layer, group, name);
    const expression = normalizePropertyExpression(said ?? reference.default, name, reference);
    const made: Evaluate = (zoom, feature) => expression.evaluate({ zoom }, feature) as unknown;
    compile(layer).values.set(name, made);
    return made;
  }
  throw new Error(`the style knows no ${name} of a layer of type ${layer.type}`);
}

type Reference = Parameters<typeof normalizePropertyExpression>[2] & { readonly default?: unknown };

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'property-type' in value;

export function layerStyle(layer: LayerSpecification, zoom: number): LayerStyle {
  const { filter } = compile(layer);
  const value = (name: string, feature: StyledFeature): unknown => evaluator(layer, name)(zoom, feature);
  const list = (name: string, feature: StyledFeature): unknown[] => {
    const all = value(name, feature);
    if (Array.isArray(all)) return all;
    return typeof all === 'object' && all !== null && 'values' in all && Array.isArray(all.values) ? all.values : [];
  };
  return {
    passes: (feature) => filter(zoom, feature),
    number: (name, feature) => Number(value(name, feature) ?? 0),
    colour: (name, feature) => hexOf(String(value(name, feature))),
    text: (name, feature) => String(value(name, feature) ?? ''),
    flag: (name, feature) => value(name, feature) === true,
    numbers: (name, feature) => list(name, feature).map(Number),
    texts: (name, feature) => list(name, feature).map(String),
    says: (name) => ownValue(layer, 'paint', name) !== undefined || ownValue(layer, 'layout', name) !== undefined,
  };
}

/** `rgba(r,g,b,1)` is written shorter. */
function hexOf(colour: string): string {
  const parts = /^rgba\((\d+),(\d+),(\d+),1\)$/.exec(colour.replaceAll(' ', ''));
  if (parts === null) return colour;
  return `#${parts
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** A feature as the rules see it; undefined for what has no form. */
export function styled({ geometry, properties }: Feature): StyledFeature | undefined {
  const type = geometry.type.endsWith('Point') ? 1 : geometry.type.endsWith('LineString') ? 2 : 3;
  return geometry.type === 'GeometryCollection' ? undefined : { type, properties: properties ?? {} };
}
