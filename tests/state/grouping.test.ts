import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/domain/site.ts';
import { GROUPINGS, type Grouping, groupSites, SORTINGS, type Sorting } from '../../src/state/grouping.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

const zh = (site: Site) => site.nameZh;
const en = (site: Site) => site.nameEn;
const mention = (start: number) => [{ clause: '3.5', quote: '园', start, end: start + 1 }];
/** `[key, count, rows]` of each group; parts carry a dash. */
function shape(sites: readonly Site[], by: Grouping, sorting: Sorting = 'policy', nameOf = en, locale = 'en') {
  return groupSites(sites, by, sorting, nameOf, locale).map((group) => [
    group.key,
    group.count,
    group.rows.map(({ site, isPart }) => (isPart ? `- ${site.id}` : site.id)).join(' '),
  ]);
}

describe('groups', () => {
  it('stand in the order of the policy, empty ones left out', () => {
    const sites = [
      makeSite('x', { industryCluster: 'cross' }),
      makeSite('f', { industryCluster: 'food' }),
      makeSite('h'),
    ];
    expect(shape(sites, 'cluster')).toEqual([
      ['home', 1, 'h'],
      ['food', 1, 'f'],
      ['cross', 1, 'x'],
    ]);
  });

  it('put what states no district last, under its own head', () => {
    const sites = [
      makeSite('n'),
      makeSite('g', { districts: ['gaoming'] }),
      makeSite('c', { districts: ['chancheng', 'nanhai'] }),
    ];
    expect(shape(sites, 'district')).toEqual([
      ['chancheng', 1, 'c'],
      ['gaoming', 1, 'g'],
      ['none', 1, 'n'],
    ]);
  });

  it('run from sure to unsure, and through the statuses', () => {
    const sites = [
      makeSite('u', { precision: 'unknown', position: null, status: 'ended' }),
      makeSite('s', { precision: 'street' }),
    ];
    expect(shape(sites, 'precision').map(([key]) => key)).toEqual(['street', 'unknown']);
    expect(shape(sites, 'status').map(([key]) => key)).toEqual(['ended', 'unknown']);
  });
});

describe('parts', () => {
  const whole = makeSite('whole', { mentions: mention(9) });
  const part = (id: string, given = {}) => makeSite(id, { parent: 'whole', ...given });

  it('follow their whole and are not counted', () => {
    expect(shape([part('b'), makeSite('first', { mentions: mention(1) }), part('a'), whole], 'cluster')).toEqual([
      ['home', 2, 'first whole - a - b'],
    ]);
  });

  it('keep a place of their own where the whole is filtered out or stands elsewhere', () => {
    expect(shape([part('b'), part('a')], 'cluster')).toEqual([['home', 0, '- a - b']]);
    const elsewhere = [whole, part('a', { industryCluster: 'auto' })];
    expect(shape(elsewhere, 'cluster')).toEqual([
      ['home', 1, 'whole'],
      ['auto', 0, '- a'],
    ]);
  });

  it('of parts are there too', () => {
    expect(shape([whole, part('a'), makeSite('deep', { parent: 'a' })], 'cluster')).toEqual([
      ['home', 1, 'whole - a - deep'],
    ]);
  });
});

describe('sorting', () => {
  const sites = [
    makeSite('later', {
      nameEn: 'Beta',
      nameZh: '大良',
      mentions: [...mention(50), ...mention(20)],
      status: 'operating',
      statusDate: '2021',
    }),
    makeSite('unnamed', { nameEn: 'Alpha', nameZh: '北滘', precision: 'unknown', position: null }),
    makeSite('first', {
      nameEn: 'Gamma',
      nameZh: '乐从',
      mentions: mention(30),
      status: 'operating',
      statusDate: '2021-05',
      precision: 'exact',
    }),
  ];
  const order = (sorting: Sorting, nameOf = en, locale = 'en') =>
    shape(sites, 'cluster', sorting, nameOf, locale)[0]?.[2];

  it('follows the first place where the policy names it, the unnamed last', () => {
    expect(order('policy')).toBe('later first unnamed');
  });

  it('sorts names by the alphabet, and Chinese ones by pinyin', () => {
    expect(order('name')).toBe('unnamed later first');
    // běi, dà, lè
    expect(order('name', zh, 'zh-Hans')).toBe('unnamed later first');
    expect(order('name', (s) => (s.id === 'unnamed' ? '祖庙' : s.nameZh), 'zh-Hans')).toBe('later first unnamed');
  });

  it('puts the newest status first, the undated last', () => {
    expect(order('status')).toBe('first later unnamed');
  });

  it('puts the surest position first, the unlocated last', () => {
    expect(order('precision')).toBe('first later unnamed');
  });

  it('leaves its input alone', () => {
    const before = [...sites];
    for (const sorting of SORTINGS) order(sorting);
    expect(sites).toEqual(before);
  });
});

describe('the register', () => {
  it('shows every record once, however it is arranged, unlocated ones too', async () => {
    const { sites } = await testBase();
    for (const by of GROUPINGS)
      for (const sorting of SORTINGS) {
        const groups = groupSites(sites, by, sorting, zh, 'zh-Hans');
        expect(groups.flatMap((g) => g.rows.map((r) => r.site.id)).sort()).toEqual(sites.map((s) => s.id).sort());
        expect(groups.reduce((n, g) => n + g.count, 0)).toBe(24);
      }
  });

  it('lists the vehicle projects as clause 2.2.1 does', async () => {
    const { sites } = await testBase();
    const auto = shape(sites, 'cluster', 'policy', zh, 'zh-Hans').find(([key]) => key === 'auto');
    expect(auto).toEqual([
      'auto',
      6,
      'car-works truck-works battery-project xianhu-hydrogen-valley tram-base shunde-nev-town',
    ]);
  });
});
