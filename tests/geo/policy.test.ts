import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { buildDocument, type DocumentRecords } from '../../geo/steps/document.ts';
import { chineseNumber, parseDocument, sentencesOf } from '../../geo/steps/policy.ts';
import { responsibleUnits, unitIndex } from '../../geo/steps/responsible.ts';
import { BASE_ROOT } from '../fixtures/data.ts';

const inputs = readInputs(BASE_ROOT);
const home = inputs.documents[0] as DocumentRecords;
const named = { units: inputs.units, districts: [], clusters: home.clusters?.clusters ?? [], quotes: [] };
const { policy, problems } = buildDocument(home, named);
const at = (span: { start: number; end: number }) => policy.text.slice(span.start, span.end);

/** Written by hand from the text: id, cite, heading, sentences, and the units in the order of the bracket. */
const CLAUSES: [id: string, cite: string, heading: string, sentences: number, units: string][] = [
  ['1.1', '一（一）', '指导思想', 1, ''],
  ['1.2', '一（二）', '发展目标', 2, ''],
  ['2.1.1', '二（一）1', '装备制造', 4, ''],
  ['2.1.2', '二（一）2', '泛家居', 3, ''],
  ['2.2.1', '二（二）1', '汽车及新能源', 2, ''],
  ['2.2.2', '二（二）2', '军民融合及电子信息', 4, ''],
  ['2.3.1', '二（三）1', '智能制造装备及机器人', 3, ''],
  ['2.3.2', '二（三）2', '新材料', 2, ''],
  ['2.3.3', '二（三）3', '食品饮料', 3, ''],
  ['2.3.4', '二（三）4', '生物医药及大健康', 2, ''],
  [
    '3.1',
    '三（一）',
    '强化项目攻坚',
    7,
    '市重点项目工作局 市工业和信息化局 市自然资源局 市商务局 市政务服务数据管理局 会 各区人民政府',
  ],
  ['3.2', '三（二）', '强化创新驱动', 8, '市科技局 市发展改革局 市工业和信息化局 佛山高新区管委会 会 各区人民政府'],
  ['3.3', '三（三）', '强化智能制造', 9, '市工业和信息化局 会 各区人民政府'],
  ['3.4', '三（四）', '强化企业培育', 8, '市工业和信息化局 市市场监管局 会 各区人民政府'],
  [
    '3.5',
    '三（五）',
    '强化空间集聚',
    8,
    '市自然资源局 市发展改革局 佛山高新区管委会 佛山中德工业服务区（三龙湾）管委会 会 各区人民政府',
  ],
  ['3.6', '三（六）', '强化质量品牌', 7, '市市场监管局 会 各区人民政府'],
  ['3.7', '三（七）', '强化融合发展', 7, '市发展改革局 市教育局 市工业和信息化局 市人力资源社会保障局 会 各区人民政府'],
  ['3.8', '三（八）', '强化开放合作', 9, '市发展改革局 市工业和信息化局 市商务局 会 各区人民政府'],
  [
    '4.1',
    '四（一）',
    '加强组织领导',
    6,
    '市工业和信息化局 市发展改革局 市科技局 市重点项目工作局 市委军民融合办 会 各区人民政府',
  ],
  [
    '4.2',
    '四（二）',
    '优化营商环境',
    4,
    '市发展改革局 市工业和信息化局 市财政局 市住房城乡建设局 市政务服务数据管理局 市税务局 会 各区人民政府',
  ],
  [
    '4.3',
    '四（三）',
    '完善要素保障',
    5,
    '市财政局 市人力资源社会保障局 市自然资源局 市生态环境局 市金融工作局 市政务服务数据管理局 会 各区人民政府',
  ],
  ['4.4', '四（四）', '加大宣传引导', 3, '市委宣传部 市人力资源社会保障局 会 各区人民政府'],
];

function rolesInWords(words: string): { name: string; role: string }[] {
  const [list = '', joint = ''] = words.split(' 会 ');
  const listed = list.split(' ').filter(Boolean);
  return [
    ...listed.map((name, i) => ({ name, role: i === 0 ? 'first' : 'listed' })),
    ...joint
      .split(' ')
      .filter(Boolean)
      .map((name) => ({ name, role: 'joint' })),
  ];
}

