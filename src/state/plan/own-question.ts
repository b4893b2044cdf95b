/** A question with an area or a line of the user's own: which row it is, and the outline of what is asked. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { MultiPolygon, Polygon } from 'geojson';
import { rowOfMark } from '../../analysis/shape-mark.ts';
import type { SimpleOutline } from '../../analysis/simple-outline.ts';
import { radiusAt } from '../../analysis/spatial-index.ts';
import { geometryAt, type RowGeometry } from '../../domain/geometries.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { type Ask, inFrame, type OwnAsk, rounded } from '../address/plan-address.ts';
import type { ImportedSet } from '../imports/imported-set.ts';
import { ringProblem } from './outline.ts';
import { ownRef } from './own-ref.ts';
import { type ReachCode, reachCode } from './reach-code.ts';

type Outline = Polygon | MultiPolygon;

export interface OwnShape {
  readonly setId: string;
  readonly set: PointSet;
  readonly row: number;
  readonly kind: 'line' | 'area';
  readonly geometry: RowGeometry;
  /** Error of its position, metres. */
  readonly radiusM: number;
  /** What is asked: the area itself, or all within the distance of it. */
  readonly outline: Outline;
  /** The outline with the error about it, for what only its district or town can place. */
  readonly widened: Outline;
}

/** `gone`: the set is not on this device or its row is no longer in it. `no-inside`: a line has none. */
export type OwnQuestion = OwnShape | 'pending' | 'gone' | 'no-inside';

const isArea = (geometry: RowGeometry): geometry is Outline =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** Farther than a question reaches an error says nothing. */
const MOST_ERROR_M = 50_000;

function shapeOf(set: PointSet, ask: OwnAsk, { reachOutline }: ReachCode): OwnQuestion {
  const ref = ownRef(ask);
  const row = set.geometries === undefined ? null : rowOfMark(set.geometries, ref.row, ref.mark);
  const geometry = row === null ? null : geometryAt(set.geometries, row);
  if (row === null || geometry === null) return 'gone';
  const own = isArea(geometry);
  const within = ask.withinKm * 1000;
  if (!own && within === 0) return 'no-inside';
  const radiusM = radiusAt(set, row);
  const outline = own && within === 0 ? geometry : reachOutline(geometry, within);
  if (outline === null) return 'gone';
  const reached = within + Math.min(radiusM, MOST_ERROR_M);
  const widened = reached === within ? outline : (reachOutline(geometry, reached) ?? outline);
  return { setId: ref.setId, set, row, kind: own ? 'area' : 'line', geometry, radiusM, outline, widened };
}

/** Corners that a link carries without being unwieldy. */
const LINKED_CORNERS = 100;
const linkable = new WeakMap<OwnShape, SimpleOutline | null>();

/** What a link can carry in the place of the outline; null where it is too intricate, or too far from the city. */
export function linkableOutline(shape: OwnShape): SimpleOutline | null {
  const known = linkable.get(shape);
  if (known !== undefined) return known;
  const simple = reachCode.value?.simpleOutline(shape.outline, LINKED_CORNERS, rounded) ?? null;
  const found = simple === null || ringProblem(simple.ring) !== null || !simple.ring.every(inFrame) ? null : simple;
  linkable.set(shape, found);
  return found;
}

interface Sets {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  readonly loading: ReadonlySignal<boolean>;
}

/** Null where the question is another. */
export function ownQuestion(
  ask: ReadonlySignal<Ask | null>,
  imports: ReadonlySignal<Sets | null>,
): ReadonlySignal<OwnQuestion | null> {
  const asked = computed(() => (ask.value?.kind === 'own' ? ask.value : null));
  const set = computed(() => {
    const setId = asked.value === null ? null : ownRef(asked.value).setId;
    const found = imports.value?.sets.value.find(({ id }) => id === setId);
    // Rows of a server come and go with the view.
    return found === undefined || found.remote !== undefined ? null : found.set;
  });
  const shape = computed((): OwnQuestion => {
    if (asked.value === null || reachCode.value === null || set.value === null) return 'pending';
    return shapeOf(set.value, asked.value, reachCode.value);
  });
  return computed(() => {
    if (asked.value === null) return null;
    if (imports.value === null || reachCode.value === null) return 'pending';
    if (set.value === null) return imports.value.loading.value ? 'pending' : 'gone';
    return shape.value;
  });
}
