/** Whom to ask: the units that all clauses on the matter name. */
import { describe, expect, it } from 'vitest';
import { askedOf } from '../../src/domain/questions.ts';
import type { OfferList } from '../../src/domain/schema/offer.ts';
import type { Clause } from '../../src/domain/schema/policy.ts';

const clause = (id: string, ...units: (readonly [string, Clause['units'][number]['role']])[]): Clause => ({
  ...{ id, cite: id, heading: id, start: 0, end: 1, sentences: [], brief: null },
  units: units.map(([unit, role]) => ({ unit, role })),
});
const CLAUSES = [
  clause('3.1', ['projects', 'first'], ['land', 'listed'], ['industry', 'listed'], ['districts', 'joint']),
  clause('3.5', ['land', 'first'], ['districts', 'joint']),
  clause('4.2', ['industry', 'first'], ['taxes', 'listed'], ['districts', 'joint']),
];
const offer = (topic: string, id: string): OfferList['offers'][number] => ({
  ...{ topic, clause: id, quote: '字', gloss: { zh: '字', en: 'word' }, clusters: [], start: 0, end: 1 },
});
const LIST: OfferList = {
  docId: 'doc',
  topics: ['land', 'service'].map((id) => ({ id, name: { zh: id, en: id } })),
  offers: [offer('land', '3.1'), offer('land', '3.5'), offer('service', '3.1'), offer('service', '4.2')],
};
const find = (id: string) => CLAUSES.find((one) => one.id === id);

describe('whom to ask', () => {
  it('is whom every clause on the matter names: land of the land bureau, the rest of whom answers for industry', () => {
    const asked = askedOf(['vacancy', 'price', 'operator'], LIST, find);
    expect(asked.map(({ matter, units, questions }) => [matter, units, questions])).toEqual([
      ['land', ['land'], ['vacancy', 'price']],
      ['industry', ['industry'], ['operator']],
      // What no record says is always asked, and where the text has no such topic nobody is named for it.
      ['place', ['districts'], ['utilities']],
      ['environment', [], ['environment']],
    ]);
    expect(asked[0]?.clauses.map(({ id }) => id)).toEqual(['3.1', '3.5']);
  });

  it('asks nobody why the policy does not name a place, and names nobody where there are no offers', () => {
    const asked = askedOf(['notNamed', 'address'], undefined, find);
    expect(asked.map(({ matter, units, questions }) => [matter, units, questions])).toEqual([
      ['place', [], ['address', 'utilities']],
      ['environment', [], ['environment']],
    ]);
  });
});
