import { describe, expect, it } from 'vitest';
import {
  formatAsk,
  forOthers,
  MOST_CORNERS,
  parseAsk,
  parseCell,
  parseCross,
  parseShade,
} from '../../../src/state/address/plan-address.ts';

describe('a question in the address', () => {
  it.each([
    ['no kind', '113.12,23.02:10'],
    ['an unknown kind', 'square:113.12,23.02:10'],
    ['no distance', 'radius:113.12,23.02'],
    ['half a kilometre', 'radius:113.12,23.02:0.5'],
    ['31 km', 'radius:113.12,23.02:31'],
    ['a distance in words', 'radius:113.12,23.02:ten'],
    ['swapped coordinates', 'radius:23.02,113.12:10'],
    ['a place in Beijing', 'radius:116.40,39.90:10'],
    ['a third coordinate', 'radius:113.12,23.02,5:10'],
    ['an unknown district', 'district:tianhe'],
    ['a town of elsewhere', 'town:440106001'],
    ['a polygon of two corners', 'polygon:113.1,23,113.2,23'],
    ['a polygon with half a corner', 'polygon:113.1,23,113.2,23,113.2'],
    ['a polygon with a word', 'polygon:113.1,23,113.2,23,113.2,here'],
    [
      'too many corners',
      `polygon:${Array.from({ length: MOST_CORNERS + 1 }, (_, i) => `113.${100 + i},23`).join(',')}`,
    ],
    ['something more', 'district:nanhai:5:6'],
    ['a set without a row', 'own:import-1:2'],
    ['a row without its mark', 'own:import-1.3:2'],
    ['a row of a set and no distance', 'own:import-1.3.k3j9x2'],
    ['a row and 31 km', 'own:import-1.3.k3j9x2:31'],
  ])('with %s is none', (_, value) => {
    expect(parseAsk(value)).toBeNull();
  });

  it('tells an area from a circle around it', () => {
    expect(parseAsk('district:nanhai')).toEqual({ kind: 'area', area: { entity: 'district', id: 'nanhai' } });
    expect(parseAsk('district:nanhai:5')).toEqual({
      kind: 'radius',
      around: { entity: 'district', id: 'nanhai' },
      withinKm: 5,
    });
  });

  it('names a row of a set of the user, and what is inside it by a distance of 0', () => {
    expect(parseAsk('own:import-1a-2b.3.k3j9x2:0.5')).toEqual({
      kind: 'own',
      ref: 'import-1a-2b.3.k3j9x2',
      withinKm: 0.5,
    });
    expect(formatAsk(parseAsk('own:import-1.0.abc:0'))).toBe('own:import-1.0.abc:0');
  });

  it.each([
    ['https://a.b/c?d#ask=own:import-1.0.abc:2', 'https://a.b/c?d#'],
    ['https://a.b/#lang=en&ask=own:import-1.0.abc:2&theme=dark', 'https://a.b/#lang=en&theme=dark'],
    ['https://a.b/#ask=district:nanhai&lang=en', 'https://a.b/#ask=district:nanhai&lang=en'],
  ])('leaves a row of the user out of what others get: %s', (href, link) => {
    expect(forOthers(href)).toBe(link);
  });

  it('keeps a metre of a coordinate and no more', () => {
    expect(formatAsk(parseAsk('radius:113.123456,23.000004:10'))).toBe('radius:113.12346,23:10');
  });
});

describe('table, shading and cell in the address', () => {
  it.each(['cluster', 'cluster.cluster', 'cluster.colour', 'cluster.district.town', ''])(
    '%s is no cross table',
    (value) => {
      expect(parseCross(value)).toBeNull();
    },
  );

  it('shades by the fullest year where none, or no year, is named', () => {
    expect(parseShade('gdp')).toEqual({ key: 'gdp', year: null, method: 'natural' });
    expect(parseShade('gdp.soon.bogus')).toEqual({ key: 'gdp', year: null, method: 'natural' });
    expect(parseShade('GDP')).toBeNull();
  });

  it.each(['colour.red', 'cluster', 'cluster.home,district', 'cluster.home,district.nanhai,kind.park'])(
    '%s is no cell',
    (value) => {
      expect(parseCell(value)).toBeNull();
    },
  );
});
