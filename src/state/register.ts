/** The register as the map shows it: filtered, and with what stands out. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Site } from '../domain/site.ts';
import { emphasisOf, type Things, unitsBySite } from '../domain/things.ts';
import type { TourShow } from '../domain/tour-schema.ts';
import type { Address, Filters, ModeId, Selection } from './address/keys.ts';
import { filterSites, type UnitsOf } from './filter.ts';
import type { Held } from './held.ts';
import { contentOfStop, type MapContent } from './present/stop-content.ts';

interface RegisterInputs {
  readonly address: Held<Address>;
  /** With the user's corrections over it. */
  readonly sites: ReadonlySignal<readonly Site[]>;
  readonly things: ReadonlySignal<Things>;
  readonly selection: ReadonlySignal<Selection | null>;
  /** What the stop of a tour shows; null while none is. */
  readonly stopShow: ReadonlySignal<TourShow | null>;
  /** Ids that may answer the question that is asked. */
  readonly answered: ReadonlySignal<ReadonlySet<string> | null>;
  /** Ids of the investor's candidates. */
  readonly marked: ReadonlySignal<ReadonlySet<string> | null>;
}

export function createRegister({ address, sites, things, selection, stopShow, answered, marked }: RegisterInputs) {
  const mode: ReadonlySignal<ModeId> = address.part('mode');
  const clause = address.part('clause');
  const radii = address.part('radii');
  const filters = filtersOf(address);
  const units = computed(() => unitsBySite(things.value));
  /** Worked out when it is first asked for. */
  const unitsOf: UnitsOf = ({ id }) => units.value.get(id) ?? [];
  const siteById = computed(() => things.value.site);
  const selectedSite = computed<Site | null>(() => {
    const current = selection.value;
    return current?.entity === 'site' ? (siteById.value.get(current.id) ?? null) : null;
  });
  /** What the user chose, or while a tour is presented what its stop says instead. */
  const mapContent = computed<MapContent>(() =>
    stopShow.value === null
      ? { filters: filters.value, selection: selection.value, clause: clause.value, radii: radii.value }
      : contentOfStop(stopShow.value),
  );
  /** The sites that the chosen clause names, parts included; null where no clause narrows the map. */
  const clauseSites = computed(() => {
    const id = mapContent.value.clause;
    return id === null ? null : (emphasisOf(things.value, { entity: 'clause', id }) ?? null);
  });
  /** What stands out on the map; null when nothing is dimmed. */
  const emphasised = computed<ReadonlySet<string> | null>(() => {
    const { selection } = mapContent.value;
    // On the stage a site stands alone, with its parts.
    if (mode.value === 'present' && selection?.entity === 'site')
      return new Set(sites.value.filter(({ id, parent }) => [id, parent].includes(selection.id)).map(({ id }) => id));
    const chosen = emphasisOf(things.value, selection);
    if (chosen !== undefined) return chosen;
    return clauseSites.value ?? answered.value ?? (mode.value === 'invest' ? marked.value : null);
  });
  return {
    mode,
    filters,
    sites,
    things,
    siteById,
    unitsOf,
    selectedSite,
    mapContent,
    visibleSites: computed(() => filterSites(sites.value, mapContent.value.filters, unitsOf)),
    clauseSites,
    emphasised,
  };
}

function filtersOf(address: Held<Address>): ReadonlySignal<Filters> {
  const q = address.part('q');
  const clusters = address.part('clusters');
  const districts = address.part('districts');
  const kinds = address.part('kinds');
  const statuses = address.part('statuses');
  const precisions = address.part('precisions');
  const units = address.part('units');
  const cell = address.part('cell');
  return computed(() => ({
    q: q.value,
    clusters: clusters.value,
    districts: districts.value,
    kinds: kinds.value,
    statuses: statuses.value,
    precisions: precisions.value,
    units: units.value,
    cell: cell.value,
  }));
}
