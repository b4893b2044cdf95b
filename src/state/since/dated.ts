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

/** The same where it is not today: the last year is that of the data, and what it says is today's register. */
export function pastYearShown(state: Pick<AppState, 'base' | 'address' | 'present' | 'mode'>): number | null {
  const year = yearShown(state);
  return year === null || year >= yearOf(state.base.version.date) ? null : year;
}

/** Each site with its status on 31 December of the year. Sites whose status was the same stay the same objects. */
function sitesAt(sites: readonly Site[], year: number): readonly Site[] {
  return sites.map((site) => {
    const then = statusOf(site.milestones, year);
    return then.status === site.status && then.statusDate === site.statusDate ? site : { ...site, ...then };
  });
}

type Dated = Pick<AppState, 'base' | 'address' | 'present' | 'mode' | 'corrections'>;

function createDated(state: Dated): ReadonlySignal<readonly Site[]> {
  return computed(() => {
    const sites = state.corrections.sites.value;
    const year = pastYearShown(state);
    return year === null ? sites : sitesAt(sites, year);
  });
}

/** Fills `state.plan.dated`, once: calling again changes nothing. */
export function startDated(state: AppState): void {
  state.plan.provide({ dated: createDated(state) });
}
