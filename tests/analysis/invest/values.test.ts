import { describe, expect, it } from 'vitest';
import { isCandidate } from '../../../src/analysis/invest/candidates.ts';
import { markOf } from '../../../src/analysis/invest/own-columns.ts';
import type { CriterionId, CriterionValue } from '../../../src/analysis/invest/types.ts';
import { indexTerms } from '../../../src/analysis/invest/understand.ts';
import { candidateOf, yearsSince } from '../../../src/analysis/invest/values.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import type { Term } from '../../../src/domain/schema/term.ts';
import type { Site } from '../../../src/domain/site.ts';
import { asked, makeWorld } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

const hydrogen: Term = {
  ...{
    id: 'hydrogen',
    zh: '氢能',
    en: 'hydrogen',
    words: [],
    senses: [],
    clusters: ['auto'],
    clause: '2.2.1',
    quote: '氢能',
  },
};
const valued = (site: Site, id: CriterionId, given: Parameters<typeof asked>[0] = {}, world = makeWorld()) => {
  const value = candidateOf(site, world, asked(given)).values.get(id);
  if (value === undefined) throw new Error(`${id} does not apply`);
  return value;
};
const scoreOf = (value: CriterionValue) => (value.known ? value.score : value.reason);

describe('who is a candidate', () => {
  it('is a park, zone or town, or a project that is an area', () => {
    const asks = (given: Parameters<typeof makeSite>[1]) => isCandidate(makeSite('a', given));
    expect([asks({ kind: 'park' }), asks({ kind: 'zone' }), asks({ kind: 'themed-town' })]).toEqual([true, true, true]);
    expect(asks({ kind: 'project', extent: 'area' })).toBe(true);
    expect(asks({ kind: 'project', extent: 'point' })).toBe(false);
    expect(asks({ kind: 'college', extent: 'area' })).toBe(false);
  });
});

it('columns of one’s own are told apart by their names, of whatever length', () => {
  const names = ['地价', '租金', 'rent', 'price', 'pricf', 'ecirp'];
  expect(new Set(names.map(markOf)).size).toBe(names.length);
  expect(markOf(' 地价 ')).toBe(markOf('地价'));
});

describe('how surely it is placed', () => {
  it('is the error of its point, with the sources of that point', () => {
    const sources = { sign: { title: '公示牌', kind: 'web' }, other: { title: '别的', kind: 'web' } } as const;
    const site = makeSite('a', { radiusM: 500, sources });
    const value = valued({ ...site, location: { ...site.location, sources: ['sign'] } }, 'located');
    expect(value).toMatchObject({ said: { kind: 'radius', value: 500, precision: 'town' }, sources: [sources.sign] });
  });

  it('is unknown without a place, and without its error', () => {
    expect(scoreOf(valued(makeSite('a', { precision: 'unknown' }), 'located'))).toBe('not-placed');
    expect(scoreOf(valued(makeSite('a', { radiusM: null }), 'located'))).toBe('placed-coarsely');
  });
});

describe('a place whose point was taken from a station', () => {
  const at = (id: string, derivedFrom?: string[]) => {
    const site = makeSite(id, { kind: 'project', extent: 'area', industryCluster: 'auto', radiusM: 3500 });
    return { ...site, location: { ...site.location, ...(derivedFrom === undefined ? {} : { derivedFrom }) } };
  };

  /** Another station 5 km to the east. */
  it('is at no known distance from it, and no other station takes its turn', () => {
    const world = makeWorld();
    const further = { ...world.targets.station[0], nameZh: '远站', derivedFrom: ['远站'], position: wgs84(113.05, 23) };
    const stations = [...world.targets.station, { nameEn: 'Far', siteId: null, radiusM: 0, ...further }];
    const two = { ...world, targets: { ...world.targets, station: stations } };
    expect(scoreOf(valued(at('own'), 'station', {}, two))).toBeGreaterThan(0.85);
    expect(scoreOf(valued(at('taken', ['站']), 'station', {}, two))).toBe('derived');
    expect(scoreOf(valued(at('else', ['不在表中的站']), 'station', {}, two))).toBeGreaterThan(0.85);
  });

  it('cannot be counted near another that was taken from the same', () => {
    const world = makeWorld({ projects: [at('b', ['站']), { ...at('c'), position: wgs84(113.01, 23) }] });
    const near = (site: Site) => valued(site, 'neighbours', { clusters: ['auto'], withinM: 20_000 }, world);
    expect(near(at('a', ['站']))).toMatchObject({ said: { value: 1, cannotTell: 1 } });
    expect(near({ ...at('a'), position: wgs84(113.02, 23) })).toMatchObject({ said: { value: 2, cannotTell: 0 } });
  });

  it('cannot be counted near one on the very same point, such as that of a town’s name, unless both are their own', () => {
    const on = (id: string, precision: Site['precision']): Site => ({ ...at(id), precision });
    const near = (a: Site, b: Site) =>
      valued(a, 'neighbours', { clusters: ['auto'], withinM: 20_000 }, makeWorld({ projects: [b] }));
    expect(near(on('a', 'town'), on('b', 'town'))).toMatchObject({ said: { value: 0, cannotTell: 1 } });
    expect(near(on('a', 'exact'), on('b', 'town'))).toMatchObject({ said: { value: 0, cannotTell: 1 } });
    expect(near(on('a', 'exact'), on('b', 'exact'))).toMatchObject({ said: { value: 1, cannotTell: 0 } });
  });

  it('is at no known distance from a platform on its very point', () => {
    const college = {
      nameZh: '校',
      nameEn: 'College',
      siteId: 'x',
      position: wgs84(113, 23),
      radiusM: 0,
      derivedFrom: [],
    };
    const world = makeWorld();
    const targets = { ...world.targets, college: [college] };
    expect(scoreOf(valued(at('a'), 'college', {}, { ...world, targets }))).toBe('derived');
    expect(scoreOf(valued({ ...at('a'), precision: 'exact' }, 'college', {}, { ...world, targets }))).toBeGreaterThan(
      0.9,
    );
  });
});

