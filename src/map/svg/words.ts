/** Names: how large they are, where their lines break, and how they are written. Pure. */
import { CLOSING, OPENING, ZERO_WIDTH_SPACE } from '../../domain/line-breaks.ts';
import { node, px, type SvgNode } from './node.ts';

/** Middle of the box and half sizes, px. */
export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Type {
  readonly px: number;
  readonly bold: boolean;
  /** Between letters, ems. */
  readonly spacing: number;
  /** Ems from line to line. */
  readonly line: number;
  readonly colour: string;
  readonly halo: { readonly colour: string; readonly width: number };
}

/** A Chinese character is as wide as it is high, a Latin letter about three fifths, ems. */
function emsOf(text: string, spacing: number): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.58 : 1) + spacing, 0);
}

const CLOSES = new RegExp(`^[${CLOSING}]`);
const OPENS = new RegExp(`[${OPENING}]$`);

/**
 * Lines of about one length, as few as `most` ems allow: Chinese breaks nearly anywhere, Latin between words; where a
 * name has spaces of no width it breaks only there, if that is not too broad.
 */
export function linesOf(marked: string, most: number, spacing: number): string[] {
  const text = marked.replaceAll(ZERO_WIDTH_SPACE, '');
  const single = (part: string) => part.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*/g) ?? [part];
  const pieces = marked
    .split(ZERO_WIDTH_SPACE)
    .flatMap((part) => (part === text || emsOf(part, spacing) > most ? single(part) : [part]));
  const all = emsOf(text, spacing);
  const count = Math.max(1, Math.ceil(all / most));
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const over = emsOf(line + piece.trimEnd(), spacing) - all / count;
    const isFull = line !== '' && over > all / count - emsOf(line, spacing);
    if (isFull && lines.length < count - 1 && !CLOSES.test(piece) && !OPENS.test(line)) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Half sizes of lines of text, px. */
export function sizeOf(lines: readonly string[], type: Type): Pick<TextBox, 'w' | 'h'> {
  const ems = Math.max(...lines.map((line) => emsOf(line, type.spacing)));
  return { w: (ems * type.px) / 2, h: (lines.length * type.line * type.px) / 2 };
}

/** Anchors as MapLibre names them: which side of the text stands at the point; and the side that its lines begin at. */
const SIDES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  center: [0, 0],
  left: [1, 0],
  right: [-1, 0],
  top: [0, 1],
  bottom: [0, -1],
  'top-left': [1, 1],
  'top-right': [-1, 1],
  'bottom-left': [1, -1],
  'bottom-right': [-1, -1],
};

/** Where text stands that is `offPx` from a point by an anchor. */
export function boxAt(
  point: { readonly x: number; readonly y: number },
  anchor: string,
  offPx: number,
  { w, h }: Pick<TextBox, 'w' | 'h'>,
): TextBox {
  const [sx, sy] = SIDES[anchor] ?? [0, 0];
  const off = sx !== 0 && sy !== 0 ? offPx / Math.SQRT2 : offPx;
  return { x: point.x + sx * (off + w), y: point.y + sy * (off + h), w, h };
}

/** The box that holds a box turned about a point, degrees clockwise. */
export function turnedBox(
  { x, y, w, h }: TextBox,
  about: { readonly x: number; readonly y: number },
  degrees: number,
): TextBox {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [dx, dy] = [x - about.x, y - about.y];
  return {
    x: about.x + dx * cos - dy * sin,
    y: about.y + dx * sin + dy * cos,
    w: w * Math.abs(cos) + h * Math.abs(sin),
    h: w * Math.abs(sin) + h * Math.abs(cos),
  };
}

const BASELINE = 0.36;

export function textNode(lines: readonly string[], box: TextBox, anchor: string, type: Type, pale: number): SvgNode {
  const [side] = SIDES[anchor] ?? [0];
  const x = px(box.x - side * box.w);
  const first = box.y - box.h + (type.line * type.px) / 2 + BASELINE * type.px;
  const [only = ''] = lines;
  return node(
    'text',
    {
      x,
      y: px(first),
      'font-size': px(type.px),
      ...(type.bold ? { 'font-weight': 600 } : {}),
      ...(type.spacing === 0 ? {} : { 'letter-spacing': px(type.spacing * type.px) }),
      'text-anchor': side === 0 ? 'middle' : side > 0 ? 'start' : 'end',
      fill: type.colour,
      ...(type.halo.width === 0
        ? {}
        : {
            stroke: type.halo.colour,
            'stroke-width': px(2 * type.halo.width),
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          }),
      ...(pale >= 1 ? {} : { opacity: px(pale) }),
    },
    lines.length === 1
      ? [only]
      : lines.map((line, i) => node('tspan', { x, ...(i === 0 ? {} : { dy: px(type.line * type.px) }) }, [line])),
  );
}
