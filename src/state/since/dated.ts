/** The register as it stood at the end of a year, in the place of today's: what counts, lists and the map go by. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { statusOf, yearOf } from '../../domain/milestones.ts';
import type { Site } from '../../domain/site.ts';
import type { AppState } from '../app-state.ts';

/** The year that the sites are shown of; null is today. A stop of a tour may have its own; investors choose today. */
export function yearShown({ address, present, mode }: Pick<AppState, 'address' | 'present' | 'mode'>): number | null {
  if (mode.value === 'invest') return null;
  return present.stopShow.value?.year ?? address.value.year;
}

/** Each site with its status on 31 December of the year. Sites whose status was the same stay the same objects. */
export function sitesAt(sites: readonly Site[], year: number): readonly Site[] {
  return sites.map((site) => {
    const then = statusOf(site.milestones, year);
    return then.status === site.status && then.statusDate === site.statusDate ? site : { ...site, ...then };
  });
}

type Dated = Pick<AppState, 'base' | 'address' | 'present' | 'mode' | 'corrections'>;

/** The last year is that of the data: what it says is today's register. */
function createDated(state: Dated): ReadonlySignal<readonly Site[]> {
  const last = yearOf(state.base.version.date);
  return computed(() => {
    const sites = state.corrections.sites.value;
    const year = yearShown(state);
    return year === null || year >= last ? sites : sitesAt(sites, year);
  });
}

/** Fills `state.plan.dated`, once: calling again changes nothing. */
export function startDated(state: AppState): void {
  state.plan.provide({ dated: createDated(state) });
}