describe('cluster and focus', () => {
  const park = (given: Parameters<typeof makeSite>[1]) => makeSite('a', given);
  it('fit best where the record is of the cluster, less where its focus names it, least where it is of another', () => {
    const given = { clusters: ['auto' as const], index: indexTerms([hydrogen]) };
    const fit = (site: Site) => scoreOf(valued(site, 'cluster', given));
    expect(fit(park({ industryCluster: 'auto' }))).toBe(1);
    expect(fit(park({ industryCluster: 'cross', focus: { zh: '氢能、家电', en: 'Hydrogen, appliances' } }))).toBe(0.6);
    expect(fit(park({ industryCluster: 'cross' }))).toBe(0.3);
    expect(fit(park({ industryCluster: 'food' }))).toBe(0);
  });

  it('of words are found in name or focus, or only in facts; a record that states none is unknown', () => {
    const given = { focus: [hydrogen], index: indexTerms([hydrogen]) };
    const fact = {
      ...{ key: 'stations', label: { zh: '氢能示范', en: 'hydrogen pilot' }, value: 3, unit: 'count' as const },
      ...{ qualifier: 'exact' as const, asPrinted: '3', asOf: null, source: 's' },
    };
    const fit = (site: Site) => scoreOf(valued(site, 'focus', given));
    expect(fit(park({ focus: { zh: '氢能', en: 'Hydrogen' } }))).toBe(1);
    expect(fit(park({ facts: [fact] }))).toBe(0.5);
    expect(fit(park({ focus: { zh: '家电', en: 'Appliances' } }))).toBe(0);
    expect(fit(park({}))).toBe('not-stated');
  });

  it('apply only where clusters or words are asked for', () => {
    const { values } = candidateOf(makeSite('a'), makeWorld(), asked());
    expect(
      ['cluster', 'focus', 'neighbours', 'district'].filter((id) => [...values.keys()].some((k) => k === id)),
    ).toEqual([]);
  });
});

describe('distances', () => {
  it('carry the errors of both ends', () => {
    const value = valued(makeSite('a', { position: wgs84(113, 22.95), radiusM: 1000 }), 'station');
    expect(value).toMatchObject({ known: true, nearest: { nameEn: 'Station' }, said: { kind: 'distance' } });
    if (!value.known || value.said.kind !== 'distance') throw new Error('no distance');
    expect([value.said.min, value.said.value, value.said.max].map(Math.round)).toEqual([4537, 5537, 6537]);
  });

  it('are not said of what is not placed or is placed coarsely', () => {
    const why = (given: Parameters<typeof makeSite>[1]) => scoreOf(valued(makeSite('a', given), 'station'));
    expect(why({ position: null, precision: 'unknown', radiusM: null })).toBe('not-placed');
    expect(why({ position: null, precision: 'district', radiusM: null })).toBe('placed-coarsely');
    expect(why({ precision: 'district', radiusM: 9000 })).toBe('placed-coarsely');
    expect(why({ radiusM: null })).toBe('no-radius');
    expect(scoreOf(valued(makeSite('a'), 'port'))).toBe('none-placed');
  });
});

