/** Everything the map shows, as plain data: the only thing the rest of the app hands to it. */

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { RowLabel } from '../analysis/row-labels.ts';
import type { Theme } from '../domain/colours.ts';
import type { Lang } from '../domain/format.ts';
import type { RowGeometry } from '../domain/geometries.ts';
import type { LngLat, Wgs84 } from '../domain/position.ts';
import type { OutlineCoordinates } from '../domain/schema/outline.ts';
import type { Sketch } from '../domain/sketch.ts';
import type {
  ClusterOrCross,
  ContextLayer,
  DistrictId,
  Extent,
  KindGroup,
  Precision,
  Status,
} from '../domain/vocabulary.ts';
import type { HeatShown } from '../state/invest/heat-classes.ts';
import type { AskErrors } from '../state/plan/ask-errors.ts';
import type { BaseParts } from './bases/base.ts';
import type { ContextName } from './layers/index.ts';
import type { Placing } from './placing.ts';

/** A site to draw. Filtered-out and unplaced sites are not in the scene. */
export interface SceneSite {
  readonly id: string;
  readonly position: Wgs84;
  readonly cluster: ClusterOrCross;
  readonly group: KindGroup;
  readonly extent: Extent;
  readonly precision: Precision;
  /** Error bound of the position, metres. */
  readonly radiusM: number | null;
  /** Name in the language of the interface. */
  readonly label: string;
  /** Shown pale: the open clause, cluster or unit is about others. */
  readonly dimmed: boolean;
  /** The venue of an event: where that is drawn, the event is not. */
  readonly heldAt?: string | null;
  /** Names of larger numbers win the room while nothing is selected; 0 when absent. */
  readonly importance?: number;
  /** Its outline is known: the symbol stands for no boundary that is missing. */
  readonly outlined?: boolean;
  /** Where the register is shown at the end of a year: how it stood then. */
  readonly stood?: Status;
  /** Its place in the investor's list: the number, what is written (`=1` where it is shared), and whether it is lit. */
  readonly ranked?: { readonly rank: number; readonly no: string; readonly lit: boolean };
  /** A correction of the user's is shown: the symbol carries a mark. */
  readonly corrected?: boolean;
}

/**
 * A circle, `withinM` metres around a centre that is known to `radiusM`; an open ring of corners; or a line or an area,
 * with the outline of what is within reach of it.
 */
export type AskShape =
  | { readonly kind: 'circle'; readonly centre: Wgs84; readonly radiusM: number; readonly withinM: number }
  | { readonly kind: 'polygon'; readonly ring: readonly (readonly [number, number])[] }
  | { readonly kind: 'shape'; readonly geometry: RowGeometry; readonly outline: Polygon | MultiPolygon };

/** Areas in WGS-84. */
export type SceneOutlines = ReadonlyMap<string, OutlineCoordinates>;

/** Several of the user's own rows on one point. */
export interface SceneStack {
  readonly at: LngLat;
  readonly count: number;
  /** The count in the language of the interface. */
  readonly label: string;
}

/** A base map in the place of the built-in one; WGS-84 or CGCS2000 only. */
export interface Base {
  readonly id: string;
  readonly label: string;
  /** Its owner's first, with the approval number where it has one; they stand first in the scene's. */
  readonly credits: readonly string[];
  readonly parts: BaseParts;
}

/** A part of the screen, px from the map's upper left corner. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Pixels covered by panels. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Words of the map's own controls, in the language of the interface. */
export interface MapWords {
  readonly map: string;
  readonly north: string;
  readonly sources: string;
  /** The approval number or the words for internal reference. Empty where what lies over the map says it. */
  readonly mark: string;
}

export interface Scene {
  readonly theme: Theme;
  /** Of the interface: a base map that has names of its own says them in it. */
  readonly lang?: Lang;
  readonly sites: readonly SceneSite[];
  /**
   * Names of what the context collections hold, by district id, town code or Chinese name. What is missing
   * shows its Chinese name.
   */
  readonly labels: Readonly<Record<string, string>>;
  /** Which of two names is shown, for what `labels` does not hold. */
  readonly nameOf?: (thing: { nameZh: string; nameEn: string }) => string;
  readonly words: MapWords;
  /** Credits, one a source; plain text. */
  readonly attribution: readonly string[];
  readonly selectedId: string | null;
  readonly hoveredId: string | null;
  readonly selectedDistrict: DistrictId | null;
  /** A position being chosen: clicks place it and select nothing. Null or absent otherwise. */
  readonly placing?: Placing | null;
  /** Outlines of sites that are shown, by their ids. */
  readonly outlines?: SceneOutlines;
  /** What a question asks about, to be drawn at ground scale; null or absent where none is. */
  readonly ask?: AskShape | null;
  /** What of its answer is not certain; null or absent where nothing is asked. */
  readonly askErrors?: AskErrors | null;
  /** The soft rim of the question, as areas on the ground; absent where it has none. */
  readonly askRim?: readonly Feature[];
  /** How good it is everywhere, in place of a shading; null or absent where it does not show. */
  readonly heat?: HeatShown | null;
  /** Class of each district, null where unknown; null or absent where nothing is shaded. */
  readonly shaded?: ReadonlyMap<DistrictId, number | null> | null;
  /** Points of the user's own rows that hold several, with the diameter of the largest point, px; absent where none do. */
  readonly stacks?: { readonly list: readonly SceneStack[]; readonly pointPx: number };
  /** Words beside the user's own rows, those that find room first at the front. */
  readonly ownLabels?: readonly RowLabel[];
  /** What the investor's chosen candidate is measured to; absent where nothing is. */
  readonly measured?: readonly { readonly from: LngLat; readonly to: LngLat; readonly label: string }[];
  /** The user's remarks and sketches; absent where there are none. */
  readonly sketches?: readonly Sketch[];
  /** An outline or a sketch is being drawn or edited: clicks belong to it. */
  readonly drawing?: boolean;
  /** Draw every site's radius, not only the selected one's. */
  readonly allRadii: boolean;
  /** A page draws a grid of coordinates of its own over the map. */
  readonly gridded?: boolean;
  readonly base: 'thematic' | Base;
  /** How strongly the base map is drawn, 0 to 1; absent is in full. */
  readonly strength?: number;
  /** The base map without colours; false where absent. */
  readonly grey?: boolean;
  /** OpenStreetMap's tiles of this build are open, with the day of their data; null or absent where there are none. */
  readonly osm?: { readonly day: string | null } | null;
  readonly padding: Padding;
  /** What lies over the map of a stage: no name stands under it, nor is cut by the screen's edge. A desk's map looks for itself. */
  readonly keepOuts?: readonly Room[];
  readonly reducedMotion: boolean;
  /** How much larger type, symbols and lines are than on a desk; 1 where absent. */
  readonly scale?: number;
  /** A tour leads the camera: a selection moves nothing. */
  readonly led?: boolean;
  /** Parts of the base map that show; null or absent is all. */
  readonly contextLayers?: readonly ContextLayer[] | null;
}

/** Context collections by the name of their file; absent ones may arrive later. */
export type MapData = Partial<Record<ContextName, FeatureCollection>>;
