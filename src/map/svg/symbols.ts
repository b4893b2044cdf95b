/**
 * Symbols and names as SVG. Room is given as MapLibre gives it: from the top layer down, and in a layer by its sort key;
 * a name that finds none is left out. Names along lines are not drawn. Pure.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';
import { BASE_COLOURS } from '../../domain/base-colours.ts';
import { THEMES } from '../../domain/colours.ts';
import { GLYPH_BOX } from '../../domain/glyphs.ts';
import { iconParts } from '../icon-parts.ts';
import { iconOf } from '../layers/icon-id.ts';
import { imageRadiusPx } from '../layers/site-size.ts';
import { ARROW_HEAD } from '../layers/sketches.ts';
import type { Frame } from './frame.ts';
import { node, px, type SvgNode } from './node.ts';
import { type LayerStyle, layerStyle, type StyledFeature, styled } from './style-values.ts';
import { boxAt, linesOf, sizeOf, type TextBox, type Type, textNode, turnedBox } from './words.ts';

/** What stands in a layer, for the pointer. */
export interface Standing {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly x: number;
  readonly y: number;
  /** Of the symbol; 0 where only the name stands. */
  readonly radiusPx: number;
  readonly name: TextBox | null;
}

export interface SymbolLayer {
  readonly nodes: readonly SvgNode[];
  readonly standing: readonly Standing[];
}

interface SourceLayer {
  readonly layer: LayerSpecification;
  readonly features: readonly Feature[];
}

/** An id that fits a fragment. */
export const imageId = (id: string): string => id.replace(/[/@]/g, '-');

/** The image of an icon or an arrow's head, to be used by its id; null where the id names none. */
export function imageNode(id: string): SvgNode | null {
  const { icon } = iconOf(id);
  if (icon === undefined) return arrowHead(id);
  return node(
    'g',
    { id: imageId(id) },
    iconParts(icon).map(({ path, edge, fill, stroke, opacity = 1 }) => {
      const scale = edge / GLYPH_BOX;
      const fine = (value: number): number => Math.round(value * 1000) / 1000;
      return node('path', {
        d: path,
        transform: `scale(${fine(scale)})translate(-${GLYPH_BOX / 2} -${GLYPH_BOX / 2})`,
        fill: fill ?? 'none',
        ...(fill === undefined ? {} : { 'fill-rule': 'evenodd' }),
        ...(stroke === undefined
          ? {}
          : { stroke: stroke.colour, 'stroke-width': fine(stroke.width / scale), 'stroke-linejoin': 'round' }),
        ...(stroke?.dashes === undefined
          ? {}
          : { 'stroke-dasharray': stroke.dashes.map((dash) => fine(dash / scale)).join(' ') }),
        ...(opacity === 1 ? {} : { opacity }),
      });
    }),
  );
}

function arrowHead(id: string): SvgNode | null {
  const theme = THEMES.find((known) => id === `${ARROW_HEAD}${known}`);
  if (theme === undefined) return null;
  const { sketch, halo } = BASE_COLOURS[theme];
  return node('path', { id, d: 'M0 -6.5L6 6L0 3L-6 6Z', fill: sketch, stroke: halo });
}

const OVER = 4;

class Room {
  readonly #taken: TextBox[] = [];

  isFree({ x, y, w, h }: TextBox, clear: number): boolean {
    return this.#taken.every(
      (other) => Math.abs(x - other.x) >= w + other.w + clear || Math.abs(y - other.y) >= h + other.h + clear,
    );
  }

  take(box: TextBox): void {
    this.#taken.push(box);
  }
}

/** @param layers from below, as they are drawn; each gets its nodes under its id */
export function symbolLayers(
  layers: readonly SourceLayer[],
  frame: Frame,
  wrap: (node: SvgNode, properties: StyledFeature['properties']) => SvgNode,
): Map<string, SymbolLayer> {
  const room = new Room();
  const placed = new Map<string, SymbolLayer>();
  for (const { layer, features } of [...layers].reverse()) {
    const style = layerStyle(layer, frame.zoom);
    const standing: { readonly order: number; readonly one: Standing; readonly node: SvgNode }[] = [];
    for (const { point, seen, order } of inOrder(features, style, frame)) {
      const symbol = symbolAt(point, seen, style, room);
      const name = nameAt(point, seen, style, frame, room);
      if (symbol === null && name === null) continue;
      const parts = [...(symbol === null ? [] : [symbol.node]), ...(name === null ? [] : [name.node])];
      const [only] = parts;
      const whole = parts.length === 1 && only !== undefined ? only : node('g', {}, parts);
      const one = { properties: seen.properties, ...point, radiusPx: symbol?.radiusPx ?? 0, name: name?.box ?? null };
      standing.push({ order, one, node: wrap(whole, seen.properties) });
    }
    placed.set(layer.id, { nodes: standing.map((each) => each.node), standing: standing.map(({ one }) => one) });
  }
  return placed;
}

