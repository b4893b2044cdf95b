import { latest, normalizePropertyExpression, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { liveLayers, sceneLayers } from '../../src/map/base-style.ts';
import { fontStacks } from '../../src/map/fonts.ts';
import { SOURCES } from '../../src/map/layers/index.ts';

const GIVEN = [{ theme: 'dark', osm: { day: null } } as const, 'thematic', fontStacks(true), []] as const;
const FEATURES = [
  { selected: false },
  { selected: true, cluster: 'auto', fade: 0.5, class: 'motorway', id: 'nanhai', opacity: 0.3, colour: '#123456' },
];

const byId = (layers: ReturnType<typeof liveLayers>, id: string) => {
  const found = layers.find((layer) => layer.id === id);
  if (found === undefined) throw new Error(`no layer ${id}`);
  return found;
};

const NAMES = {
  line: ['line-color', 'line-width', 'line-opacity'],
  fill: ['fill-color', 'fill-opacity'],
} as const;

/** Of our own lines and fills, each property of which MapLibre makes a part of the program. */
const shared = sceneLayers(...GIVEN).flatMap((layer) =>
  (layer.type === 'line' || layer.type === 'fill') &&
  SOURCES.some((name) => name === layer.source) &&
  !('fill-pattern' in (layer.paint ?? {}))
    ? NAMES[layer.type].map((name) => ({ id: layer.id, type: layer.type, name }))
    : [],
);

function expressionOf(layers: ReturnType<typeof liveLayers>, { id, type, name }: (typeof shared)[number]) {
  const spec: StylePropertySpecification = Reflect.get(latest[`paint_${type}`], name);
  const paint = byId(layers, id).paint as Readonly<Record<string, unknown>> | undefined;
  return normalizePropertyExpression(paint?.[name] ?? Object(spec).default, `${type}.${name}`, spec);
}

/** As MapLibre draws it: what follows feature and zoom is worked out at whole zooms, and mixed between. */
function drawn(expression: ReturnType<typeof expressionOf>, zoom: number, properties: object): number[] {
  const feature = { type: 'Polygon', id: 1, properties } as const;
  const at = (z: number): number[] => numbers(expression.evaluate({ zoom: z }, feature, {}));
  if (expression.kind !== 'composite') return at(zoom);
  const low = Math.floor(zoom);
  const share = expression.interpolationFactor(zoom, low, low + 1);
  const above = at(low + 1);
  return at(low).map((value, i) => value + share * ((above[i] ?? 0) - value));
}

const numbers = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  const { r, g, b, a } = value as Record<'r' | 'g' | 'b' | 'a', number>;
  return [r, g, b, a];
};

describe('lines and fills of our own', () => {
  const live = liveLayers(...GIVEN);
  const plain = sceneLayers(...GIVEN);
  /** What a layer's program follows from: a curve by zoom is the same as a constant there. */
  const programOf = (layers: typeof live, id: string): string => {
    const isDashed = 'line-dasharray' in (byId(layers, id).paint ?? {});
    const kinds = shared.filter((each) => each.id === id).map((each) => expressionOf(layers, each).kind);
    return [isDashed, ...kinds.map((kind) => (kind === 'camera' ? 'constant' : kind))].join(' ');
  };

  it('share programs: the first view and its context need one for fills and three for lines', () => {
    const [fills, lines] = [
      ['districts-fill', 'veil', 'water-polygons', 'ground-end'],
      [
        'leaders',
        'roads',
        'centre-lines',
        'runways',
        'borders-outer',
        'borders-inner',
        'neighbour-borders',
        'metro-lines',
      ],
    ];
    expect(new Set(fills.map((id) => programOf(live, id))).size).toBe(1);
    expect(new Set(lines.map((id) => programOf(live, id))).size).toBe(3);
    expect(new Set(lines.map((id) => programOf(plain, id))).size).toBeGreaterThan(4);
  });

  it('look as they are said to', () => {
    for (const each of shared) {
      for (const zoom of [7.5, 9.9, 10.7, 11.1, 11.9, 13]) {
        for (const properties of FEATURES) {
          const [before = [], after = []] = [plain, live].map((layers) =>
            drawn(expressionOf(layers, each), zoom, properties),
          );
          for (const [i, value] of after.entries())
            expect(value, `${each.id} ${each.name} at ${zoom}`).toBeCloseTo(before[i] ?? Number.NaN, 5);
        }
      }
    }
  });

  it('leave what is drawn of OpenStreetMap as it is', () => {
    const names = plain.flatMap((layer) => ('source' in layer && layer.source === 'osm' ? [layer.id] : []));
    expect(names.length).toBeGreaterThan(5);
    for (const id of names) expect(byId(live, id)).toEqual(byId(plain, id));
  });
});
