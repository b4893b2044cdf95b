import { describe, expect, it } from 'vitest';
import { clusterTemplate, stopFrom } from '../../src/analysis/tours/made.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { Tour } from '../../src/domain/tour-schema.ts';
import { CLUSTER_IDS } from '../../src/domain/vocabulary.ts';
import { presentationOf } from '../../src/state/present/presentation.ts';
import { makeApp } from '../fixtures/app.tsx';

const app = makeApp();
const { builtIn, input } = presentationOf(app);
const [tours, from] = [builtIn.value, input.value];

describe('a stop made of a thing', () => {
  it('shows it, and is titled by it', () => {
    const [site] = app.state.base.sites;
    if (site === undefined) throw new Error('no site');
    expect(stopFrom(from, tours, { of: 'site', id: site.id })).toMatchObject({
      show: { selection: { entity: 'site', id: site.id } },
      title: { zh: site.nameZh },
    });
    expect(stopFrom(from, tours, { of: 'clause', id: '2.1.1' })?.show.clause).toBe('2.1.1');
    expect(stopFrom(from, tours, { of: 'cluster', id: 'food' })?.show.selection).toEqual({
      entity: 'cluster',
      id: 'food',
    });
    expect(stopFrom(from, tours, { of: 'district', id: 'nanhai' })?.look).toEqual({ to: 'district', id: 'nanhai' });
    expect(stopFrom(from, tours, { of: 'year', year: 2020 })?.show.year).toBe(2020);
  });

  it('that does not exist is none', () => {
    expect(stopFrom(from, tours, { of: 'site', id: 'gone' })).toBeNull();
    expect(stopFrom(from, tours, { of: 'clause', id: '9.9' })).toBeNull();
    expect(stopFrom(from, tours, { of: 'year', year: 1999 })).toBeNull();
  });
});

describe('the template of a cluster', () => {
  it.each(CLUSTER_IDS)('of %s has eight stops, each once, that hold to the schema', (id) => {
    const stops = clusterTemplate(from, tours, id);
    expect(stops).toHaveLength(8);
    expect(new Set(stops.map((stop) => stop.title.zh + stop.words.zh)).size).toBe(8);
    expect(problemsOf(Tour, { id: 'x', title: { zh: '', en: '' }, stops })).toEqual([]);
    expect(stops.some(({ show }) => show.clause === from.things.cluster.get(id)?.clause)).toBe(true);
  });

  it('ends with a stop that makes nothing up', () => {
    expect(clusterTemplate(from, tours, 'auto').at(-1)).toMatchObject({ words: { zh: '', en: '' }, figure: null });
  });
});