function inOrder(features: readonly Feature[], style: LayerStyle, frame: Frame) {
  const sorts = style.says('symbol-sort-key');
  return features
    .flatMap((feature) => {
      const seen = styled(feature);
      if (seen === undefined || feature.geometry.type !== 'Point' || !style.passes(seen)) return [];
      const point = frame.at(feature.geometry.coordinates);
      if (!frame.holds(point, 0)) return [];
      return [{ point, seen, order: sorts ? style.number('symbol-sort-key', seen) : 0 }];
    })
    .sort((a, b) => a.order - b.order);
}

function symbolAt(
  { x, y }: { readonly x: number; readonly y: number },
  seen: StyledFeature,
  style: LayerStyle,
  room: Room,
): { readonly node: SvgNode; readonly radiusPx: number } | null {
  // A pill that fits its number belongs to the name.
  if (!style.says('icon-image') || style.says('icon-text-fit')) return null;
  const id = style.text('icon-image', seen);
  const { icon } = iconOf(id);
  const size = style.number('icon-size', seen);
  const radiusPx = (icon === undefined ? 8 : imageRadiusPx(icon.form, icon.selected)) * size;
  if (!style.flag('icon-ignore-placement', seen)) room.take({ x, y, w: radiusPx, h: radiusPx });
  const turn = style.number('icon-rotate', seen);
  const pale = style.number('icon-opacity', seen);
  // What only holds a room is not drawn.
  if (pale === 0) return null;
  return {
    radiusPx,
    node: node('use', {
      href: `#${imageId(id)}`,
      transform: `translate(${px(x)} ${px(y)})${size === 1 ? '' : `scale(${Math.round(size * 1000) / 1000})`}${turn === 0 ? '' : `rotate(${px(turn)})`}`,
      ...(pale === 1 ? {} : { opacity: pale }),
    }),
  };
}

function nameAt(
  point: { readonly x: number; readonly y: number },
  seen: StyledFeature,
  style: LayerStyle,
  frame: Frame,
  room: Room,
): { readonly node: SvgNode; readonly box: TextBox } | null {
  const text = style.says('text-field') ? style.text('text-field', seen) : '';
  if (text === '' || (style.says('symbol-placement') && style.text('symbol-placement', seen) !== 'point')) return null;
  const type = typeOf(seen, style);
  const lines = linesOf(text, style.number('text-max-width', seen), type.spacing);
  const turn = style.says('text-rotate') ? style.number('text-rotate', seen) : 0;
  const size = sizeOf(lines, type);
  const overlaps = style.flag('text-allow-overlap', seen);
  const anchors = style.says('text-variable-anchor')
    ? style.texts('text-variable-anchor', seen)
    : [style.text('text-anchor', seen)];
  const off = style.says('text-radial-offset') ? style.number('text-radial-offset', seen) * type.px : 0;
  const [dx = 0, dy = 0] = style.says('text-offset') ? style.numbers('text-offset', seen) : [];
  const at = { x: point.x + dx * type.px, y: point.y + dy * type.px };
  const clear = style.number('text-padding', seen);
  const tried = anchors.map((anchor) => {
    const level = boxAt(at, anchor, off, size);
    return { anchor, level, box: turn === 0 ? level : turnedBox(level, point, turn) };
  });
  const inside = ({ box }: (typeof tried)[number]): boolean =>
    box.x - box.w >= 0 && box.x + box.w <= frame.width && box.y - box.h >= 0 && box.y + box.h <= frame.height;
  const found =
    tried.find(({ box }) => room.isFree(box, clear) && frame.holds(box, -OVER)) ??
    (overlaps ? (tried.find(inside) ?? tried[0]) : undefined);
  if (found === undefined) return null;
  room.take(found.box);
  const level = textNode(lines, found.level, found.anchor, type, style.number('text-opacity', seen));
  const words =
    turn === 0 ? level : node('g', { transform: `rotate(${px(turn)} ${px(point.x)} ${px(point.y)})` }, [level]);
  const pill = style.says('icon-text-fit') ? [pillNode(found.box, type)] : [];
  return { box: found.box, node: pill.length === 0 ? words : node('g', {}, [...pill, words]) };
}

/** Behind a number, in the ink that names are written in: the number has the colour of their rim. */
function pillNode({ x, y, w, h }: TextBox, { colour }: Type): SvgNode {
  const theme = THEMES.find((known) => BASE_COLOURS[known].halo === colour) ?? 'light';
  const { text, halo } = BASE_COLOURS[theme];
  const [width, height] = [2 * w + 8, 2 * h + 2];
  return node('rect', {
    ...{ x: px(x - width / 2), y: px(y - height / 2), width: px(width), height: px(height), rx: px(height / 2) },
    ...{ fill: text, stroke: halo, 'stroke-width': 1.5 },
  });
}

function typeOf(seen: StyledFeature, style: LayerStyle): Type {
  return {
    px: style.number('text-size', seen),
    bold: style.texts('text-font', seen)[0] === 'bold',
    spacing: style.number('text-letter-spacing', seen),
    line: style.number('text-line-height', seen),
    colour: style.colour('text-color', seen),
    halo: { colour: style.colour('text-halo-color', seen), width: style.number('text-halo-width', seen) },
  };
}
