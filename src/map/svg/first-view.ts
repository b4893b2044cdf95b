/**
 * The first view for the page itself: the city as the live map shows it at first, in one picture for every size of the
 * screen. Its ground is scaled as a whole; what keeps its size on the screen (symbols, names) carries its places, and
 * `src/picture/place.ts` puts it there before the page is first painted. Pure.
 */
import { wgs84 } from '../../domain/position.ts';
import { CITY_BBOX, fitPadding, MIN_ZOOM } from '../camera.ts';
import { siteScale } from '../layers/site-size.ts';
import type { MapData, Padding, Scene } from '../scene.ts';
import type { MapPart } from '../screen.ts';
import { drawnSites, spreadSites } from '../site-features.ts';
import { type Frame, frameOf } from './frame.ts';
import { node, type SvgNode } from './node.ts';
import { createPictures, type Picture } from './picture.ts';
import { fitted } from './plain-camera.ts';

/** The map of a window of 1440 × 900, where the picture needs no script to be right. */
const MIDDLE = { width: 680, height: 848 };
const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };
/** So much of the ground is there that no screen shows its end, px of the middle size. */
const GROUND = { width: 1300, height: 1560 };
/** The ground is coarser than on the map, px. */
const FINEST = 1;
/** Half steps of the zoom at which symbols are spread anew, from the least on. */
const STEPS = Array.from({ length: 8 }, (_, i) => MIN_ZOOM + i / 2);

const NAMES = ['neighbour-names', 'district-names'];
/** What is placed one by one, and is therefore not of the ground; and what has the colour of the paper beneath it. */
const APART = [
  ...NAMES,
  'ground-end',
  'sites',
  'sites-dimmed',
  'site-labels',
  'leaders',
  'leader-points',
  'corrected-marks',
  'rank-marks',
  'rank-numbers',
];

const fine = (value: number, parts = 100): number => Math.round(value * parts) / parts;
const pair = ({ x, y }: { readonly x: number; readonly y: number }): string => `${fine(x)} ${fine(y)}`;

