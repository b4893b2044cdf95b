import { beforeAll, describe, expect, it } from 'vitest';
import { loadStatistics } from '../../src/data/load-later.ts';
import type { Base, World } from '../../src/domain/base.ts';
import { parseAs, problemsOf } from '../../src/domain/schema/parse.ts';
import type { Statistics } from '../../src/domain/schema/statistics.ts';
import { indexOf } from '../../src/domain/things.ts';
import { emsOf, linesOf, lookTarget, SHOW_ALL, titleSize } from '../../src/domain/tour.ts';
import { resolveFigure, type ValueRef } from '../../src/domain/tour-figure.ts';
import { Tour, TourFile } from '../../src/domain/tour-schema.ts';
import { fileSource, testBase } from '../fixtures/data.ts';

let base: Base;
let world: World;
let statistics: Statistics;
beforeAll(async () => {
  base = await testBase();
  world = base;
  statistics = await loadStatistics(fileSource);
});
const look = (at: Parameters<typeof lookTarget>[0]) => lookTarget(at, indexOf(world));
const figure = (ref: ValueRef) => resolveFigure(ref, world, statistics);

const stop = {
  id: 'one',
  look: { to: 'city' },
  show: {},
  title: { zh: '一', en: 'one' },
  words: { zh: '', en: '' },
  notes: { zh: '', en: '' },
};

describe('the schema', () => {
  it('fills in what a short stop leaves out', () => {
    const tour = parseAs(Tour, { id: 'mine', title: { zh: '我', en: 'mine' }, stops: [stop] }, 'tour');
    expect(tour.stops[0]).toMatchObject({ show: SHOW_ALL, figure: null, seconds: 15 });
  });

  it('names what is wrong in a file', () => {
    const bad = {
      format: 'foshan-224-tour',
      schema: 1,
      tour: { id: 'x', title: { zh: '', en: '' }, stops: [{ ...stop, seconds: 0, look: { to: 'moon' } }] },
    };
    const problems = problemsOf(TourFile, bad);
    expect(problems.some((p) => p.startsWith('tour.stops.0.seconds'))).toBe(true);
    expect(problems.some((p) => p.startsWith('tour.stops.0.look'))).toBe(true);
  });

  it('refuses a file of another version', () => {
    expect(problemsOf(TourFile, { format: 'foshan-224-tour', schema: 3, tour: {} })).not.toEqual([]);
  });
});

describe('where a stop looks', () => {
  it('is the box of a district', () => {
    const target = look({ to: 'district', id: 'gaoming' });
    expect(target.kind === 'box' && target.box.map((n) => n.toFixed(1))).toEqual(['112.4', '22.6', '112.9', '23.0']);
  });

  it('is the drawn sites of a cluster, and the city where none is drawn', () => {
    expect(look({ to: 'cluster', id: 'auto' }).kind).toBe('box');
    expect(look({ to: 'cluster', id: 'equipment' })).toEqual({ kind: 'city' });
  });

  it('is the city for a clause that names nothing, and for sites that do not exist', () => {
    expect(look({ to: 'clause', id: '1.1' })).toEqual({ kind: 'city' });
    expect(look({ to: 'clause', id: '2.2.1' }).kind).toBe('box');
    expect(look({ to: 'sites', ids: ['nowhere'] })).toEqual({ kind: 'city' });
  });

  it('keeps a camera', () => {
    const camera = { zoom: 11, lat: 23, lng: 113, bearing: 10, pitch: 0, across: 900 };
    expect(look({ to: 'camera', ...camera })).toEqual({ kind: 'camera', camera });
  });
});