describe('the home document', () => {
  it('builds without a problem', () => {
    expect([...inputs.problems.filter((p) => p.file.startsWith('geo/policy')), ...problems]).toEqual([]);
  });

  it('keeps the text to the character', () => {
    expect(policy.text).toBe(readFileSync(`${BASE_ROOT}/geo/policy/foshan-224/opinions.zh-Hans.txt`, 'utf8').trimEnd());
    expect(policy.text).toHaveLength(6183);
  });

  it('has 22 clauses with their cites, headings and sentences', () => {
    expect(policy.clauses.map((c) => [c.id, c.cite, c.heading, c.sentences.length])).toEqual(
      CLAUSES.map((c) => c.slice(0, 4)),
    );
  });

  it.each(CLAUSES)('%s names its responsible units as the bracket does', (id, _cite, _heading, _count, words) => {
    const clause = policy.clauses.find((c) => c.id === id);
    const names = clause?.units.map(({ unit, role }) => ({
      name: policy.units.find((u) => u.id === unit)?.nameZh,
      role,
    }));
    expect(names).toEqual(rolesInWords(words));
  });

  it('has units in 12 clauses, 20 units in all', () => {
    expect(policy.clauses.filter((c) => c.units.length > 0)).toHaveLength(12);
    expect(new Set(policy.clauses.flatMap((c) => c.units.map((u) => u.unit))).size).toBe(20);
    expect(policy.units).toHaveLength(20);
  });

  it('calls an English unit name official only with a source', () => {
    for (const unit of policy.units) expect([unit.id, unit.official]).toEqual([unit.id, unit.source !== undefined]);
  });

  it('covers the text with parts, in order, losing nothing but line ends', () => {
    expect(policy.parts.map(at).join('\n')).toBe(policy.text);
    expect(policy.parts.map((p) => p.kind).filter((k) => k !== 'clause')).toEqual([
      'title',
      'addressee',
      'preamble',
      'chapter',
      'chapter',
      'section',
      'section',
      'section',
      'chapter',
      'chapter',
      'attachment',
      'signature',
      'signature',
    ]);
  });

  it('runs a clause from its number to the end of its paragraph, without gaps between sentences', () => {
    for (const clause of policy.clauses) {
      expect(at(clause)).toMatch(/^(（[一二三四五六七八]）|\d\.)/);
      const first = clause.sentences[0]?.start ?? Number.NaN;
      expect(clause.sentences.map(at).join('')).toBe(policy.text.slice(first, clause.end));
      expect(policy.text.slice(clause.start, first).endsWith(`${clause.heading}。`)).toBe(true);
    }
    expect(at(policy.clauses.find((c) => c.id === '3.5')?.sentences.at(-1) ?? { start: 0, end: 0 })).toBe(
      '［责任单位：市自然资源局、发展改革局、佛山高新区管委会、佛山中德工业服务区（三龙湾）管委会会各区人民政府］',
    );
  });

  it('states the targets as the text does', () => {
    const targets = policy.clusters.map(({ id, tier, target }) => [id, tier, target.overCny, target.year]);
    expect(targets).toEqual([
      ['equipment', 'core', 1e12, null],
      ['home', 'core', 1e12, null],
      ['auto', 'pillar', 5e11, 2026],
      ['electronics', 'pillar', 5e11, 2026],
      ['robotics', 'emerging', 3e11, 2026],
      ['materials', 'emerging', 3e11, 2026],
      ['food', 'emerging', 3e11, 2026],
      ['health', 'emerging', 3e11, 2026],
    ]);
    for (const { target } of policy.clusters) expect(at(target)).toBe(target.quote);
  });

  it('fails by name when one character changes', () => {
    const changed = { ...home, text: home.text.replace('3000亿元', '3001亿元') };
    const found = buildDocument(changed, named).problems;
    expect(found).toContainEqual(
      expect.objectContaining({
        file: 'geo/policy/foshan-224/opinions.zh-Hans.txt',
        record: 'foshan-224',
        reason: expect.stringMatching(/checksum/),
      }),
    );
  });
});

describe('a document of this form', () => {
  const text =
    '某市意见\n各单位：\n一、总则\n（一）目标。建成。\n二、任务\n（一）方向。\n1.造船。发展“造船。”再发展。（责任单位：市海事局、船舶（东区）管委会会市港务局、渔业局）\n（十一）其他。照办。\n某市人民政府\n2024年5月6日';
  const parse = (extra = '') =>
    parseDocument({ docId: 'ports', home: false, issuer: '某市人民政府', file: 'ports.txt', text: text + extra });

  it('is told apart by its numbering, with ids under its own name', () => {
    const { clauses, parts, problems } = parse();
    expect(problems).toEqual([]);
    expect(clauses.map((c) => [c.id, c.cite, c.heading])).toEqual([
      ['ports:1.1', '一（一）', '目标'],
      ['ports:2.1.1', '二（一）1', '造船'],
      ['ports:2.11', '二（十一）', '其他'],
    ]);
    expect(parts.map((p) => p.kind)).toEqual([
      'title',
      'addressee',
      'chapter',
      'clause',
      'chapter',
      'section',
      'clause',
      'clause',
      'signature',
      'signature',
    ]);
  });

  it('reads a joint list after 会 and a bracket inside a name', () => {
    const clause = parse().clauses.find((c) => c.id === 'ports:2.1.1');
    const unit = (id: string, nameZh: string) => ({ id, nameZh, nameEn: id, official: false, aliases: [] });
    const known = unitIndex([unit('sea', '市海事局'), unit('yard', '船舶（东区）管委会'), unit('port', '市港务局')]);
    expect(
      responsibleUnits(text, clause ?? { start: 0, end: 0 }, known).map(({ unit: id, role, name }) => [id, role, name]),
    ).toEqual([
      ['sea', 'first', '市海事局'],
      ['yard', 'listed', '船舶（东区）管委会'],
      ['port', 'joint', '市港务局'],
      [null, 'joint', '渔业局'],
    ]);
  });

  it('reports a paragraph that has no place, and a number used twice', () => {
    expect(parse('\n（十一）又一。照办。\n此件公开发布').problems.map((p) => p.reason)).toEqual([
      expect.stringContaining('此件公开发布'),
      'two clauses have this number',
    ]);
  });

  it('keeps a closing quotation mark with its sentence', () => {
    const words = '发展“造船。”再发展。';
    expect(sentencesOf(words, 0, words.length).map(({ start, end }) => words.slice(start, end))).toEqual([
      '发展“造船。”',
      '再发展。',
    ]);
  });

  it('counts in Chinese', () => {
    expect(['一', '九', '十', '十二', '二十', '二十三'].map(chineseNumber)).toEqual([1, 9, 10, 12, 20, 23]);
  });
});
