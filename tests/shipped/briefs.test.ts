/** The briefs against the clauses that they sum up: short, and with no figure or quoted term of their own. */
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/domain/schema/policy.ts';
import { shippedBase } from './data.ts';

const { policy } = await shippedBase();
const textOf = (clause: Clause) => policy.text.slice(clause.start, clause.end);
const briefOf = (clause: Clause) => clause.brief ?? { zh: '', en: '' };

describe('the brief of every clause', () => {
  it('has two or three sentences in both languages', () => {
    for (const clause of policy.clauses) {
      const { zh, en } = briefOf(clause);
      expect([clause.id, (zh.match(/。/g) ?? []).length]).toEqual([
        clause.id,
        expect.toSatisfy((n) => n === 2 || n === 3),
      ]);
      expect([clause.id, (en.match(/\.( |$)/g) ?? []).length]).toEqual([
        clause.id,
        expect.toSatisfy((n) => n === 2 || n === 3),
      ]);
    }
  });

  it('has no figure and no quoted term in Chinese that the clause has not', () => {
    for (const clause of policy.clauses) {
      const own = briefOf(clause).zh.match(/“[^”]+”|\d+(?:[+]\d+)*/g) ?? [];
      expect([clause.id, own.filter((words) => !textOf(clause).includes(words))]).toEqual([clause.id, []]);
    }
  });

  it('has in English only figures of the clause, in English scale words', () => {
    const SAME: Record<string, RegExp> = {
      '1 trillion': /万亿/,
      '500 billion': /5000亿/,
      '300': /3000亿/,
      '300 billion': /3000亿/,
      '10 billion': /百亿/,
    };
    for (const clause of policy.clauses) {
      const figures = briefOf(clause).en.match(/\d+(?:[+]\d+)*(?: (?:trillion|billion))?/g) ?? [];
      const strange = figures.filter(
        (figure) => !(SAME[figure]?.test(textOf(clause)) ?? textOf(clause).includes(figure)),
      );
      expect([clause.id, strange]).toEqual([clause.id, []]);
    }
  });
});
