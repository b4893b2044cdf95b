/**
 * Where the names of areas stand in a view: inside the part of the area that is in sight, clear of site symbols and of
 * what lies at the map's edges. A function of the view alone, so that a link shows the same names in the same places.
 * Pure.
 */
import { type Wgs84, wgs84 } from '../domain/position.ts';
import { isWithin, type Rings } from '../domain/rings.ts';
import { AREA_NAME_SPACING, areaNamePx } from './layers/area-name-size.ts';
import { fromWorld, toWorld, type WorldPoint } from './mercator.ts';
import type { Padding, Room } from './scene.ts';
import { type MapPart, type Screen, screenOf } from './screen.ts';

export interface NamedArea {
  readonly label: string;
  readonly kind: 'district' | 'neighbour';
  readonly rings: Rings;
  /** Where the name stands best when all is in sight. */
  readonly home: Wgs84;
}

/** A symbol that the name keeps clear of. */
export interface Obstacle {
  readonly at: Wgs84;
  readonly radiusPx: number;
  /** Half sizes of its own name, px, where a room is to read it: it stands to the right if it can. */
  readonly name?: Pick<Box, 'w' | 'h'>;
}

/** Middle and half sizes, pixels of the screen. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Distances of places that are tried, px at the lower half step of zoom: in a narrow area names have to look closer. */
const STEPS_PX = { wide: 40, stage: 24, phone: 16, narrow: 7 } as const;
/** An area less wide than this is narrow, px. */
const NARROW_PX = 260;
/** A view less wide than this is a phone's, px. */
const PHONE_PX = 600;
/** What a symbol shows stands in this share of its size: a name rather lies over its rim than over that, so many times. */
const CORE = { share: 0.55, times: 5 } as const;
/** Clear space around symbols and other names, px; names of sites stand beside their symbols. */
const CLEAR_PX = { district: { x: 3, y: 2 }, neighbour: { x: 70, y: 12 } } as const;
/** In a room nobody can move the map to read what lies beneath a name: there it goes far rather than over a symbol. */
const COST = {
  home: 0.15,
  covered: { desk: 4, stage: 60 },
  outOfView: 20,
  outside: { district: 8, neighbour: 60 },
} as const;
/** So far the name of a neighbour keeps from other names, px. */
const APART_PX = 8;
/** What the engine keeps free above and below the name of a site, px at scale 1: less is better than no name. */
const NAME_AIR = 7;
/** So far the name of a neighbour keeps from its borders, px at scale 1. */
const AIR = { district: 0, neighbour: 4 } as const;
/** Of eight points on the edge of a name so many may lie outside an area that is only partly in sight. */
const MOST_OUTSIDE = { district: 2, neighbour: 0 } as const;

/**
 * @param uncut whether names keep within the room for names, or are not there
 * @returns a position for each area's name, in the order of the areas; null where a neighbour, or where `uncut` any
 *   area, has no room in sight
 */
export function placeNames(
  areas: readonly NamedArea[],
  obstacles: readonly Obstacle[],
  view: MapPart,
  scale = 1,
  keepOuts: readonly Room[] = [],
  uncut = false,
): (Wgs84 | null)[] {
  const screen = screenOf(view);
  const symbols = obstacles.map(({ at, radiusPx }): Box => ({ ...screen.of(at), w: radiusPx, h: radiusPx }));
  const names: Box[] = [];
  const held = keepOuts.length > 0 ? obstacles.flatMap((obstacle) => nameOf(obstacle, screen)) : [];
  symbols.push(...held.map((name) => ({ ...name, h: name.h + NAME_AIR * scale })));
  const kept = keepOuts.map(({ x, y, w, h }): Box => ({ x: x + w / 2, y: y + h / 2, w: w / 2, h: h / 2 }));
  const step = view.width < PHONE_PX ? STEPS_PX.phone : kept.length > 0 ? STEPS_PX.stage : STEPS_PX.wide;
  const wide = places(view, screen, screen.inner, step);
  return areas.map((area) => {
    const seen = boxOnScreen(area, screen);
    const isNarrow = seen.right - seen.left < NARROW_PX;
    const tried = isNarrow ? places(view, screen, overlapOf(seen, screen.inner), STEPS_PX.narrow) : wide;
    const best = bestPlace(area, { screen, symbols, names, tried, zoom: view.zoom, scale, kept, held, uncut });
    if (best === null) return null;
    names.push(best.box);
    return best.at;
  });
}

