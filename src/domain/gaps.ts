/** What is not known of a site, for those who must decide on it: said as plainly as what is known. Pure. */
import type { Site } from './site.ts';
import { isCoarse } from './site.ts';

export const GAPS = [
  'location',
  'coarse',
  'radius',
  'district',
  'address',
  'status',
  'statusOld',
  'operator',
  'focus',
  'area',
  'facts',
  'notNamed',
  'vacancy',
  'price',
  'contact',
] as const;
export type Gap = (typeof GAPS)[number];

/** Older than this, a status says how things were. Years. */
const RECENT_YEARS = 3;

/** Facts of these keys answer the question. */
const ANSWERS = { area: /area|bounds/, vacancy: /available|vacan/, price: /price|rent/ } as const;

/** In the order of `GAPS`. `today` is the date of the data; `named` whether a clause names it or what it is part of. */
export function gapsOf(site: Site, named: boolean, today: string): Gap[] {
  const answered = (what: keyof typeof ANSWERS) => site.facts.some(({ key }) => ANSWERS[what].test(key));
  const missing: Record<Gap, boolean> = {
    location: site.precision === 'unknown',
    coarse: isCoarse(site.precision),
    radius: site.position !== null && site.radiusM === null,
    district: site.districts.length === 0,
    address: site.address === null,
    status: site.status === 'unknown',
    statusOld: site.status !== 'unknown' && site.statusDate !== null && isOld(site.statusDate, today),
    operator: site.operator === null,
    focus: site.focus === null,
    area: site.areaKm2 === null && !answered('area'),
    facts: site.facts.length === 0,
    notNamed: !named,
    vacancy: !answered('vacancy'),
    price: !answered('price'),
    // The register holds none, and the text names none.
    contact: true,
  };
  return GAPS.filter((gap) => missing[gap]);
}

/** A date without its day counts from the first that it may be. */
function isOld(date: string, today: string): boolean {
  const first = (text: string) => `${text}-01-01`.slice(0, 10);
  const [year, ...rest] = first(today).split('-');
  return first(date) < [String(Number(year) - RECENT_YEARS), ...rest].join('-');
}
