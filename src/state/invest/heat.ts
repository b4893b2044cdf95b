/** The surface of how good it is everywhere: asked for while it shows, and made in the finder's worker. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DrawThread } from '../../analysis/invest/draw-thread.ts';
import { type HeatDistrict, isHeatCriterion } from '../../analysis/invest/heat.ts';
import type { CriterionId } from '../../analysis/invest/types.ts';
import type { Base } from '../../domain/base.ts';
import { prepareRings, ringsOf } from '../../domain/rings.ts';
import type { Finder } from './finder.ts';
import { type HeatShown, heatClasses } from './heat-classes.ts';

export type Heat = ReturnType<typeof createHeat>;

function districtsOf({ districts }: Pick<Base, 'districts'>): HeatDistrict[] {
  return districts.features.map(({ properties, geometry }) => ({
    ...{ id: properties.id, rings: prepareRings(ringsOf(geometry)), accuracyM: properties.accuracyM },
  }));
}

export function createHeat(
  on: ReadonlySignal<boolean>,
  base: Pick<Base, 'districts'>,
  finder: Finder,
  thread: DrawThread,
  fail: (error: unknown) => void,
) {
  let districts: HeatDistrict[] | null = null;
  /** The criteria in force that follow from a position, those that do not, and how much of the weight the former have. */
  const parts = computed(() => {
    const { inForce } = finder.heatOf.value;
    const spoken = inForce.filter(({ criterion }) => isHeatCriterion(criterion));
    const sum = (all: typeof inForce) => all.reduce((total, { weight }) => total + weight, 0);
    const left: CriterionId[] = inForce.flatMap(({ criterion }) => (isHeatCriterion(criterion) ? [] : [criterion]));
    return {
      inForce: spoken,
      criteria: spoken.map(({ criterion }) => criterion),
      left,
      share: sum(spoken) / Math.max(1, sum(inForce)),
    };
  });
  const input = computed(() => {
    const { world, end, clusters, withinM, preferred, own } = finder.heatOf.value;
    const { inForce } = parts.value;
    if (!on.value || inForce.length === 0) return null;
    districts ??= districtsOf(base);
    return {
      ...{ world, inForce, end, clusters, withinM, preferred, districts },
      own: own.map(({ found: _, ...one }) => one),
    };
  });
  const made = signal<{ readonly of: object; readonly shown: HeatShown } | null>(null);
  const stop = effect(() => {
    const of = input.value;
    thread.heat(of).then((surface) => {
      if (of !== null && surface !== null && input.peek() === of) made.value = { of, shown: heatClasses(surface) };
    }, fail);
  });
  return {
    on,
    parts,
    /** The surface of the question that stands; null where none is asked for, or while it is made. */
    shown: computed<HeatShown | null>(() =>
      made.value !== null && made.value.of === input.value ? made.value.shown : null,
    ),
    isPending: computed(() => input.value !== null && made.value?.of !== input.value),
    stop,
  };
}
