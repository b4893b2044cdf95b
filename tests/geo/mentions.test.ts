import { describe, expect, it } from 'vitest';
import { clusterMentions, districtMentions, siteMentions } from '../../geo/steps/mentions.ts';
import { parseDocument } from '../../geo/steps/policy.ts';

const text =
  '意见\n一、项目\n（一）新材料。发展新材料和造纸。建设南海区东山产业园、东山产业园二期、佛山南海区纸城，推进东山湾开发。在南海区域和南海区推广。（责任单位：南海区东山产业园管委会）\n（二）分工。新材料、造纸2个产业。';
const { clauses } = parseDocument({ docId: 'd', home: true, issuer: '', file: 'd.txt', text });
const quote = (id: string, words: string, clause = '1.1') => ({ id, file: `${id}.yaml`, clause, quote: words });
const words = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('siteMentions', () => {
  it('finds each place, takes the longest of one site and lets different sites nest', () => {
    const { mentions, problems } = siteMentions(text, clauses, [
      quote('dongshan', '东山产业园'),
      quote('phase-two', '东山产业园二期'),
      quote('bay', '东山湾'),
      quote('bay', '推进东山湾开发'),
    ]);
    expect(problems).toEqual([]);
    expect(mentions.map((m) => [m.id, text.slice(m.start, m.end)])).toEqual([
      ['dongshan', '东山产业园'],
      ['phase-two', '东山产业园二期'],
      ['dongshan', '东山产业园'],
      ['bay', '推进东山湾开发'],
    ]);
  });

  it('refuses words that do not stand in the clause, or only among the units', () => {
    const { mentions, problems } = siteMentions(text, clauses, [
      quote('a', '西山'),
      quote('b', '产业园管委会'),
      quote('c', '东山湾', '1.9'),
    ]);
    expect(mentions).toEqual([]);
    expect(problems).toEqual([
      { file: 'a.yaml', record: 'a', reason: '“西山” does not stand in clause 1.1' },
      { file: 'b.yaml', record: 'b', reason: expect.stringContaining('only among the responsible units') },
      { file: 'c.yaml', record: 'c', reason: 'clause 1.9 does not exist' },
    ]);
  });

  it('refuses two sites on the same words and names that cross', () => {
    const same = siteMentions(text, clauses, [quote('a', '东山湾'), quote('b', '东山湾')]);
    expect(same.problems).toEqual([
      { file: 'a.yaml', record: 'a', reason: '“东山湾” and “东山湾” of b.yaml are the same words of clause 1.1' },
      { file: 'b.yaml', record: 'b', reason: '“东山湾” and “东山湾” of a.yaml are the same words of clause 1.1' },
    ]);
    const cross = siteMentions(text, clauses, [quote('a', '推进东山'), quote('b', '东山湾')]);
    expect(cross.problems).toEqual([
      { file: 'a.yaml', record: 'a', reason: expect.stringContaining('without nesting') },
    ]);
  });
});

describe('districtMentions', () => {
  it('counts the full name on its own, not inside a site, a longer word or a unit', () => {
    const { mentions } = siteMentions(text, clauses, [quote('paper', '佛山南海区纸城'), quote('east', '东山产业园')]);
    const found = districtMentions(text, clauses, [{ id: 'nanhai', nameZh: '南海区' }], mentions);
    expect(words(found)).toEqual(['南海区', '南海区']);
    expect(found.map((m) => text.slice(m.end, m.end + 2))).toEqual(['东山', '推广']);
  });
});

describe('clusterMentions', () => {
  const clusters = [
    { id: 'materials' as const, tier: 'emerging' as const, clause: '1.1', nameZh: '新材料', nameEn: 'New materials' },
    { id: 'home' as const, tier: 'core' as const, clause: '1.2', nameZh: '造纸', nameEn: 'Paper' },
  ];

  it('counts headings and listed passages, not the word wherever it occurs', () => {
    const { mentions } = clusterMentions(
      text,
      clauses,
      { clusters, lists: [{ clause: '1.2', quote: '新材料、造纸2个产业' }] },
      'c.yaml',
    );
    expect(mentions.map((m) => [m.id, m.clause])).toEqual([
      ['materials', '1.1'],
      ['materials', '1.2'],
      ['home', '1.2'],
    ]);
    expect(mentions[0]?.start).toBe(text.indexOf('新材料'));
  });

  it('reports a list that the text does not have', () => {
    const { problems } = clusterMentions(
      text,
      clauses,
      { clusters, lists: [{ clause: '1.2', quote: '八大产业' }] },
      'c.yaml',
    );
    expect(problems).toEqual([
      { file: 'c.yaml', record: 'list in 1.2', reason: '“八大产业” does not stand in clause 1.2' },
    ]);
  });
});
