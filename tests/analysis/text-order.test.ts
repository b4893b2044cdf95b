import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteRanks } from '../../src/analysis/text-order.ts';
import { packText } from '../../src/domain/point-set.ts';
import { seeded } from '../fixtures/random-set.ts';

const encoder = new TextEncoder();
const byBytes = (a: string, b: string) => Buffer.compare(encoder.encode(a), encoder.encode(b));

function expectOrder(texts: readonly string[]): void {
  const ranks = byteRanks(packText('t', texts), texts.length);
  const order = [...texts.keys()]
    .filter((row) => !Number.isNaN(ranks[row]))
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  const expected = texts.filter((_, row) => !Number.isNaN(ranks[row])).sort(byBytes);
  expect(order.map((row) => texts[row])).toEqual(expected);
  texts.forEach((text, row) => {
    const same = texts.indexOf(text);
    expect(ranks[row]).toBe(ranks[same]);
  });
}

describe('text in the order of its bytes', () => {
  it('has the same order as its bytes compared one by one', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 60 }), expectOrder));
  });

  it('has it for many that begin alike, with ends of all lengths', () => {
    const random = seeded(9);
    const texts = Array.from(
      { length: 9000 },
      () => `佛山市第${Math.floor(random() * 3000)}号${'厂'.repeat(Math.floor(random() * 3))}`,
    );
    const ranks = byteRanks(packText('t', texts), texts.length);
    const order = [...texts.keys()].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
    expect(order.map((row) => texts[row])).toEqual([...texts].sort(byBytes));
  });

  it('has no place for blanks', () => {
    expect([...byteRanks(packText('t', ['乙', '', '暂无', '甲']), 4)]).toEqual([0, Number.NaN, Number.NaN, 1]);
  });
});
