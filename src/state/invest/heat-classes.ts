/** The classes in which the surface of how good it is everywhere is drawn. Pure. */
import type { HeatSurface } from '../../analysis/invest/heat.ts';

/** A surface in classes of equal width, points of 100. */
export interface HeatShown {
  readonly surface: HeatSurface;
  /** Where the lowest class begins, and how wide each is. */
  readonly from: number;
  readonly width: number;
  readonly classes: number;
  /** Whether some square of the city cannot be told. */
  readonly hasUnknown: boolean;
}

const CLASSES = 5;

/** Whole points, as many classes as the scores fill, five at most. */
export function heatClasses(surface: HeatSurface): HeatShown {
  let [low, high, hasUnknown] = [Infinity, -Infinity, false];
  surface.scores.forEach((score, i) => {
    if (surface.inside[i] !== 1) return;
    if (Number.isNaN(score)) hasUnknown = true;
    else [low, high] = [Math.min(low, score), Math.max(high, score)];
  });
  if (low > high) return { surface, from: 0, width: 1, classes: 0, hasUnknown };
  const from = Math.floor(low);
  const width = Math.max(1, Math.ceil((high - from) / CLASSES));
  return { surface, from, width, classes: Math.min(CLASSES, Math.floor((high - from) / width) + 1), hasUnknown };
}

/** Points where each class begins and ends. */
export function heatSteps({ from, width, classes }: Pick<HeatShown, 'from' | 'width' | 'classes'>) {
  return Array.from({ length: classes }, (_, at) => ({ from: from + at * width, to: from + (at + 1) * width }));
}
