import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textRanks } from '../../src/analysis/text-order.ts';
import { packText } from '../../src/domain/point-set.ts';
import { seeded } from '../fixtures/random-set.ts';

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const inLanguage = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);

const ordered = (texts: readonly string[]) => {
  const ranks = textRanks(packText('t', texts), texts.length);
  return [...texts.keys()]
    .filter((row) => !Number.isNaN(ranks[row]))
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0))
    .map((row) => texts[row] ?? '');
};

describe('text in the order of the language', () => {
  it('has the order of its rules compared one by one', () => {
    const unit = fc.constantFrom(...'佛山市禅城南海顺德甲乙丙厂阿（）()-·, abcxyzABC0012389ü');
    fc.assert(
      fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 9 }), { maxLength: 60 }), (texts) => {
        const found = ordered(texts);
        expect(found).toEqual([...found].sort(inLanguage));
      }),
      { numRuns: 300 },
    );
  });

  it('has it for many that begin alike, with ends of all lengths', () => {
    const random = seeded(9);
    const parts = ['禅城', '南海', '顺德', '高明', '三水', 'A', 'b'];
    const texts = Array.from(
      { length: 9000 },
      () =>
        `佛山市${parts[Math.floor(random() * 7)]}第${Math.floor(random() * 3000)}号${'厂'.repeat(Math.floor(random() * 3))}`,
    );
    expect(ordered(texts)).toEqual([...texts].sort(inLanguage));
  });

  it('reads figures as numbers, however many and with whatever zeros in front', () => {
    expect(ordered(['厂10', '厂2', '厂', '厂002', '厂1', `厂${'9'.repeat(18)}`, '厂0'])).toEqual([
      '厂',
      '厂0',
      '厂1',
      '厂002',
      '厂2',
      '厂10',
      `厂${'9'.repeat(18)}`,
    ]);
  });

  it('gives the same text the same place, and blanks none', () => {
    expect([...textRanks(packText('t', ['乙', '', '暂无', '甲', '乙']), 5)]).toEqual([1, Number.NaN, Number.NaN, 0, 1]);
  });
});
