import { describe, expect, it } from 'vitest';
import { THEMES } from '../../../src/domain/colours.ts';
import { LANGS } from '../../../src/domain/format.ts';
import { CLUSTER_OR_CROSS_IDS, KINDS, PRECISIONS, STATUSES } from '../../../src/domain/vocabulary.ts';
import {
  type Address,
  DISTRICT_FILTER,
  formatAddress,
  isMinorChange,
  MODE_IDS,
  NO_FILTERS,
  parseAddress,
} from '../../../src/state/address/address.ts';
import { ADDRESS_ROWS, FIELDS, type Field } from '../../../src/state/address/keys.ts';
import { VIEWS } from '../../../src/state/address/views.ts';

const EMPTY = parseAddress('');
/** What the row of a field writes where the address says nothing of it. */
function writtenDefault<F extends Field>(field: F): string {
  const pairs = ADDRESS_ROWS[field].write(EMPTY[field]);
  return pairs.map(([, text]) => text ?? '').join('');
}
const roundTrip = (hash: string) => formatAddress(parseAddress(hash));

describe('an address', () => {
  it('of nothing is all defaults, and is written as nothing', () => {
    expect(EMPTY).toMatchObject({ mode: 'plan', selections: [], ...NO_FILTERS });
    for (const field of FIELDS)
      expect(
        writtenDefault(field),
        `src/state/address/keys.ts: the default of ${field} is to be written as nothing`,
      ).toBe('');
    expect(formatAddress(EMPTY)).toBe('');
    expect(parseAddress('#')).toEqual(EMPTY);
  });

  it.each([
    ...MODE_IDS.filter((id) => id !== 'plan').map((id) => `mode=${id}`),
    'map=11.25/22.98765/113.12345',
    'map=11.25/22.98765/-113.12345/45.5/30.0',
    ...LANGS.map((id) => `lang=${id}`),
    ...THEMES.map((id) => `theme=${id}`),
    'base=city-2023',
    'doc=gd-2023',
    `q=${encodeURIComponent('佛山 大良&a=b#c+d%')}`,
    ...CLUSTER_OR_CROSS_IDS.map((id) => `clusters=${id}`),
    ...DISTRICT_FILTER.map((id) => `districts=${id}`),
    ...KINDS.map((id) => `kinds=${id}`),
    ...STATUSES.map((id) => `statuses=${id}`),
    ...PRECISIONS.map((id) => `precisions=${id}`),
    'clusters=home,auto',
    'clusters=-',
    'districts=-',
    'cell=cluster.home,district.several',
    'cell=town.440605122',
    'ask=radius:113.12,23.02:10',
    'ask=radius:113.12345,23.01234:2.5',
    'ask=site:jihua-laboratory:5',
    'ask=town:440605122:30',
    'ask=district:nanhai:1',
    'ask=district:nanhai',
    'ask=town:440605122',
    'ask=polygon:113.05,22.95,113.25,22.95,113.2,23.1',
    'cross=cluster.district',
    'cross=town.status',
    'shade=gdp',
    'shade=gdp.2016',
    'shade=area.undated.equal',
    'shade=records..quantile',
    'site=jihua-laboratory&ask=radius:113.12,23.02:10&shade=gdp',
    'site=jihua-laboratory',
    'cluster=home',
    'district=nanhai',
    'town=440605122',
    'unit=industry-it',
    'clause=3.5',
    'clause=gd-2023:3.10.2',
    'clause=2.1.1&sentence=3',
    'site=jihua-laboratory&clause=3.2&sentence=2&view=reader',
    ...VIEWS.map((id) => `view=${id}`),
    'radii=1',
  ])('is read and written back: %s', (hash) => {
    expect(roundTrip(hash)).toBe(hash);
    expect(roundTrip(`#${hash}`)).toBe(hash);
    expect(parseAddress(hash)).not.toEqual(EMPTY);
  });

  it('holds everything at once', () => {
    const all =
      'mode=invest&map=9.00/23.00000/113.00000&lang=en&theme=dark&base=city&doc=gd&q=x&clusters=home&districts=none&kinds=park' +
      '&statuses=planned&precisions=town&unit=finance&clause=3.1&sentence=2&view=units&radii=1';
    expect(roundTrip(all)).toBe(all);
  });

  it('writes lists in the order of the vocabulary, and all of them as no filter', () => {
    expect(roundTrip('clusters=auto,home,home')).toBe('clusters=home,auto');
    expect(parseAddress(`kinds=${KINDS.join(',')}`).kinds).toBeNull();
    expect(parseAddress('clusters=-').clusters).toEqual([]);
  });

  it('writes what is typed so that a plus stays a plus', () => {
    const typed: Address = { ...EMPTY, q: '1+4 & 3' };
    expect(parseAddress(formatAddress(typed))).toEqual(typed);
  });

  it('keeps the colon, comma and slash readable', () => {
    expect(roundTrip('map=9.00/23.00000/113.00000&clusters=home,auto&clause=gd:3.1')).not.toContain('%');
  });
});

