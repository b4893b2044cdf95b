/** The register year by year, each stop as it stood on 31 December, the last on the day of the data. */
import { FIRST_YEAR, statusOf } from '../../domain/milestones.ts';
import { SHOW_ALL } from '../../domain/tour.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import type { Status } from '../../domain/vocabulary.ts';
import { both, bridged, joined, nameOf, paragraphs, type TourInput } from './input.ts';
import { stopOf } from './stops.ts';

export function sinceTour(input: TourInput): Tour {
  const years = Array.from({ length: Math.max(1, input.lastYear - FIRST_YEAR + 1) }, (_, i) => FIRST_YEAR + i);
  return {
    id: 'since',
    title: input.say('tour.since'),
    stops: bridged(
      input,
      years.map((year) => yearStop(input, year)),
    ),
  };
}

function yearStop(input: TourInput, year: number): TourStop {
  const records = input.sites.filter(({ parent }) => parent === null);
  const at = (of: number) => records.map((site) => statusOf(site.milestones, of).status);
  const [now, before] = [at(year), at(year - 1)];
  const count = (status: Status) => now.filter((each) => each === status).length;
  // What came to be known this year: in the first, all that was.
  const fresh = records.filter((_, i) => now[i] === 'operating' && (year === FIRST_YEAR || before[i] !== 'operating'));
  return stopOf({
    id: `year-${year}`,
    look: { to: 'city' },
    show: { ...SHOW_ALL, layers: ['water'], year },
    title: year === input.lastYear ? input.say('since.now', { year: String(year) }) : both(String(year)),
    words: input.say('since.words', {
      ...{ operating: count('operating'), building: count('under-construction') },
      ...{ planned: count('planned'), unknown: count('unknown') },
    }),
    notes: paragraphs(
      input.say('since.claim', { year: String(year), operating: count('operating') }),
      fresh.length === 0 ? null : input.say('since.fresh', { names: joined(fresh.map((site) => nameOf(input, site))) }),
      input.say('since.so'),
      input.say('since.rule'),
    ),
  });
}
