import { describe, expect, it } from 'vitest';
import { sortUnits, touchedByUnit, unitMatrix } from '../../src/domain/unit-matrix.ts';
import { testBase } from '../fixtures/data.ts';

const { policy, sites } = await testBase();
const matrix = unitMatrix(policy);

/** Written by hand from the text, clause by clause: named first; listed; after 会. */
const BY_HAND: Record<string, [first: string, listed: string[], joint: string[]]> = {
  '三（一）': [
    '市重点项目工作局',
    ['市工业和信息化局', '市自然资源局', '市商务局', '市政务服务数据管理局'],
    ['各区人民政府'],
  ],
  '三（二）': ['市科技局', ['市发展改革局', '市工业和信息化局', '佛山高新区管委会'], ['各区人民政府']],
  '三（三）': ['市工业和信息化局', [], ['各区人民政府']],
  '三（四）': ['市工业和信息化局', ['市市场监管局'], ['各区人民政府']],
  '三（五）': [
    '市自然资源局',
    ['市发展改革局', '佛山高新区管委会', '佛山中德工业服务区（三龙湾）管委会'],
    ['各区人民政府'],
  ],
  '三（六）': ['市市场监管局', [], ['各区人民政府']],
  '三（七）': ['市发展改革局', ['市教育局', '市工业和信息化局', '市人力资源社会保障局'], ['各区人民政府']],
  '三（八）': ['市发展改革局', ['市工业和信息化局', '市商务局'], ['各区人民政府']],
  '四（一）': [
    '市工业和信息化局',
    ['市发展改革局', '市科技局', '市重点项目工作局', '市委军民融合办'],
    ['各区人民政府'],
  ],
  '四（二）': [
    '市发展改革局',
    ['市工业和信息化局', '市财政局', '市住房城乡建设局', '市政务服务数据管理局', '市税务局'],
    ['各区人民政府'],
  ],
  '四（三）': [
    '市财政局',
    ['市人力资源社会保障局', '市自然资源局', '市生态环境局', '市金融工作局', '市政务服务数据管理局'],
    ['各区人民政府'],
  ],
  '四（四）': ['市委宣传部', ['市人力资源社会保障局'], ['各区人民政府']],
};

const named = (clauseId: string, role: string) =>
  matrix.rows
    .flatMap(({ unit, places }) => {
      const place = places.get(clauseId);
      return place?.role === role ? [{ name: unit.nameZh, order: place.order }] : [];
    })
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);

describe('unitMatrix', () => {
  it('has the twelve clauses with a bracket, in the order of the text', () => {
    expect(matrix.clauses.map((clause) => clause.cite)).toEqual(Object.keys(BY_HAND));
  });

  it.each(matrix.clauses.map((clause) => [clause.cite, clause] as const))(
    '%s names its units as the text does',
    (cite, clause) => {
      const [first, listed, joint] = BY_HAND[cite] ?? ['', [], []];
      expect(named(clause.id, 'first')).toEqual([first]);
      expect(named(clause.id, 'listed')).toEqual(listed);
      expect(named(clause.id, 'joint')).toEqual(joint);
    },
  );

  it('has every unit once, each in at least one clause', () => {
    const byHand = new Set(Object.values(BY_HAND).flatMap(([first, listed, joint]) => [first, ...listed, ...joint]));
    expect(byHand.size).toBe(20);
    expect(matrix.rows.map((row) => row.unit.nameZh).sort()).toEqual([...byHand].sort());
    expect(matrix.rows.filter((row) => row.places.size === 0)).toEqual([]);
  });
});

describe('sortUnits', () => {
  const byEnglish = (a: { nameEn: string }, b: { nameEn: string }) => a.nameEn.localeCompare(b.nameEn, 'en');
  const ids = (by: string, descending: boolean) =>
    sortUnits(matrix.rows, { by, descending }, byEnglish).map((row) => row.unit.id);

  it('sorts by number of clauses: the district governments are in all twelve', () => {
    expect(ids('count', true).slice(0, 2)).toEqual(['district-governments', 'industry-it']);
    expect(matrix.rows.find((row) => row.unit.id === 'industry-it')?.places.size).toBe(8);
  });

  it('sorts by a clause in the order of its bracket, the unnamed last both ways', () => {
    expect(ids('3.2', false).slice(0, 5)).toEqual([
      'science-technology',
      'development-reform',
      'industry-it',
      'hitech-zone',
      'district-governments',
    ]);
    expect(ids('3.2', true).slice(0, 5)).toEqual([
      'district-governments',
      'hitech-zone',
      'industry-it',
      'development-reform',
      'science-technology',
    ]);
  });

  it('sorts by name both ways and leaves the rows it was given alone', () => {
    expect(ids('name', false)[0]).toBe('commerce');
    expect(ids('name', true)).toEqual(ids('name', false).reverse());
    expect(matrix.rows[0]?.unit.id).toBe('key-projects');
  });
});

describe('touchedByUnit', () => {
  it('keeps what the text names apart from what is read into it', () => {
    const { named: inText, readings } = touchedByUnit(policy, sites, 'science-technology');
    // 三（二）names one laboratory; 四（一）names nothing.
    expect(inText).toEqual(['jihua-laboratory']);
    expect(readings.map((r) => [r.clause.id, r.reading.target.id, r.sites])).toEqual([['3.2', 'laboratory', []]]);
  });

  it('lists the sites of a cluster that a reading aims at', () => {
    const { readings } = touchedByUnit(policy, sites, 'sanlongwan');
    const robots = readings.find((r) => r.reading.target.id === 'robotics');
    expect([...(robots?.sites ?? [])].sort()).toEqual(['automation-park', 'robot-valley']);
    const towns = readings.find((r) => r.reading.target.id === 'themed-town');
    expect([...(towns?.sites ?? [])].sort()).toEqual([
      'longjiang-home-furnishing-town',
      'nanzhuang-ceramics-town',
      'shunde-nev-town',
      'zhimeng-textile-town',
    ]);
  });

  it('has no sites for a unit whose clauses name none', () => {
    expect(touchedByUnit(policy, sites, 'publicity')).toMatchObject({ named: [], readings: [] });
  });
});
