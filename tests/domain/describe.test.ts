import { beforeAll, describe, expect, it } from 'vitest';
import { loadStatistics } from '../../src/data/load-later.ts';
import type { Base } from '../../src/domain/base.ts';
import { pyramid } from '../../src/domain/cluster.ts';
import {
  byCluster,
  byDistrict,
  describeSite,
  figuresOf,
  placementCounts,
  type SiteDescription,
} from '../../src/domain/describe.ts';
import { clauseText } from '../../src/domain/policy-text.ts';
import type { Fact } from '../../src/domain/schema/site.ts';
import type { Site } from '../../src/domain/site.ts';
import { fileSource, testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});

function site(id: string): Site {
  const found = base.sites.find((s) => s.id === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found;
}
const described = (id: string): SiteDescription => describeSite(base, site(id));

describe('describeSite', () => {
  it('gives a named site its clause, verbatim, and what else that clause names', () => {
    const { clauses, namedThroughParent, cluster } = described('nanzhuang-ceramics-town');
    expect(namedThroughParent).toBe(false);
    expect(clauses.map((c) => c.clause.cite)).toEqual(['二（一）2']);
    const [context] = clauses;
    if (context === undefined) throw new Error('no clause');
    expect(context.runs.map((run) => run.text).join('')).toBe(clauseText(base.policy, context.clause));
    expect(context.alsoNamed).toEqual(['longjiang-home-furnishing-town', 'zhimeng-textile-town']);
    expect(cluster?.nameZh).toBe('泛家居');
  });

  it('gives a part the clauses of its parent, said so', () => {
    const part = described('fhidz-nanhai-park');
    expect(part.namedThroughParent).toBe(true);
    expect(part.parent?.id).toBe('foshan-hitech-zone');
    expect(part.clauses.map((c) => c.clause.id)).toEqual(['3.5']);
    expect(part.clauses[0]?.alsoNamed).toEqual(['one-ring-innovation-circle', 'sanlongwan']);
  });

  it('says nothing where no sentence names the record or a parent', () => {
    const { clauses, namedThroughParent } = described('exhibition-centre');
    expect([clauses, namedThroughParent]).toEqual([[], false]);
  });

  it('does not speak of a whole that is not named either', () => {
    const [whole, part] = [makeSite('whole'), makeSite('part', { parent: 'whole' })];
    const { parent, clauses, namedThroughParent } = describeSite({ ...base, sites: [whole, part] }, part);
    expect([parent?.id, clauses, namedThroughParent]).toEqual(['whole', [], false]);
  });

  it('knows whole and parts, venue and events', () => {
    expect(described('foshan-university').parts.map((s) => s.id)).toEqual(['foshan-university-hebin']);
    expect(described('exhibition-centre').events.map((s) => s.id)).toEqual(['equipment-fair']);
    expect(described('equipment-fair').venue?.id).toBe('exhibition-centre');
    expect(described('equipment-fair').cluster).toBeNull();
  });

  it('shows readings apart, with the units that their clause names', () => {
    const { readings } = described('jihua-laboratory');
    expect(readings.map((r) => r.clause.id)).toEqual(['3.2']);
    expect(readings[0]?.units.map((u) => u.nameZh)).toHaveLength(5);
    expect(readings[0]?.units[0]?.nameZh).toBe('市科技局');
  });

  it('puts facts with one key side by side and keeps them all', () => {
    const fact = (key: string, value: number): Fact => ({
      key,
      label: { zh: '面积', en: 'Area' },
      value,
      unit: 'm²',
      qualifier: 'exact',
      asPrinted: `${value}`,
      asOf: null,
      source: 's',
    });
    const contested = makeSite('x', { facts: [fact('area', 1), fact('staff', 2), fact('area', 3)] });
    const { facts } = describeSite({ policy: base.policy, sites: [contested] }, contested);
    expect(facts.map((group) => group.map((f) => f.value))).toEqual([[1, 3], [2]]);
    for (const s of base.sites) expect(describeSite(base, s).facts.flat()).toHaveLength(s.facts.length);
  });
});

describe('counts, against a count by hand', () => {
  it('places 24 records: 16 located, 5 coarsely, 3 not', () => {
    const { total, byPlacement, byPrecision } = placementCounts(base.sites);
    expect(total).toBe(24);
    expect(byPlacement).toEqual({ located: 16, coarse: 5, unlocated: 3 });
    expect(byPrecision).toEqual([
      ['exact', 1],
      ['street', 2],
      ['town', 13],
      ['district', 4],
      ['city', 1],
      ['unknown', 3],
    ]);
  });

  it('counts records by cluster in the order of the policy, without the empty one', () => {
    expect(byCluster(base.sites).map(({ key, count }) => [key, count])).toEqual([
      ['home', 3],
      ['auto', 6],
      ['electronics', 1],
      ['robotics', 2],
      ['materials', 1],
      ['food', 2],
      ['health', 2],
      ['cross', 7],
    ]);
    expect(byCluster(base.sites).flatMap((c) => c.sites)).toHaveLength(base.sites.length);
  });

  it('counts a district certain where it alone is stated, possible where one of several or none is', () => {
    expect(byDistrict(base.sites)).toEqual([
      { key: 'chancheng', certain: 2, possible: 9 },
      { key: 'nanhai', certain: 4, possible: 11 },
      { key: 'shunde', certain: 6, possible: 12 },
      { key: 'sanshui', certain: 2, possible: 7 },
      { key: 'gaoming', certain: 3, possible: 8 },
      { key: null, certain: 4, possible: 4 },
    ]);
  });

  it('leaves parts out of the count of a district', () => {
    const sites = [
      makeSite('one', { districts: ['nanhai'] }),
      makeSite('two', { districts: ['nanhai', 'shunde'] }),
      makeSite('part', { districts: ['nanhai'], parent: 'two' }),
    ];
    const tallies = byDistrict(sites).filter(({ possible }) => possible > 0);
    expect(tallies).toEqual([
      { key: 'nanhai', certain: 1, possible: 2 },
      { key: 'shunde', certain: 0, possible: 1 },
    ]);
  });
});

describe('pyramid', () => {
  it('is 2 + 2 + 4, with targets of over 1 trillion, 500 and 300 billion', () => {
    expect(pyramid(base.policy.clusters).map(({ tier, clusters }) => [tier, clusters.map((c) => c.id)])).toEqual([
      ['core', ['equipment', 'home']],
      ['pillar', ['auto', 'electronics']],
      ['emerging', ['robotics', 'materials', 'food', 'health']],
    ]);
    expect(base.policy.clusters.map(({ target }) => [target.overCny, target.year])).toEqual([
      ...Array.from({ length: 2 }, () => [1e12, null]),
      ...Array.from({ length: 2 }, () => [5e11, 2026]),
      ...Array.from({ length: 4 }, () => [3e11, 2026]),
    ]);
  });
});

describe('figuresOf', () => {
  it('stands newest first within a key, narrower ones apart, nothing of another scope', async () => {
    const statistics = await loadStatistics(fileSource);
    for (const id of ['chancheng', 'nanhai', 'shunde', 'sanshui', 'gaoming']) {
      const { own, narrower } = figuresOf(statistics, 'district', id);
      expect(own.length).toBeGreaterThanOrEqual(3);
      for (const group of own) {
        const years = group.map((f) => f.asOf ?? '');
        expect(years).toEqual([...years].sort().reverse());
        expect(new Set(group.map((f) => f.key)).size).toBe(1);
      }
      expect(own.flat().every((f) => f.scope.id === id && f.scope.entity === 'district' && !f.narrower)).toBe(true);
      expect(narrower.every((f) => f.narrower)).toBe(true);
    }
    expect(figuresOf(statistics, 'town', 'nowhere')).toEqual({ own: [], narrower: [] });
    const gdp = statistics.figures.find(({ scope, key }) => scope.id === 'nanhai' && key === 'gdp');
    if (gdp === undefined) throw new Error('no figure');
    const figures = ['2020', null, '2023', '2021'].map((asOf) => ({ ...gdp, asOf }));
    const [group = []] = figuresOf({ ...statistics, figures }, 'district', 'nanhai').own;
    expect(group.map(({ asOf }) => asOf)).toEqual(['2023', '2021', '2020', null]);
  });
});
