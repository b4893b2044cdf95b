/**
 * Layers for a room instead of a desk: type, symbols and lines larger by one factor. At factor 1 the layers are the
 * desk's own.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Properties in pixels. Offsets in ems grow with their type. */
const SIZES = new Set([
  'text-size',
  'icon-size',
  'text-padding',
  'icon-padding',
  'text-halo-width',
  'line-width',
  'line-blur',
  'circle-radius',
  'circle-stroke-width',
  'circle-translate',
  'icon-text-fit-padding',
]);

export function scaledLayers(layers: readonly LayerSpecification[], factor: number): readonly LayerSpecification[] {
  return factor === 1 ? layers : layers.map((layer) => scaledLayer(layer, factor));
}

export function withVisibility<L extends LayerSpecification>(layer: L, visibility: 'none' | 'visible'): L {
  return { ...layer, layout: { ...layer.layout, visibility } };
}

function scaledLayer<L extends LayerSpecification>(layer: L, factor: number): L {
  return {
    ...layer,
    ...(layer.layout === undefined ? {} : { layout: scaledGroup(layer.layout, factor) }),
    ...(layer.paint === undefined ? {} : { paint: scaledGroup(layer.paint, factor) }),
  };
}

function scaledGroup(group: object, factor: number): object {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]: [string, unknown]) => [
      name,
      SIZES.has(name) ? scaledValue(value, factor) : value,
    ]),
  );
}

/** An interpolation by zoom must stay outermost: its results are scaled, not itself. */
function scaledValue(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  if (!Array.isArray(value)) return value;
  if (value[0] === 'interpolate')
    return value.map((part: unknown, at) => (at > 3 && at % 2 === 0 ? scaledValue(part, factor) : part));
  if (value[0] === 'literal' && Array.isArray(value[1]))
    return ['literal', value[1].map((n: unknown) => (typeof n === 'number' ? n * factor : n))];
  return value.every((part) => typeof part === 'number') ? value.map((n) => Number(n) * factor) : ['*', factor, value];
}
