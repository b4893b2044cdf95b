/** Stops for tours of one's own: of a thing, and a whole tour to begin with. They are those of the built-in tours. */
import { SHOW_ALL } from '../../domain/tour.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import type { ClusterId, DistrictId } from '../../domain/vocabulary.ts';
import type { BuiltInTours } from './built-in.ts';
import { type FrameKind, frameStop } from './frame-stops.ts';
import { nameOf, type TourInput } from './input.ts';
import { clusterStop, siteStop, stopOf } from './stops.ts';

/** What a stop can be made of. */
export type StopSource =
  | { readonly of: 'site' | 'clause'; readonly id: string }
  | { readonly of: 'cluster'; readonly id: ClusterId }
  | { readonly of: 'district'; readonly id: DistrictId }
  | { readonly of: 'year'; readonly year: number }
  | { readonly of: 'frame'; readonly id: FrameKind };

/** Null where there is no such thing. */
export function stopFrom(input: TourInput, tours: BuiltInTours, source: StopSource): TourStop | null {
  switch (source.of) {
    case 'site': {
      const site = input.things.site.get(source.id);
      return site === undefined ? null : siteStop(input, site);
    }
    case 'clause':
      return tours.policy.stops.find(({ show }) => show.clause === source.id) ?? null;
    case 'cluster': {
      const cluster = input.things.cluster.get(source.id);
      return cluster === undefined ? null : clusterStop(input, cluster);
    }
    case 'district':
      return tours.districts.find(({ id }) => id === `district-${source.id}`)?.stops[0] ?? null;
    case 'year':
      return tours.since.stops.find(({ show }) => show.year === source.year) ?? null;
    case 'frame':
      return frameStop(input, source.id);
  }
}

const TEMPLATE_STOPS = 8;
const TEMPLATE_SITES = 2;

/**
 * "Present my cluster" in eight stops: where it stands among the others, its target, its output, its clause, its
 * districts, two of its records or what stands in their place, and a last one for the author's own words.
 */
export function clusterTemplate(input: TourInput, tours: BuiltInTours, id: ClusterId): readonly TourStop[] {
  const cluster = input.things.cluster.get(id);
  if (cluster === undefined) return [];
  const own = tours.clusters.find((tour) => tour.id === `cluster-${id}`)?.stops ?? [];
  const [first, ...others] = own;
  const isSite = ({ show }: TourStop) => show.selection?.entity === 'site';
  const output = others.filter((stop) => !isSite(stop)).slice(0, 1);
  const sites = others.filter(isSite);
  // A record with a number of its own says more.
  const telling = [...sites].sort((a, b) => Number(b.figure !== null) - Number(a.figure !== null));
  const clause = stopFrom(input, tours, { of: 'clause', id: cluster.clause });
  const chosen = [
    ...tours.overview.stops.slice(0, 1),
    ...(first === undefined ? [] : [first]),
    ...output,
    ...(clause === null ? [] : [clause]),
    whereStop(input, cluster),
    ...telling.slice(0, TEMPLATE_SITES),
    ...others.filter((stop) => !isSite(stop) && !output.includes(stop)),
    ...tours.overview.stops.slice(-1),
    ...tours.policy.stops.slice(0, 1),
  ].slice(0, TEMPLATE_STOPS - 1);
  return [...chosen, nextStop(input, cluster)];
}

interface Named {
  readonly id: ClusterId;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** How many records each district has of it. */
function whereStop(input: TourInput, cluster: Named): TourStop {
  return stopOf({
    id: 'where',
    look: { to: 'city' },
    show: { ...SHOW_ALL, layers: ['water'], selection: { entity: 'cluster', id: cluster.id } },
    title: input.say('template.whereTitle', { cluster: nameOf(input, cluster) }),
    words: input.say('template.whereWords'),
    figure: { from: 'count', of: 'cluster', id: cluster.id, within: null },
  });
}

/** What follows is the author's to say: nothing is made up for them. */
function nextStop(input: TourInput, cluster: Named): TourStop {
  return stopOf({
    id: 'next',
    look: { to: 'cluster', id: cluster.id },
    show: { ...SHOW_ALL, layers: ['water', 'transport'], selection: { entity: 'cluster', id: cluster.id } },
    title: input.say('template.nextTitle', { cluster: nameOf(input, cluster) }),
    words: { zh: '', en: '' },
    notes: input.say('template.nextNotes'),
  });
}
