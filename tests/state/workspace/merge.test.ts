import { describe, expect, it } from 'vitest';
import type { Kept } from '../../../src/data/workspace/kept-sets.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import type { Sketch } from '../../../src/domain/sketch.ts';
import {
  mergeBasemaps,
  mergeCorrections,
  mergeServers,
  mergeSets,
  mergeShortlists,
  mergeSketches,
  mergeTours,
} from '../../../src/state/workspace/merge.ts';
import { moved } from '../../fixtures/corrections.ts';
import { testBase } from '../../fixtures/data.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { tourOf } from '../../fixtures/tour.ts';

const SAVED = '2026-03-04T05:06:07.000Z';
const asIs = (id: string) => id;

function kept(id: string, name: string): Kept {
  const look = { name, colour: 'blue', size: 9, visible: true, display: 'points', acrossM: null } as const;
  return { ...smallImport(id), id, order: 0, look, filter: NO_SET_FILTER };
}

describe('sets', () => {
  it('come beside: new ones, none twice, and one of the same id and another content under a new id', () => {
    const here = [kept('import-a', '甲'), kept('import-b', '乙')];
    const there = [kept('import-a', '甲'), kept('import-b', '乙改'), kept('import-c', '丙')];
    const { value, ...outcome } = mergeSets(here, there, SAVED, () => 'import-new');
    expect(value.map(({ id, look, set, receipt }) => [id, look.name, set.id, receipt.setId])).toEqual([
      ['import-a', '甲', 'import-a', 'import-a'],
      ['import-b', '乙', 'import-b', 'import-b'],
      ['import-new', '乙改 (2026-03-04)', 'import-new', 'import-new'],
      ['import-c', '丙', 'import-c', 'import-c'],
    ]);
    expect(outcome).toEqual({ added: ['丙'], same: ['甲'], renamed: ['乙改'], stays: [], noRoom: [] });
    expect(value.slice(0, 2)).toEqual(here);
  });
});

describe('corrections', () => {
  it('of one field of one record are not two: the own one stays', async () => {
    const [a, b] = (await testBase()).sites.filter(({ position }) => position !== null);
    if (a === undefined || b === undefined) throw new Error('the tests have two placed sites');
    const own = moved(a, [113.1, 23.1]);
    const { value, ...outcome } = mergeCorrections([own], [moved(a, [113.2, 23.1]), moved(b)], asIs);
    expect(value).toEqual([own, moved(b)]);
    expect(outcome).toMatchObject({ added: [b.id], same: [], stays: [a.id] });
    expect(mergeCorrections([own], [own], asIs)).toMatchObject({ value: [own], same: [a.id] });
  });
});

describe('sketches', () => {
  const point = (text: string, id = text): Sketch => ({ id, kind: 'point', places: [[113, 23]], text });
  it('are the same by what they show, and find room or do not', () => {
    const { value, added, same } = mergeSketches([point('甲')], [point('甲', 'other'), point('乙')]);
    expect(value.map(({ text }) => text)).toEqual(['甲', '乙']);
    expect({ added, same }).toEqual({ added: ['乙'], same: ['甲'] });
    const full = Array.from({ length: 500 }, (_, n) => point(String(n)));
    expect(mergeSketches(full, [point('more')])).toMatchObject({ value: full, noRoom: ['more'] });
  });
});

describe('the shortlist', () => {
  it('has the own candidates first, and both notes on one', () => {
    const here = { ids: ['a', 'b'], notes: { a: '近', z: '旧' } };
    const there = { ids: ['c', 'a'], notes: { a: '贵', b: '远', z: '旧' } };
    expect(mergeShortlists(here, there, asIs)).toEqual({
      value: { ids: ['a', 'b', 'c'], notes: { a: '近\n\n贵', b: '远', z: '旧' } },
      added: ['c'],
      same: ['a'],
      renamed: ['a'],
      stays: [],
      noRoom: [],
    });
  });
  it('says what finds no room', () => {
    const ids = Array.from({ length: 30 }, (_, n) => `s${n}`);
    const long = 'x'.repeat(1500);
    const merged = mergeShortlists({ ids, notes: { a: long } }, { ids: ['c'], notes: { a: `${long}y` } }, asIs);
    expect(merged).toMatchObject({ value: { ids, notes: { a: long } }, noRoom: ['c'], stays: ['a'] });
  });
});

describe('tours', () => {
  const nameOf = ({ title }: { title: { en: string } }) => title.en;
  it('of one id and two contents are both kept, each with what was not saved of it', () => {
    const here = { tours: [tourOf('a')], drafts: [] };
    const there = { tours: [tourOf('b')], drafts: [{ tour: tourOf('c'), at: 5 }] };
    const { value, ...outcome } = mergeTours(here, there, nameOf);
    expect(value.tours.map(({ id, stops }) => [id, stops[0]?.id])).toEqual([
      ['own-1', 'a'],
      ['own-2', 'b'],
    ]);
    expect(value.drafts.map(({ tour, at }) => [tour.id, tour.stops[0]?.id, at])).toEqual([['own-2', 'c', 5]]);
    expect(outcome).toMatchObject({ added: [], same: [], renamed: ['My tour'] });
  });
  it('that are the same are one', () => {
    const both = { tours: [tourOf('a')], drafts: [{ tour: tourOf('b'), at: 5 }] };
    expect(mergeTours(both, both, nameOf)).toMatchObject({ value: both, same: ['My tour'], renamed: [] });
  });
});

describe('base maps and servers', () => {
  const base = (label: string) =>
    ({
      id: 'own-1',
      kind: 'style',
      label,
      attribution: '©',
      approval: null,
      style: 'https://a.example/s.json',
      datum: 'WGS-84',
    }) as const;
  it('stay as they are here, and how they are drawn too', () => {
    const here = { basemaps: [base('甲')], strengths: { 'own-1': 0.5 }, greys: [] };
    const there = { basemaps: [base('乙')], strengths: { 'own-1': 1, x: 0.2 }, greys: ['x'] };
    expect(mergeBasemaps(here, there)).toMatchObject({
      value: { basemaps: [base('甲')], strengths: { 'own-1': 0.5, x: 0.2 }, greys: ['x'] },
      stays: ['乙'],
    });
  });
  it('of servers come in their order behind the own ones', () => {
    const source = (id: string) =>
      ({
        id,
        label: id,
        url: `https://a.example/${id}`,
        format: 'flatgeobuf',
        layer: null,
        attribution: null,
      }) as const;
    const here = { sources: [source('a')], places: { order: ['a', 'set'], hidden: [] } };
    const there = { sources: [source('b'), source('a')], places: { order: ['b', 'a'], hidden: ['b', 'a'] } };
    expect(mergeServers(here, there).value).toEqual({
      sources: [source('a'), source('b')],
      places: { order: ['a', 'set', 'b'], hidden: ['b'] },
    });
  });
});