describe('a figure', () => {
  it('is the newest of its key', () => {
    expect(figure({ from: 'statistic', scope: 'district', id: 'shunde', key: 'gdp' })).toMatchObject({
      kind: 'fact',
      asOf: '2025',
    });
  });

  it('leaves out what is older, and what has no date where another has one', () => {
    const jihua = world.sites.find(({ id }) => id === 'jihua-laboratory');
    const [fact] = jihua?.facts ?? [];
    if (jihua === undefined || fact === undefined) throw new Error('no facts');
    const facts = [null, '2021', '2023', '2022', null].map((asOf, n) => ({ ...fact, key: 'staff', value: n, asOf }));
    const shown = (given: typeof facts) =>
      resolveFigure(
        { from: 'site', id: jihua.id, key: 'staff' },
        { ...world, sites: [{ ...jihua, facts: given }] },
        statistics,
      );
    expect(shown(facts)).toMatchObject({ asOf: '2023', facts: [{ value: 2 }] });
    expect(shown(facts.slice(0, 1))).toMatchObject({ asOf: null, facts: [{ value: 0 }] });
  });

  it('shows both values where sources of one date disagree', () => {
    const shown = figure({ from: 'site', id: 'shunde-nev-town', key: 'planned-investment' });
    expect(shown.kind === 'fact' && shown.facts.map(({ value }) => value)).toEqual([32e8, 25e8]);
  });

  it('is unknown where only a narrower scope is published', () => {
    expect(figure({ from: 'statistic', scope: 'cluster', id: 'food', key: 'output-value' })).toEqual({
      kind: 'unknown',
      of: 'statistic',
    });
  });

  it('is unknown where what it refers to is not there, or not loaded', () => {
    expect(figure({ from: 'site', id: 'nowhere', key: 'area' }).kind).toBe('unknown');
    expect(figure({ from: 'units', id: '2.1.1' }).kind).toBe('unknown');
    expect(figure({ from: 'units', id: '9.9' }).kind).toBe('unknown');
    const none = { ...world, policies: [] };
    expect(resolveFigure({ from: 'target', id: 'auto' }, none, null)).toEqual({ kind: 'unknown', of: 'target' });
    expect(figure({ from: 'count', of: 'clause', id: '9.9', within: null }).kind).toBe('unknown');
    const gdp = { from: 'statistic', scope: 'city', id: 'foshan', key: 'gdp' } as const;
    expect(resolveFigure(gdp, world, null).kind).toBe('unknown');
    expect(resolveFigure(gdp, world, statistics).kind).toBe('fact');
  });

  it('states a target as the text does, with no year where there is none', () => {
    expect(figure({ from: 'target', id: 'home' })).toMatchObject({
      kind: 'target',
      overCny: 1e12,
      year: null,
      cite: '一（二）',
    });
    expect(figure({ from: 'target', id: 'auto' })).toMatchObject({ overCny: 5e11, year: 2026 });
  });

  it('counts records without their parts, as a range where a district is not stated', () => {
    expect(figure({ from: 'count', of: 'all', id: '', within: null })).toMatchObject({ certain: 24, possible: 24 });
    const shown = figure({ from: 'count', of: 'cluster', id: 'cross', within: 'nanhai' });
    expect(shown.kind === 'count' && shown.certain < shown.possible).toBe(true);
  });

  it('changes with the register', () => {
    const fewer = { ...world, sites: world.sites.filter(({ id }) => id !== 'jihua-laboratory') };
    expect(resolveFigure({ from: 'count', of: 'all', id: '', within: null }, fewer, statistics)).toMatchObject({
      certain: 23,
    });
  });
});

describe('the measure of words', () => {
  it('takes a Chinese character as an em and a Latin letter as about half', () => {
    expect(emsOf('产业集群')).toBe(4);
    expect(emsOf('abcd')).toBe(2);
  });

  it('breaks what is wider than a line', () => {
    expect(linesOf('一'.repeat(21))).toBe(1);
    expect(linesOf('一'.repeat(22))).toBe(2);
    expect(linesOf('一\n二')).toBe(2);
  });

  it('makes a long title smaller, never larger', () => {
    expect(titleSize('新材料')).toBe(1);
    expect(titleSize('Intelligent manufacturing equipment and robots')).toBeLessThan(1);
  });
});
