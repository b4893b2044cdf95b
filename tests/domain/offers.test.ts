/** Offers by topic, for some clusters or for all. */
import { describe, expect, it } from 'vitest';
import { loadOffers } from '../../src/data/load-later.ts';
import { bearsOn, offersByTopic } from '../../src/domain/offers.ts';
import { fileSource } from '../fixtures/data.ts';

const [list] = await loadOffers(fileSource);
if (list === undefined) throw new Error('no offers');

describe('offers by topic', () => {
  it('are all there once where no cluster is chosen', () => {
    const shown = offersByTopic(list, null).flatMap(({ offers }) => offers);
    expect(new Set(shown)).toEqual(new Set(list.offers));
    expect(shown).toHaveLength(list.offers.length);
  });

  it('for one cluster are those that name its field or none', () => {
    const shown = offersByTopic(list, ['food']).flatMap(({ offers }) => offers);
    expect(shown.length).toBeLessThan(list.offers.length);
    expect(shown.every(({ clusters }) => clusters.length === 0)).toBe(true);
    expect(offersByTopic(list, ['robotics']).flatMap(({ offers }) => offers).length).toBeGreaterThan(shown.length);
  });

  it('bear on a cluster among several', () => {
    expect(bearsOn({ clusters: ['auto', 'home'] }, ['food', 'home'])).toBe(true);
    expect(bearsOn({ clusters: ['auto'] }, ['food', 'home'])).toBe(false);
  });
});
