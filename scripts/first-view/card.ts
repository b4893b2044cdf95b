/** The card that links to the product show: the city as the first view has it, and beside it what this is, in two languages. */

import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { CLUSTER_COLOURS, ON_CLUSTER } from '../../src/domain/colours.ts';
import { CLUSTER_GLYPHS, GLYPH_BOX, GLYPH_SHARE, SHAPE_PATHS } from '../../src/domain/glyphs.ts';
import { wgs84 } from '../../src/domain/position.ts';
import type { Cluster } from '../../src/domain/schema/policy.ts';
import type { I18n } from '../../src/i18n/index.ts';
import { CITY_BBOX, fitPadding } from '../../src/map/camera.ts';
import type { MapData, Scene } from '../../src/map/scene.ts';
import { node, type SvgNode } from '../../src/map/svg/node.ts';
import { createPictures, pictureNode } from '../../src/map/svg/picture.ts';
import { fitted } from '../../src/map/svg/plain-camera.ts';
import { linesOf } from '../../src/map/svg/words.ts';
import { CARD } from './head.ts';

/** The words' part, px. */
const WORDS = 470;
const EDGE = 40;
/** Of a cluster, px. */
const ROW = 45;
/** Symbols and names: cards are mostly shown small. */
const LARGER = 1.5;
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

export interface OnCard {
  /** Of the light theme, in Chinese like the names on its map. */
  readonly scene: Scene;
  readonly data: MapData;
  readonly clusters: readonly Cluster[];
}

export function previewCard({ scene, data, clusters }: OnCard, chinese: I18n, english: I18n): SvgNode {
  const covered = { ...NO_PADDING, left: WORDS };
  const { zoom, centre } = fitted(CITY_BBOX, CARD, covered, fitPadding(CARD), 15);
  const part = { zoom, centre: wgs84(...centre), bearing: 0, padding: covered, still: false, ...CARD };
  const map = pictureNode(createPictures()({ scene: { ...scene, scale: LARGER }, data, part }));
  const { text, textMuted, halo, borderInner } = BASE_COLOURS.light;
  const title = { x: EDGE, y: 82, px: 42, ems: 8.6, fill: text, bold: true };
  const translation = { x: EDGE, y: 172, px: 20, ems: 17, fill: textMuted, bold: false };
  return node('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${CARD.width} ${CARD.height}`, ...CARD }, [
    // Not an `svg` within: resvg gives up on what is half opaque in one.
    ...map.children,
    node('rect', { width: WORDS, height: CARD.height, fill: halo }),
    node('path', { d: `M${WORDS} 0V${CARD.height}`, stroke: borderInner }),
    lines(chinese.t('appTitle'), title),
    lines(english.t('appTitle'), translation),
    ...clusters.map((cluster, i) =>
      clusterLine(cluster, [chinese, english], CARD.height - EDGE - ROW * (clusters.length - i)),
    ),
  ]);
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly px: number;
  /** The longest line. */
  readonly ems: number;
  readonly fill: string;
  readonly bold: boolean;
}

function lines(words: string, { x, y, px, ems, fill, bold }: Words): SvgNode {
  const parts = linesOf(words, ems, 0);
  return node(
    'text',
    { 'font-size': px, fill, ...(bold ? { 'font-weight': 700 } : {}) },
    parts.map((line, i) => node('tspan', { x, y: y + i * px * 1.28 }, [line])),
  );
}

/** As the legend has it, in both languages. */
function clusterLine({ id, ...names }: Cluster, [chinese, english]: readonly [I18n, I18n], y: number): SvgNode {
  const share = GLYPH_SHARE.project;
  const inset = (GLYPH_BOX * (1 - share)) / 2;
  const { text, textMuted } = BASE_COLOURS.light;
  return node('g', { transform: `translate(${EDGE} ${y})` }, [
    node('g', { transform: 'translate(0 7)scale(1.25)' }, [
      node('path', { d: SHAPE_PATHS.project, fill: CLUSTER_COLOURS.light[id] }),
      node('path', {
        d: CLUSTER_GLYPHS[id],
        transform: `translate(${inset} ${inset})scale(${share})`,
        fill: ON_CLUSTER.light,
        'fill-rule': 'evenodd',
      }),
    ]),
    node('text', { x: 46, y: 20, 'font-size': 18, fill: text }, [chinese.name(names)]),
    node('text', { x: 46, y: 38, 'font-size': 13.5, fill: textMuted }, [english.name(names)]),
  ]);
}
