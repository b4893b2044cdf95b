/** Layers of paper, areas, lines and dots as SVG. Pure. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import type { Frame } from './frame.ts';
import { node, px, type SvgNode } from './node.ts';
import { type LayerStyle, layerStyle, type StyledFeature, styled } from './style-values.ts';

/** Of a place that answers the pointer: px, and what the layer knows of it. */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Attributes = Record<string, string | number>;

const NOTHING: StyledFeature = { type: 1, properties: {} };

/** An opacity of one is not written. */
const opacity = (name: string, value: number): Attributes =>
  value >= 1 ? {} : { [name]: Math.round(value * 1000) / 1000 };

/** Whether the layer is drawn at the zoom at all. */
export function isShown({ minzoom = 0, maxzoom = 99, layout }: LayerSpecification, zoom: number): boolean {
  return zoom >= minzoom && zoom < maxzoom && layout?.visibility !== 'none';
}

export function paperNode(layer: LayerSpecification, { zoom, width, height }: Frame): SvgNode {
  const style = layerStyle(layer, zoom);
  return node('rect', {
    width,
    height,
    fill: style.colour('background-color', NOTHING),
    ...opacity('opacity', style.number('background-opacity', NOTHING)),
  });
}

/** What looks alike is one path, in the order of the first of each kind. */
function gathered(
  features: readonly Feature[],
  style: LayerStyle,
  frame: Frame,
  look: (feature: StyledFeature) => Attributes,
): SvgNode[] {
  const groups = new Map<string, { readonly attrs: Attributes; readonly paths: string[] }>();
  for (const feature of features) {
    const seen = styled(feature);
    if (seen === undefined || seen.type === 1 || !style.passes(seen)) continue;
    const d = frame.path(feature.geometry);
    if (d === '') continue;
    const attrs = look(seen);
    const key = JSON.stringify(attrs);
    const group = groups.get(key) ?? { attrs, paths: [] };
    group.paths.push(d);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ attrs, paths }) => node('path', { ...attrs, d: paths.join('') }));
}

/** Areas that lie one over the other are darker there, so each that is pale is a path of its own. */
function each(
  features: readonly Feature[],
  style: LayerStyle,
  frame: Frame,
  look: (feature: StyledFeature) => Attributes,
) {
  return features.flatMap((feature) => gathered([feature], style, frame, look));
}

export function fillNodes(layer: LayerSpecification, features: readonly Feature[], frame: Frame): SvgNode[] {
  const style = layerStyle(layer, frame.zoom);
  const pattern = style.says('fill-pattern');
  const look = (feature: StyledFeature): Attributes => ({
    fill: pattern ? `url(#${style.text('fill-pattern', feature)})` : style.colour('fill-color', feature),
    'fill-rule': 'evenodd',
    ...opacity('fill-opacity', style.number('fill-opacity', feature)),
  });
  return each(features, style, frame, look);
}

export function lineNodes(layer: LayerSpecification, features: readonly Feature[], frame: Frame): SvgNode[] {
  const style = layerStyle(layer, frame.zoom);
  const { layout } = layer;
  const round = layout !== undefined && 'line-cap' in layout && layout['line-cap'] === 'round';
  return gathered(features, style, frame, (feature) => {
    // A soft line is drawn as a hard one that is narrower by half of what it fades over.
    const width = style.number('line-width', feature) - style.number('line-blur', feature) / 2;
    const dashes = style.says('line-dasharray') ? style.numbers('line-dasharray', feature) : [];
    return {
      fill: 'none',
      stroke: style.colour('line-color', feature),
      'stroke-width': px(Math.max(0.2, width)),
      'stroke-linejoin': 'round',
      ...(round ? { 'stroke-linecap': 'round' } : {}),
      ...(dashes.length === 0 ? {} : { 'stroke-dasharray': dashes.map((dash) => px(dash * width)).join(' ') }),
      ...opacity('stroke-opacity', style.number('line-opacity', feature)),
    };
  });
}

/** @returns the dots as they are drawn, and where they are for the pointer */
export function circleNodes(
  layer: LayerSpecification,
  features: readonly Feature[],
  frame: Frame,
): { readonly nodes: SvgNode[]; readonly dots: Dot[] } {
  const style = layerStyle(layer, frame.zoom);
  const [nodes, dots]: [SvgNode[], Dot[]] = [[], []];
  for (const feature of features) {
    const seen = styled(feature);
    if (seen === undefined || feature.geometry.type !== 'Point' || !style.passes(seen)) continue;
    const [dx = 0, dy = 0] = style.numbers('circle-translate', seen);
    const place = frame.at(feature.geometry.coordinates);
    const [x, y] = [place.x + dx, place.y + dy];
    const [radiusPx, rim] = [style.number('circle-radius', seen), style.number('circle-stroke-width', seen)];
    if (!frame.holds({ x, y }, radiusPx + rim)) continue;
    dots.push({ x, y, radiusPx: radiusPx + rim, properties: seen.properties });
    nodes.push(
      node('circle', {
        cx: px(x),
        cy: px(y),
        // Half of a stroke lies inside; the map's lies outside.
        r: px(radiusPx + rim / 2),
        fill: style.colour('circle-color', seen),
        ...opacity('fill-opacity', style.number('circle-opacity', seen)),
        ...(rim === 0
          ? {}
          : {
              stroke: style.colour('circle-stroke-color', seen),
              'stroke-width': rim,
              ...opacity('stroke-opacity', style.number('circle-stroke-opacity', seen)),
            }),
      }),
    );
  }
  return { nodes, dots };
}
