/**
 * Layers of one kind drawn by few programs. MapLibre makes a program for every combination of what is the same for a
 * whole layer, follows the feature, or follows feature and zoom; without a graphics card each takes 20 to 60 ms at its
 * first use, in a frame that nobody can press anything in. So what is said of our lines and fills is said in one form:
 * by feature and zoom, though most of it is the same for all.
 */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

type Value = ExpressionSpecification | string | number;

/** What MapLibre takes by feature and zoom, with what holds where a layer says nothing. */
const SHARED: Readonly<Record<'line' | 'fill', readonly (readonly [name: string, otherwise: Value])[]>> = {
  line: [
    ['line-color', '#000000'],
    ['line-width', 1],
    ['line-opacity', 1],
  ],
  fill: [
    ['fill-color', '#000000'],
    ['fill-opacity', 1],
  ],
};

/** The same for every feature, but MapLibre must not see that it is. */
export const saidOfEach = (value: Value): ExpressionSpecification => ['case', ['has', 'label'], value, value];

/**
 * @param sources whose layers are meant: others hold a city's worth of corners, each of which would carry the same values
 */
export function withFewPrograms(
  layers: readonly LayerSpecification[],
  sources: readonly string[],
): LayerSpecification[] {
  return layers.map((layer) => {
    if ((layer.type !== 'line' && layer.type !== 'fill') || !sources.includes(layer.source)) return layer;
    const given: Readonly<Record<string, unknown>> = layer.paint ?? {};
    if ('fill-pattern' in given) return layer;
    // Dashed lines are few, and all borders among them: those fade between zooms.
    const isDashed = 'line-dasharray' in given;
    const shared = SHARED[layer.type].map(([name, otherwise]) => {
      const value = given[name] ?? otherwise;
      return [name, isDashed && name === 'line-opacity' ? value : byFeatureAndZoom(value)];
    });
    return { ...layer, paint: { ...layer.paint, ...Object.fromEntries(shared) } };
  });
}

/**
 * MapLibre works out what follows feature and zoom at whole zooms and draws what lies between from those, so a curve
 * with a bend elsewhere stays as it is.
 */
function byFeatureAndZoom(value: unknown): unknown {
  if (!Array.isArray(value) || !isZoomCurve(value)) {
    const each = byFeature(value);
    return ['interpolate', ['linear'], ['zoom'], 0, each, 24, each];
  }
  const stops = value.filter((_, at) => at >= 3 && at % 2 === 1);
  if (!stops.every(Number.isInteger)) return value;
  return value.map((part: unknown, at) => (at > 3 && at % 2 === 0 ? byFeature(part) : part));
}

const isZoomCurve = (value: readonly unknown[]): boolean =>
  value[0] === 'interpolate' && Array.isArray(value[2]) && value[2][0] === 'zoom';

function byFeature(value: unknown): unknown {
  return isConstant(value) ? saidOfEach(value) : value;
}

const isConstant = (value: unknown): value is Value =>
  !JSON.stringify(value).match(/\["(get|has|feature-state|properties|geometry-type|id)"/);