describe('a place that is known poorly', () => {
  const station = (radiusM: number, lat = 23) =>
    valued(makeSite('a', { position: wgs84(113, lat), radiusM, precision: 'town' }), 'station');

  it('at a station by its middle has no full marks: the mean over a disc of 3.5 km is 0.874', () => {
    // 0 km once, 1.606 six times, 2.894 twelve times: (1 + 6·0.9449 + 12·0.8278) ÷ 19.
    expect(scoreOf(station(3500))).toBeCloseTo(0.8738, 3);
    expect(scoreOf(station(0))).toBe(1);
  });

  it('is no more left out where it could be anywhere on the scale: the range says so', () => {
    const value = station(14_000, 22.95);
    expect(value).toMatchObject({ known: true, scoreMin: 0, scoreMax: 1 });
    expect(scoreOf(value)).toBeGreaterThan(0.1);
    expect(scoreOf(value)).toBeLessThan(0.5);
  });

  it('is measured to the nearest at each point, not to the one that is nearest to its middle', () => {
    const world = makeWorld();
    const [middle] = world.targets.station;
    if (middle === undefined) throw new Error('a station');
    const ring = [112.96, 113.04].map((lng) => ({ ...middle, position: wgs84(lng, 23) }));
    const at = (stations: typeof ring) =>
      scoreOf(
        valued(
          makeSite('a', { radiusM: 3000 }),
          'station',
          {},
          { ...world, targets: { ...world.targets, station: stations } },
        ),
      );
    expect(at([middle, ...ring])).toBeGreaterThan(Number(at([middle])));
  });

  it('of a road as well: the mean over the disc, the road’s own error in its radius', () => {
    // The road is 2.215 km to the north, a straight line: the mean is the middle until a point lies beyond its far end.
    const road = (radiusM: number) => valued(makeSite('a', { radiusM }), 'motorway');
    expect(scoreOf(road(930))).toBeCloseTo((12_000 - 2215) / 11_000, 3);
    // With 3 km of error and more, points lie across the road and count as near, never as negative.
    const value = road(4930);
    if (!value.known) throw new Error('the road');
    expect(Math.min(...(value.over ?? []))).toBeGreaterThanOrEqual(0);
    expect(value.score).toBeLessThan((12_000 - 2215) / 11_000);
  });
});

describe('neighbours', () => {
  const project = (id: string, given: Parameters<typeof makeSite>[1]) =>
    makeSite(id, { kind: 'project', extent: 'point', industryCluster: 'auto', radiusM: 500, ...given });
  it('are counted for certain and possibly; what is not placed is counted apart', () => {
    const world = makeWorld({
      projects: [
        project('inside', { position: wgs84(113, 23.01) }),
        // 9.97 km off: within 10 km by its point alone.
        project('edge', { position: wgs84(113, 23.09) }),
        project('outside', { position: wgs84(113, 23.3) }),
        project('unplaced', { position: null, precision: 'unknown', radiusM: null }),
        project('coarse', { position: wgs84(113, 23), precision: 'district', radiusM: 15_000 }),
        project('other', { industryCluster: 'food', position: wgs84(113, 23) }),
      ],
    });
    const value = valued(makeSite('a', { radiusM: 500 }), 'neighbours', { clusters: ['auto'] }, world);
    expect(value).toMatchObject({ said: { kind: 'count', value: 2, min: 1, max: 2, cannotTell: 2, withinM: 10_000 } });
    // One is within reach wherever both ends are, the one at the edge at eleven of nineteen points.
    expect(scoreOf(value)).toBeCloseTo((1 + 11 / 19) / 6, 9);
    // Of two it cannot be told: both may be within reach.
    expect(value).toMatchObject({ scoreMin: 1 / 6, scoreMax: 4 / 6 });
    expect(value.known && value.scoreHigh).toBeCloseTo((3 + 11 / 19) / 6, 9);
  });
});

describe('status and its date', () => {
  it('score by how long ago it was confirmed; a date without a month is its middle', () => {
    expect(yearsSince('2023-01-01', '2026-01-01')).toBeCloseTo(3, 9);
    expect(yearsSince('2023', '2026-01-01')).toBeCloseTo(2.5, 1);
    expect(yearsSince('2027', '2026-01-01')).toBe(0);
    const site = makeSite('a', { status: 'planned', statusDate: '2021-01-01' });
    expect([scoreOf(valued(site, 'status')), scoreOf(valued(site, 'recent'))]).toEqual([0.3, 0.5]);
    expect([scoreOf(valued(makeSite('b'), 'status')), scoreOf(valued(makeSite('b'), 'recent'))]).toEqual([
      'not-stated',
      'no-date',
    ]);
  });

  it('and a preferred district by the share of those stated', () => {
    const fit = (districts: ('nanhai' | 'shunde')[]) =>
      scoreOf(valued(makeSite('a', { districts }), 'district', { preferred: ['nanhai'] }));
    expect([fit(['nanhai']), fit(['nanhai', 'shunde']), fit(['shunde']), fit([])]).toEqual([1, 0.5, 0, 'not-stated']);
  });
});
