/** Offers by topic, for some clusters or for all. */
import { describe, expect, it } from 'vitest';
import { loadOffers } from '../../src/data/load-later.ts';
import { bearsOn, offersByTopic } from '../../src/domain/offers.ts';
import { fileSource } from '../fixtures/data.ts';

const [list] = await loadOffers(fileSource);
if (list === undefined) throw new Error('no offers');

describe('offers by topic', () => {
  it('are all there once where no cluster is chosen', () => {
    const shown = offersByTopic(list, { clusters: null }).flatMap(({ offers }) => offers);
    expect(new Set(shown)).toEqual(new Set(list.offers));
    expect(shown).toHaveLength(list.offers.length);
  });

  it('for one cluster are those that name its field or none', () => {
    const shown = offersByTopic(list, { clusters: ['food'] }).flatMap(({ offers }) => offers);
    expect(shown.length).toBeLessThan(list.offers.length);
    expect(shown.every(({ clusters }) => clusters.length === 0)).toBe(true);
    expect(offersByTopic(list, { clusters: ['robotics'] }).flatMap(({ offers }) => offers).length).toBeGreaterThan(
      shown.length,
    );
  });

  it('for some topics and one unit are those alone, what names a needed field first', () => {
    const unitsOf = (clause: string) => (clause === '3.7' ? ['schools'] : []);
    const shown = offersByTopic(list, { clusters: ['auto'], topics: ['talent', 'land'], unit: 'schools', unitsOf });
    expect(shown.map(({ topic }) => topic.id)).toEqual(['talent']);
    const offers = shown.flatMap((one) => one.offers);
    expect(offers.every(({ clause }) => clause === '3.7')).toBe(true);
    expect(offers[0]?.clusters).toContain('auto');
    expect(offersByTopic(list, { clusters: null, topics: [] })).toEqual([]);
  });

  it('bear on a cluster among several', () => {
    expect(bearsOn({ clusters: ['auto', 'home'] }, ['food', 'home'])).toBe(true);
    expect(bearsOn({ clusters: ['auto'] }, ['food', 'home'])).toBe(false);
  });
});
