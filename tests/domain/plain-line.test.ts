import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from '../../src/domain/plain-line.ts';
import { TURNING } from '../fixtures/hostile/words.ts';

test('marks of direction go, line ends become a blank, all else stays', () => {
  expect(plainLine('发票\u202Efdp.exe')).toBe('发票fdp.exe');
  expect(plainLine('\u2067甲\u2069乙\u200F\u061C')).toBe('甲乙');
  expect(plainLine('一\r\n二\t三\u0007')).toBe('一 二 三 ');
  expect(plainLine('שלום <b> 😀 é')).toBe('שלום <b> 😀 é');
});

test('whatever the text, what is left is one line without such marks, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = plainLine(text);
      expect(line).not.toMatch(TURNING);
      expect(line).not.toMatch(/\p{Cc}/u);
      expect(plainLine(line)).toBe(line);
    }),
  );
});
