/**
 * The map as SVG: the same scene, layers, colours, symbols, spreading and projection as the live map, read from its very
 * style. It stands in where nothing can draw the live map, and is the first view in the page. Pure.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { THEMES } from '../../domain/colours.ts';
import { SHADE_UNKNOWN } from '../../domain/shade-ramp.ts';
import { emptySources, sceneLayers } from '../base-style.ts';
import { createCollections, type Drawn, memo } from '../collections.ts';
import { SOURCES } from '../layers/index.ts';
import { HATCH } from '../layers/shade.ts';
import type { MapData, Scene } from '../scene.ts';
import type { MapPart } from '../screen.ts';
import { spreadZoom } from '../spread.ts';
import { type Frame, frameOf } from './frame.ts';
import { node, type SvgNode } from './node.ts';
import { circleNodes, type Dot, fillNodes, isShown, lineNodes, paperNode } from './shapes.ts';
import { imageNode, type Standing, symbolLayers } from './symbols.ts';

/** Names of weights in the place of fonts: the page's own are taken. */
const WEIGHTS = { regular: ['regular'], bold: ['bold'] };

/** A layer as it is drawn, with what of it answers the pointer. */
export interface PictureLayer {
  readonly id: string;
  readonly nodes: readonly SvgNode[];
  readonly standing: readonly Standing[];
}

export interface Picture {
  readonly frame: Frame;
  readonly drawn: Drawn;
  /** From below; layers of which nothing is in the picture have no nodes. */
  readonly layers: readonly PictureLayer[];
  /** Images and patterns that the layers name. */
  readonly defs: SvgNode;
}

export interface PictureInput {
  readonly scene: Scene;
  readonly data: MapData;
  readonly part: MapPart;
  /** Where the link of a site leads; without it symbols are no links. */
  readonly linkTo?: (site: string) => string;
}

const SITES = new Set(['sites', 'sites-dimmed']);

/** A function from a scene in a view to its picture; what has not changed is not worked out again. */
export function createPictures(finest?: number): (input: PictureInput) => Picture {
  const collect = createCollections();
  const layersOf = memo((theme: Scene['theme'], scale: number, contextLayers: Scene['contextLayers'], empty: string) =>
    sceneLayers(
      { theme, scale, contextLayers: contextLayers ?? null },
      'thematic',
      WEIGHTS,
      SOURCES.filter((name) => empty.split(',').includes(name)),
    ),
  );
  return ({ scene, data, part, linkTo }) => {
    const drawn = collect(scene, data, spreadZoom(part.zoom), part, true);
    const collections = new Map<string, FeatureCollection>(drawn.collections);
    const frame = frameOf(part, finest);
    const layers = layersOf(scene.theme, scene.scale ?? 1, scene.contextLayers, emptySources(drawn.collections).join());
    const shown = layers.filter((layer) => isShown(layer, part.zoom));
    const features = (layer: LayerSpecification): FeatureCollection['features'] =>
      ('source' in layer ? collections.get(layer.source)?.features : undefined) ?? [];
    const symbols = symbolLayers(
      shown.filter(({ type }) => type === 'symbol').map((layer) => ({ layer, features: features(layer) })),
      frame,
      (inner, { id, label, icon }) =>
        linkTo === undefined || typeof id !== 'string' || inner.tag !== 'use' || icon === undefined
          ? inner
          : node('a', { href: linkTo(id), 'aria-label': String(label) }, [inner]),
    );
    const made = shown.map((layer): PictureLayer => {
      const symbol = symbols.get(layer.id);
      if (symbol !== undefined) return { id: layer.id, ...symbol };
      const { nodes, dots } = shapesOf(layer, features(layer), frame);
      return { id: layer.id, nodes, standing: dots.map((dot) => ({ ...dot, name: null })) };
    });
    return { frame, drawn, layers: made, defs: defsOf(made, drawn) };
  };
}

function shapesOf(
  layer: LayerSpecification,
  features: FeatureCollection['features'],
  frame: Frame,
): { readonly nodes: readonly SvgNode[]; readonly dots: readonly Dot[] } {
  if (layer.type === 'circle') return circleNodes(layer, features, frame);
  const nodes = () => {
    if (layer.type === 'background') return [paperNode(layer, frame)];
    if (layer.type === 'fill') return fillNodes(layer, features, frame);
    return layer.type === 'line' ? lineNodes(layer, features, frame) : [];
  };
  return { nodes: nodes(), dots: [] };
}

/** Every image that a site has, once; and the hatch of what is not known. */
function defsOf(layers: readonly PictureLayer[], drawn: Drawn): SvgNode {
  const wanted = new Set(
    [
      ...(drawn.collections.get('sites')?.features ?? []),
      ...(drawn.collections.get('sketches')?.features ?? []),
    ].flatMap(({ properties }) => (typeof properties?.['icon'] === 'string' ? [properties['icon']] : [])),
  );
  const hatched = layers.some(({ id, nodes }) => id === 'shade-unknown' && nodes.length > 0);
  return node('defs', {}, [...[...wanted].flatMap((id) => imageNode(id) ?? []), ...(hatched ? THEMES.map(hatch) : [])]);
}

/** As the map's own pattern (`hatch.ts`). */
function hatch(theme: (typeof THEMES)[number]): SvgNode {
  const { ground, stroke } = SHADE_UNKNOWN[theme];
  return node('pattern', { id: `${HATCH}${theme}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
    node('rect', { width: 8, height: 8, fill: ground }),
    node('path', { d: 'M-9 9L1 -1M-1 9L9 -1M7 9L17 -1', stroke, 'stroke-width': 1.1 }),
  ]);
}

/** The whole picture as one tree. */
export function pictureNode({ frame, layers, defs }: Picture, attrs: SvgNode['attrs'] = {}): SvgNode {
  const { width, height } = frame;
  return node(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, ...attrs },
    [
      defs,
      ...layers.filter(({ nodes }) => nodes.length > 0).map(({ id, nodes }) => node('g', { 'data-layer': id }, nodes)),
    ],
  );
}

/** Ids of the sites whose symbols are in the picture. */
export function sitesIn({ layers }: Picture): Set<string> {
  return new Set(
    layers.flatMap(({ id, standing }) =>
      SITES.has(id) ? standing.map(({ properties }) => String(properties['id'])) : [],
    ),
  );
}