/** `viewBox` is the city as the map fits it; what lies around it overflows. */
export function firstView(scene: Scene, data: MapData, label: string): SvgNode {
  const home = fitted(CITY_BBOX, MIDDLE, NO_PADDING, fitPadding(MIDDLE), 15);
  const part: MapPart = {
    ...{ zoom: home.zoom, centre: wgs84(...home.centre), bearing: 0, padding: NO_PADDING, still: false },
    ...MIDDLE,
  };
  const whole = { ...part, ...GROUND };
  const frame = frameOf(whole);
  const picture = createPictures()({ scene, data, part });
  const ground = createPictures(FINEST)({ scene, data: withoutSmallRoads(data), part: whole });
  const [west, south, east, north] = CITY_BBOX;
  const [from, to] = [frame.at([west, north]), frame.at([east, south])];
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${pair(from)} ${fine(to.x - from.x)} ${fine(to.y - from.y)}`,
      role: 'group',
      'aria-label': label,
      // Its own zoom, then how large symbols are at each step; between two they grow evenly.
      'data-zooms': [fine(home.zoom, 1e5), ...STEPS.map((step) => fine(siteScale(step), 1000))].join(' '),
    },
    [ground.defs, node('g', {}, groundNodes(ground)), ...placedNodes(scene, picture, frame, part)],
  );
}

/** They are many and fainter than anything else. */
function withoutSmallRoads({ roads, ...data }: MapData): MapData {
  if (roads === undefined) return data;
  const features = roads.features.filter(({ properties }) =>
    ['motorway', 'trunk'].includes(String(properties?.['class'])),
  );
  return { ...data, roads: { ...roads, features } };
}

/** Paper reaches as far as any window, px. */
const PAPER = { x: -4000, y: -4000, width: 10_000, height: 10_000 };

function groundNodes({ layers }: Picture): SvgNode[] {
  const unscaled = (each: SvgNode): SvgNode =>
    'stroke' in each.attrs ? { ...each, attrs: { ...each.attrs, 'vector-effect': 'non-scaling-stroke' } } : each;
  return layers.flatMap(({ id, nodes }) => {
    if (id === 'background') return nodes.map((each) => ({ ...each, attrs: { ...each.attrs, ...PAPER } }));
    return APART.includes(id) ? [] : nodes.map(unscaled);
  });
}

/** Leaders, symbols with their names, and the names of areas, from below. */
function placedNodes(scene: Scene, picture: Picture, frame: Frame, part: MapPart): SvgNode[] {
  const drawn = drawnSites(scene.sites);
  const spreads = STEPS.map((step) => spreadSites(drawn, step));
  const placesOf = (id: string): string[] => {
    const home = drawn.find((site) => site.id === id)?.position ?? [0, 0];
    return spreads.map((places) => pair(frame.at([...(places.get(id)?.at ?? home)])));
  };
  const names = new Map(
    picture.layers.flatMap(({ id, standing, nodes }) =>
      id === 'site-labels'
        ? standing.map((one, i) => [String(one.properties['id']), shifted(nodes[i], one)] as const)
        : [],
    ),
  );
  const symbols = picture.layers.find(({ id }) => id === 'sites');
  const now = STEPS.filter((step) => step <= part.zoom).length - 1;
  const links = (symbols?.standing ?? []).map(({ properties }, i) => {
    const id = String(properties['id']);
    const places = placesOf(id);
    const name = names.get(id);
    const image = symbols?.nodes[i]?.attrs['href'] ?? '';
    return {
      places,
      home: pair(frame.at([...(drawn.find((site) => site.id === id)?.position ?? [0, 0])])),
      link: node('a', { href: `#site=${id}`, 'aria-label': String(properties['label']), ...placed(places, now) }, [
        node('use', { href: image, transform: scaleOf(symbols?.nodes[i]) }),
        ...(name === undefined ? [] : [name]),
      ]),
    };
  });
  const leaders = links.map(({ places, home }) => {
    const [x1 = '', y1 = ''] = home.split(' ');
    const [x2 = '', y2 = ''] = (places[now] ?? home).split(' ');
    return node('line', { x1, y1, x2, y2 });
  });
  const areas = picture.layers.flatMap(({ id, standing, nodes }) =>
    NAMES.includes(id)
      ? standing.map((one, i) => {
          // Both have one middle.
          const place = { x: one.x + (frame.width - part.width) / 2, y: one.y + (frame.height - part.height) / 2 };
          return node('g', placed([pair(place)], 0), [shifted(nodes[i], one)]);
        })
      : [],
  );
  const leaderInk = picture.layers.find(({ id }) => id === 'leaders')?.nodes[0]?.attrs ?? {};
  return [
    node('g', { ...ink(leaderInk), 'data-leaders': '' }, leaders),
    node(
      'g',
      { 'data-sites': '' },
      links.map(({ link }) => link),
    ),
    node('g', { 'data-names': '' }, areas),
  ];
}

const ink = ({ stroke = 'none', 'stroke-opacity': opacity = 1, 'stroke-width': width = 1 }: SvgNode['attrs']) => ({
  stroke,
  'stroke-width': width,
  'stroke-opacity': opacity,
});

/** One place where it is the same at every step. */
function placed(places: readonly string[], now: number): SvgNode['attrs'] {
  const all = new Set(places).size === 1 ? places.slice(0, 1) : places;
  return { 'data-at': all.join(','), transform: `translate(${all[Math.min(now, all.length - 1)] ?? ''})` };
}

function scaleOf(use: SvgNode | undefined): string {
  return /scale\([^)]*\)/.exec(String(use?.attrs['transform'] ?? ''))?.[0] ?? '';
}

/** A name around its point. */
function shifted(text: SvgNode | undefined, { x, y }: { readonly x: number; readonly y: number }): SvgNode {
  if (text === undefined) return node('g');
  const { x: left, y: top, ...attrs } = text.attrs;
  const moved = (value: string | number | undefined, by: number) =>
    value === undefined ? undefined : fine(Number(value) - by);
  const [dx, dy] = [moved(left, x), moved(top, y)];
  return {
    ...text,
    attrs: { ...attrs, ...(dx === undefined ? {} : { x: dx }), ...(dy === undefined ? {} : { y: dy }) },
    children: text.children.map((child) => (typeof child === 'string' ? child : shifted(child, { x, y: 0 }))),
  };
}
