/** What the districts are shaded by: the product's own numbers, or the user's rows. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { AppState } from '../app-state.ts';
import { startDated } from '../since/dated.ts';
import { ownShadeView } from './own-shade.ts';
import { type ShadeView, shadeView } from './shade-view.ts';

type Shading = Pick<AppState, 'base' | 'plan' | 'imports' | 'statistics' | 'visibleSites'>;

/** Null where nothing is shaded, or while what it needs is not there. */
function createShading({ base, plan, imports, statistics, visibleSites }: Shading): ReadonlySignal<ShadeView | null> {
  return computed(() => {
    const own = plan.ownShade.value;
    if (own !== null) return ownShadeView(imports.value?.visible.value ?? [], own);
    const shade = plan.shade.value;
    if (shade === null || statistics.value === null) return null;
    return shadeView(base, visibleSites.value, statistics.value, shade);
  });
}

/** Fills `state.plan.shading` and `dated`, once: calling again changes nothing. */
export function startShading(state: AppState): void {
  startDated(state);
  state.plan.provide({ shading: createShading(state) });
}
