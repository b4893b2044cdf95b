/** Whom to ask for what is not known of a site: the units that the text names for the matter. Pure. */
import type { Gap } from './gaps.ts';
import type { OfferList } from './schema/offer.ts';
import type { Clause, Unit } from './schema/policy.ts';

/** What no record and no clause says, whichever site it is. */
export const ALWAYS_ASKED = ['utilities', 'environment'] as const;
export type Question = Exclude<Gap, 'notNamed'> | (typeof ALWAYS_ASKED)[number];

/**
 * Of what the answer is a matter: land, as the clauses on land name units; industry, as those on the service of projects
 * do; the place, which its district answers for; the environment, for which one clause names all its units.
 */
export type Matter = 'land' | 'industry' | 'place' | 'environment';

const MATTERS: Readonly<Record<Question, Matter>> = {
  location: 'place',
  coarse: 'place',
  radius: 'place',
  district: 'place',
  address: 'place',
  status: 'industry',
  statusOld: 'industry',
  operator: 'industry',
  focus: 'industry',
  area: 'land',
  facts: 'industry',
  vacancy: 'land',
  price: 'land',
  contact: 'place',
  utilities: 'place',
  environment: 'environment',
};

/** The topic of the offers whose clauses name the units of a matter. */
const TOPICS: Readonly<Record<Matter, string>> = {
  land: 'land',
  industry: 'service',
  place: 'service',
  environment: 'environment',
};

export interface Asked {
  readonly matter: Matter;
  /** Named by every clause on the matter, those that answer jointly only for the place; none where the text names none. */
  readonly units: readonly Unit['id'][];
  readonly clauses: readonly Clause[];
  readonly questions: readonly Question[];
}

/** Matters in the order in which they are asked, each with its questions; those without one are left out. */
export function askedOf(
  gaps: readonly Gap[],
  list: OfferList | undefined,
  clauseOf: (id: string) => Clause | undefined,
): Asked[] {
  const questions: readonly Question[] = [...gaps.filter((gap) => gap !== 'notNamed'), ...ALWAYS_ASKED];
  const order: readonly Matter[] = ['land', 'industry', 'place', 'environment'];
  return order.flatMap((matter): Asked[] => {
    const own = questions.filter((question) => MATTERS[question] === matter);
    if (own.length === 0) return [];
    const ids = new Set(
      (list?.offers ?? []).flatMap(({ topic, clause }) => (topic === TOPICS[matter] ? [clause] : [])),
    );
    const clauses = [...ids].flatMap((id) => clauseOf(id) ?? []);
    return [{ matter, units: unitsOfAll(clauses, matter === 'place'), clauses, questions: own }];
  });
}

/** Units that every one of the clauses names, jointly or not. */
function unitsOfAll([first, ...others]: readonly Clause[], joint: boolean): Unit['id'][] {
  return (first?.units ?? []).flatMap(({ unit, role }) =>
    (role === 'joint') === joint && others.every(({ units }) => units.some((one) => one.unit === unit)) ? [unit] : [],
  );
}
