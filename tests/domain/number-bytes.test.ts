import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/domain/column-values.ts';
import { numberInBytes, ODD } from '../../src/domain/number-bytes.ts';

const read = (text: string) => {
  const bytes = new TextEncoder().encode(`#${text}#`);
  return numberInBytes(bytes, 1, bytes.length - 1);
};

describe('numbers in bytes', () => {
  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['+7.25', 7.25],
    ['1,234.5', 1234.5],
    ['12,345,678', 12_345_678],
    ['999999999999999', 999_999_999_999_999],
    ['0.000000000000001', ODD],
    ['1234567890123456', ODD],
    ['1,23', ODD],
    ['1234,567', ODD],
    ['1,234,5', ODD],
    ['12.', ODD],
    ['.5', ODD],
    ['1.2.3', ODD],
    ['-', ODD],
    ['12%', ODD],
    ['暂无', ODD],
    [' 12', ODD],
    ['1e5', ODD],
  ])('%s is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('are none in an empty cell', () => {
    expect(read('')).toBeNaN();
  });

  it('are those that the text says, to the last bit, or left to it', () => {
    const text = fc.stringMatching(/^[+-]?\d{1,3}(,\d{3}){0,3}(\.\d{1,6})?$|^-?\d{1,12}(\.\d{1,8})?$|^[\d.,+-]{0,9}$/);
    fc.assert(
      fc.property(text, (written) => {
        const value = read(written);
        if (value !== ODD && written !== '') expect(value).toBe(parseNumber(written));
      }),
    );
  });
});
