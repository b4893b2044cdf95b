/** The plain map's SVG in the page: of a new picture only the layers that differ are made anew. */
import { BASE_COLOURS } from '../../domain/base-colours.ts';
import type { Scene } from '../scene.ts';
import { elementOf, markup, node, px, type SvgNode } from './node.ts';
import { type OwnRows, ownRowNodes } from './own-rows.ts';
import type { Picture } from './picture.ts';

/** What the user's own points stand beneath: the first of these that is there. */
const ABOVE_OWN = [
  'own-labels',
  'own-shape-labels',
  'own-line-labels',
  'stacks',
  'leaders',
  'leader-points',
  'site-labels',
  'highlight',
  'sites-dimmed',
  'sites',
];

interface Group {
  readonly id: string;
  readonly nodes: readonly SvgNode[];
}

/** The layers with the user's own among them, and on top the place that is being chosen. */
export function groupsOf(picture: Picture, own: OwnRows, scene: Pick<Scene, 'theme' | 'placing'>): Group[] {
  const { frame, layers } = picture;
  const { areas, points } = ownRowNodes(own, frame, scene.theme);
  const shown = layers.filter(({ nodes }) => nodes.length > 0);
  const at = shown.findIndex(({ id }) => ABOVE_OWN.includes(id));
  const rows = [
    { id: 'own-areas', nodes: areas },
    { id: 'own-points', nodes: points },
  ];
  const place = scene.placing?.position ?? null;
  const all: Group[] = at < 0 ? [...shown, ...rows] : [...shown.slice(0, at), ...rows, ...shown.slice(at)];
  return place === null ? all : [...all, { id: 'placing', nodes: placeMarker(frame.at([...place]), scene.theme) }];
}

function placeMarker({ x, y }: { readonly x: number; readonly y: number }, theme: Scene['theme']): SvgNode[] {
  const { accent, halo } = BASE_COLOURS[theme];
  const d = `M${px(x - 15)} ${px(y)}H${px(x + 15)}M${px(x)} ${px(y - 15)}V${px(y + 15)}`;
  const ring = { cx: px(x), cy: px(y), r: 13, fill: 'none' };
  return [
    node('circle', { ...ring, stroke: halo, 'stroke-width': 7 }),
    node('path', { d, stroke: accent, 'stroke-width': 2 }),
    node('circle', { ...ring, stroke: accent, 'stroke-width': 3 }),
  ];
}

export class Surface {
  readonly element: SVGElement;
  readonly #ground = elementOf(node('g'));
  #defs = '';
  #groups = new Map<string, { readonly text: string; readonly element: SVGElement }>();

  constructor() {
    // One stop for the keyboard, as the canvas of the live map is.
    this.element = elementOf(node('svg', { class: 'plain-map', role: 'region', tabindex: 0 }));
    this.element.append(elementOf(node('defs')), this.#ground);
  }

  show(picture: Picture, own: OwnRows, scene: Scene): void {
    const { width, height } = picture.frame;
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const defs = markup(picture.defs);
    if (defs !== this.#defs) this.element.firstElementChild?.replaceWith(elementOf(picture.defs));
    this.#defs = defs;
    const before = this.#groups;
    this.#groups = new Map(
      groupsOf(picture, own, scene).map(({ id, nodes }) => {
        const group = node('g', { 'data-layer': id }, nodes);
        const text = markup(group);
        const known = before.get(id);
        return [id, known?.text === text ? known : { text, element: elementOf(group) }];
      }),
    );
    this.#ground.replaceChildren(...[...this.#groups.values()].map(({ element }) => element));
  }

  /** Moves what is drawn, px, until it is drawn anew. */
  slide(dx: number, dy: number): void {
    this.#ground.setAttribute('transform', `translate(${px(dx)} ${px(dy)})`);
  }
}
