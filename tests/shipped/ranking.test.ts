/** The faults that a consultant found in the ranking, with what showed them, on the data that ships. */
import { describe, expect, it } from 'vitest';
import { candidatesOf, scopeOf } from '../../src/analysis/invest/candidates.ts';
import { understand } from '../../src/analysis/invest/meaning.ts';
import { namedFor, namedNear } from '../../src/analysis/invest/named.ts';
import { parseLimits, parseNeed, parseWeights } from '../../src/analysis/invest/question.ts';
import { rank } from '../../src/analysis/invest/rank.ts';
import type { RankedCandidate } from '../../src/analysis/invest/types.ts';
import { indexTerms } from '../../src/analysis/invest/understand.ts';
import { candidateOf } from '../../src/analysis/invest/values.ts';
import { worldOf } from '../../src/analysis/invest/world.ts';
import { loadContext } from '../../src/data/load-context.ts';
import { loadPlaces, loadStations, loadTerms } from '../../src/data/load-later.ts';
import { shippedBase, shippedSource } from './data.ts';

const { sites, version } = await shippedBase();
const [terms, stations, places, roads] = await Promise.all([
  loadTerms(shippedSource),
  loadStations(shippedSource),
  loadPlaces(shippedSource),
  loadContext(shippedSource, 'roads.geojson'),
]);
const index = indexTerms(terms);
const world = worldOf(sites, { stations, places, roads, osm: null });

function ranked(words: string): readonly RankedCandidate[] {
  const { clusters, terms: focus } = understand(
    index,
    parseNeed(words, (id) => index.byId.has(id)),
  );
  const limits = parseLimits(null);
  const asked = { clusters, focus, index, preferred: [], withinM: limits.withinM, today: version.date, own: [] };
  const question = { ...parseWeights(null), words, clusters, focus: focus.map(({ id }) => id), limits };
  return rank(
    question,
    candidatesOf(sites).map((site) => candidateOf(site, world, asked)),
    null,
  ).candidates;
}

describe('the ranking of the shipped data', () => {
  const all = ranked('hydrogen valves');

  it('measures no park to the station that its point was taken from', () => {
    const taken = all.filter(({ site }) => site.position !== null && (site.location.derivedFrom ?? []).length > 0);
    expect(taken.map(({ site }) => site.id)).toEqual(
      expect.arrayContaining(['zhangcha-life-health-park', 'shunde-nev-town']),
    );
    for (const { site, values } of taken)
      expect(values.get('station'), site.id).toEqual({ known: false, reason: 'derived' });
  });

  it('gives no full marks to what is known to a kilometre or more', () => {
    for (const { site, values } of all) {
      const station = values.get('station');
      if (station?.known === true && (site.radiusM ?? 0) >= 2000) expect(station.score, site.id).toBeLessThan(1);
    }
  });

  it('ranks nothing for words that say nothing', () => {
    for (const words of ['asdf qwerty', 'potato chips', 'engine oil'])
      expect(ranked(words).every(({ standing, score }) => standing === 'unasked' && score === null)).toBe(true);
  });

  it('has no zone among its parks', () => {
    const places = all.filter(({ scope, rank: no }) => scope === 'place' && no !== null);
    expect(places.map(({ site }) => site.kind)).not.toContain('zone');
    expect(places.every(({ site }) => scopeOf(site) === 'place' && site.districts.length <= 1)).toBe(true);
    expect(all.filter(({ scope, rank: no }) => scope === 'wide' && no === 1)).toHaveLength(1);
  });

  it('counts what is unknown for nothing: no low end is above the points of what is known', () => {
    for (const { parts, score, scoreHigh, site } of all) {
      const known = parts.reduce((sum, { points }) => sum + (points ?? 0), 0);
      // At the high end what is unknown counts in full, and of a count what cannot be told counts as inside.
      const most = parts.reduce((sum, { pointsHigh }) => sum + pointsHigh, 0);
      for (const part of parts) expect(part.pointsHigh, site.id).toBeGreaterThanOrEqual(part.points ?? part.most);
      if (score === null) continue;
      expect(score, site.id).toBeCloseTo(known, 6);
      expect(scoreHigh, site.id).toBeCloseTo(most, 6);
    }
  });

  it('has the separator maker as a reason for Sanshui, though it has no point that counts', () => {
    const { terms: focus } = understand(
      index,
      parseNeed('锂电池隔膜', () => false),
    );
    const named = namedFor(sites, focus, index);
    expect(named.map(({ id }) => id)).toContain('jinhui-battery-separator');
    const park = sites.find(({ id }) => id === 'fhidz-sanshui-park');
    if (park === undefined) throw new Error('the park of Sanshui');
    expect(namedNear(park, named).map(({ site, within }) => [site.id, within])).toContainEqual([
      'jinhui-battery-separator',
      'district',
    ]);
  });
});