describe('a broken value', () => {
  it.each([
    'mode=admin',
    'map=11',
    'map=eleven/22.9/113.1',
    'map=11/95/113.1',
    'map=11/22.9/1e3',
    'map=99/22.9/113.1',
    'map=//',
    'lang=fr',
    'theme=blue',
    'base=',
    'base=%3Cscript%3E',
    'doc=',
    'doc=a%20b',
    'clusters=steel',
    'clusters=',
    'districts=panyu',
    'kinds=,,',
    'statuses=PLANNED',
    'precisions=%E4%BD',
    'site=',
    'site=A%20B',
    'cluster=cross',
    'district=none',
    'town=1',
    'town=440601001',
    'unit=%',
    'clause=3',
    'clause=1.2.3.4',
    'clause=二（二）1',
    'sentence=0',
    'sentence=-3',
    'sentence=two',
    'sentence=2.5',
    'view=admin',
    'radii=yes',
    'nonsense=1',
    '&&&=&',
  ])('falls back to the default: %s', (hash) => {
    expect(parseAddress(hash)).toEqual(EMPTY);
  });

  it('falls back for its own key alone', () => {
    const good = 'lang=en&clusters=home&site=jihua-laboratory&view=reader';
    expect(roundTrip(`map=x/y/z&theme=no&${good}&radii=2&kinds=x`)).toBe(good);
  });

  it('in a list falls out of it', () => {
    expect(roundTrip('clusters=home,steel,auto')).toBe('clusters=home,auto');
  });

  it('in the turn of the camera leaves its place alone', () => {
    expect(parseAddress('map=11/22.9/113.1/x/999').map).toEqual({
      zoom: 11,
      lat: 22.9,
      lng: 113.1,
      bearing: 0,
      pitch: 0,
    });
  });

  it('of any length or kind never throws', () => {
    for (const hash of [`q=${'佛'.repeat(5_000)}`, '%', '%E4%A', '#'.repeat(50), 'site=a&site=b', '\u0000=\u0000'])
      expect(() => formatAddress(parseAddress(hash))).not.toThrow();
    expect(parseAddress(`q=${'x'.repeat(500)}`).q).toHaveLength(100);
  });
});

describe('the selection', () => {
  const pairs = ['site=a', 'cluster=home', 'district=nanhai', 'town=440605122', 'unit=finance'];
  it('is one, in the order site, cluster, district, town, unit', () => {
    const won = pairs.map((_, i) => parseAddress(pairs.slice(i).reverse().join('&')).selections[0]?.entity);
    expect(won).toEqual(['site', 'cluster', 'district', 'town', 'unit']);
  });

  it('keeps the others in their order, for where it does not exist, and writes none of them', () => {
    const { selections } = parseAddress([...pairs].reverse().join('&'));
    expect(selections.map(({ entity, id }) => `${entity}=${id}`)).toEqual(pairs);
    expect(formatAddress(parseAddress(pairs.join('&')))).toBe('site=a');
  });

  it('passes over a broken one', () => {
    expect(parseAddress('site=?&cluster=steel&district=nanhai').selections).toEqual([
      { entity: 'district', id: 'nanhai' },
    ]);
  });
});

describe('isMinorChange', () => {
  const from = parseAddress('clusters=home&site=a&map=9/23/113');
  const change = (to: Partial<Address>) => isMinorChange(from, { ...from, ...to });

  it('is a camera move or typing, or both', () => {
    expect(change({})).toBe(true);
    expect(change({ map: null })).toBe(true);
    expect(change({ map: { zoom: 12, lat: 23, lng: 113, bearing: 0, pitch: 0 } })).toBe(true);
    expect(change({ q: 'jh' })).toBe(true);
  });

  it.each<[string, Partial<Address>]>([
    ['another selection', { selections: [{ entity: 'site', id: 'b' }] }],
    ['no selection', { selections: [] }],
    ['a filter', { kinds: ['park'] }],
    ['an empty filter instead of none', { kinds: [] }],
    ['a clause', { clause: '3.5' }],
    ['a view', { view: 'reader' }],
    ['the language', { lang: 'en' }],
    ['the theme', { theme: 'dark' }],
    ['the mode', { mode: 'invest' }],
    ['the radii', { radii: true }],
    ['the base map', { base: 'city' }],
  ])('is not %s, camera or not', (_, to) => {
    expect(change(to)).toBe(false);
    expect(change({ ...to, map: null })).toBe(false);
  });
});