/** Where the name of a site stands: to the right of its symbol, or to the left where the view ends. */
function nameOf({ at, radiusPx, name }: Obstacle, screen: Screen): Box[] {
  if (name === undefined) return [];
  const { x, y } = screen.of(at);
  const away = radiusPx + name.w;
  return [{ ...name, x: x + away + name.w > screen.inner.right ? x - away : x + away, y }];
}

/** Sides of the area's box; nothing where it has none. */
function boxOnScreen({ rings: { edges, bbox } }: NamedArea, screen: Screen): Padding {
  if (edges.length === 0) return { left: 0, top: 0, right: 0, bottom: 0 };
  const [west, south, east, north] = bbox;
  const corners = [wgs84(west, south), wgs84(east, south), wgs84(east, north), wgs84(west, north)].map(screen.of);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function overlapOf(a: Padding, b: Padding): Padding {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** Places in a part of the screen, on a grid that stands still on the ground while the map moves. */
function places({ zoom }: MapPart, screen: Screen, part: Padding, stepPx: number): Wgs84[] {
  const { left, top, right, bottom } = part;
  if (left >= right || top >= bottom) return [];
  const corners = [
    screen.back({ x: left, y: top }),
    screen.back({ x: right, y: top }),
    screen.back({ x: right, y: bottom }),
    screen.back({ x: left, y: bottom }),
  ].map((corner) => toWorld(corner, zoom));
  const step = stepPx * 2 ** (zoom - Math.floor(zoom * 2) / 2);
  const range = (values: readonly number[]): [number, number] => [
    Math.ceil(Math.min(...values) / step),
    Math.floor(Math.max(...values) / step),
  ];
  const [west, east] = range(corners.map(({ x }) => x));
  const [north, south] = range(corners.map(({ y }) => y));
  const found: Wgs84[] = [];
  for (let row = north; row <= south; row++) {
    for (let column = west; column <= east; column++) found.push(fromWorld({ x: column * step, y: row * step }, zoom));
  }
  return found;
}

interface Trial {
  readonly screen: Screen;
  readonly symbols: readonly Box[];
  readonly names: readonly Box[];
  readonly tried: readonly Wgs84[];
  readonly zoom: number;
  readonly scale: number;
  /** Nothing is written there. */
  readonly kept: readonly Box[];
  /** Rooms of the names of few sites: who is shown goes before where it is. */
  readonly held: readonly Box[];
  /** No name is cut by the edge either. */
  readonly uncut: boolean;
}

function bestPlace(area: NamedArea, trial: Trial): { at: Wgs84; box: Box } | null {
  const { kind, rings, home } = area;
  const { screen, tried } = trial;
  const size = sizeOf(area, trial);
  const homeAt = screen.of(home);
  const inSight = outOf({ ...homeAt, w: 0, h: 0 }, screen.inner) === 0;
  let best: { at: Wgs84; box: Box; cost: number } | null = null;
  for (const at of [home, ...tried]) {
    if (at !== home && !isWithin(rings, at[0], at[1])) continue;
    const box = { ...screen.of(at), ...size };
    const away = Math.hypot(box.x - homeAt.x, box.y - homeAt.y);
    const barred = trial.kept.reduce((sum, room) => sum + overlap(box, room), 0);
    const cut = trial.uncut ? outOf(box, screen.inner) : 0;
    // On the stage no name lies under what stands over the map, or is cut by its edge.
    if ((kind === 'neighbour' || trial.uncut) && barred + cut > 0) continue;
    if (trial.held.some((name) => overlap(box, name) > 0)) continue;
    // A city around is rather not named than beside a district as if both were one name.
    if (kind === 'neighbour' && trial.names.some((name) => overlap({ ...box, w: box.w + APART_PX }, name) > 0))
      continue;
    let cost = COST.home * away + COST.outOfView * (outOf(box, screen.inner) + barred);
    if (best !== null && cost >= best.cost) continue;
    cost += COST.covered[trial.kept.length > 0 ? 'stage' : 'desk'] * coveredBy(box, trial, CLEAR_PX[kind]);
    if (best !== null && cost >= best.cost) continue;
    const air = AIR[kind] * trial.scale;
    const outside = edgePoints({ ...box, w: box.w + air, h: box.h + air }).filter((point) => {
      const [lng, lat] = screen.back(point);
      return !isWithin(rings, lng, lat);
    }).length;
    // A sliver of an area at the edge of the view is not named there.
    if (!inSight && (outside > MOST_OUTSIDE[kind] || outOf(box, screen.inner) > 0)) continue;
    if (kind === 'neighbour' && outside > MOST_OUTSIDE.neighbour) continue;
    cost += COST.outside[kind] * outside;
    if (best === null || cost < best.cost) best = { at, box, cost };
  }
  if (best !== null || kind === 'neighbour' || trial.uncut) return best;
  return { at: home, box: { ...homeAt, ...size } };
}

/** Half sizes of a name, px: a Chinese character is as wide as it is high, a Latin letter about three fifths. */
function sizeOf({ label, kind }: NamedArea, { zoom, scale }: Trial): Pick<Box, 'w' | 'h'> {
  const px = areaNamePx(kind, zoom) * scale;
  const ems = [...label].reduce((sum, letter) => sum + (letter < '\u2e80' ? 0.62 : 1) + AREA_NAME_SPACING, 0);
  return { w: (ems * px) / 2, h: px * 0.65 };
}

/** How far a box reaches out of the room for names, px. */
function outOf({ x, y, w, h }: Box, { left, top, right, bottom }: Padding): number {
  const over = (by: number): number => Math.max(0, by);
  return over(left - (x - w)) + over(x + w - right) + over(top - (y - h)) + over(y + h - bottom);
}

/** How far two boxes reach into each other, px. */
function overlap(a: Box, b: Box): number {
  const x = a.w + b.w - Math.abs(a.x - b.x);
  const y = a.h + b.h - Math.abs(a.y - b.y);
  return x > 0 && y > 0 ? Math.min(x, 2 * a.w) : 0;
}

/** How much of a name symbols and other names cover, in pixels of its length. */
function coveredBy(box: Box, { symbols, names, kept }: Trial, clear: { x: number; y: number }): number {
  const area = (other: Box, dx: number, dy: number): number => {
    const x = box.w + other.w + dx - Math.abs(box.x - other.x);
    const y = box.h + other.h + dy - Math.abs(box.y - other.y);
    return x > 0 && y > 0 ? Math.min(x, 2 * box.w) * Math.min(y, 2 * box.h) : 0;
  };
  const sum = [
    ...symbols.map((symbol) => area(symbol, clear.x, clear.y)),
    ...(kept.length === 0 ? [] : symbols.map((symbol) => CORE.times * area(coreOf(symbol), 0, 0))),
    ...names.map((name) => 3 * area(name, 8, 4)),
  ].reduce((all, each) => all + each, 0);
  return sum / (2 * box.h);
}

const coreOf = ({ x, y, w, h }: Box): Box => ({ x, y, w: w * CORE.share, h: h * CORE.share });

function edgePoints({ x, y, w, h }: Box): WorldPoint[] {
  return [-1, 0, 1].flatMap((i) =>
    [-1, 0, 1].flatMap((j) => (i === 0 && j === 0 ? [] : [{ x: x + i * w, y: y + j * h }])),
  );
}
