/** What a share of a district may be, since its border is only known to so many metres. */
import { booleanIntersects, buffer, circle, difference, featureCollection, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { BorderAccuracy } from '../domain/schema/config.ts';
import { areaFeature } from './shape-share.ts';

type Area = Feature<Polygon | MultiPolygon>;

/** An area with its border moved inwards and outwards as far as it may really lie. */
export interface BorderSpread {
  /** Null where nothing is certain to be inside. */
  readonly least: Area | null;
  readonly area: Area;
  readonly most: Area;
}

/** A share, 0 to 1, and what it may be. */
export interface ShareRange {
  readonly least: number;
  readonly share: number;
  readonly most: number;
}

/** Moves the border by its accuracy; a circle in which it is known to be worse is never certain, and always possible. */
export function borderSpread(
  outline: Polygon | MultiPolygon,
  { accuracyMetres, doubtful }: Pick<BorderAccuracy, 'accuracyMetres' | 'doubtful'>,
): BorderSpread {
  const area = areaFeature(outline);
  const moved = (by: number): Area | null => buffer(area, by, { units: 'meters' }) ?? null;
  let least = accuracyMetres === 0 ? area : moved(-accuracyMetres);
  let most = accuracyMetres === 0 ? area : (moved(accuracyMetres) ?? area);
  for (const { at, radiusM } of doubtful) {
    const round = circle([...at], radiusM, { units: 'meters' });
    if (!booleanIntersects(round, area)) continue;
    most = union(featureCollection<Polygon | MultiPolygon>([most, round])) ?? most;
    least = least === null ? null : difference(featureCollection<Polygon | MultiPolygon>([least, round]));
  }
  return { least, area, most };
}

/**
 * @param shareIn the share of something that lies in an area, 0 to 1; null where it has none
 * @returns null where it has none
 */
export function shareRange(
  shareIn: (area: Area) => number | null,
  { least, area, most }: BorderSpread,
): ShareRange | null {
  const share = shareIn(area);
  if (share === null) return null;
  // Cut and measured apart, the three may differ by a rounding in the wrong direction.
  return {
    least: Math.min(share, least === null ? 0 : (shareIn(least) ?? 0)),
    share,
    most: Math.max(share, shareIn(most) ?? share),
  };
}
