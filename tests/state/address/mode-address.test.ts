import { describe, expect, it } from 'vitest';
import { formatAddress, isMinorChange, parseAddress } from '../../../src/state/address/address.ts';

describe('the investor’s keys', () => {
  it('come back as they were written', () => {
    const hash =
      'mode=invest&need=%E6%B0%A2%E8%83%BD%20valves&weights=fit:5,station:2&limits=station:3.5&shortlist=b,a&compare=a';
    expect(formatAddress(parseAddress(hash))).toBe(hash);
  });

  it('fall back one by one where they are broken', () => {
    expect(parseAddress('need=x&weights=fit=5&limits=:&shortlist=A B,ok,ok,../x&compare=a,b,c,d,e')).toMatchObject({
      need: 'x',
      weights: null,
      limits: null,
      shortlist: ['ok'],
      compare: ['a', 'b', 'c', 'd'],
    });
  });
});

describe('the presenter’s keys', () => {
  it('come back as they were written', () => {
    const hash = 'mode=present&tour=clusters&stop=3&t=aB_-9&kiosk=1&display=notes';
    expect(formatAddress(parseAddress(hash))).toBe(hash);
  });

  it.each(['0', '-1', '1.5', '1000', 'two', ''])('know no stop %j', (stop) => {
    expect(parseAddress(`stop=${stop}`).stop).toBeNull();
  });

  it('take no packed tour with a foreign character, and no endless one', () => {
    expect([parseAddress('t=a.b').packed, parseAddress(`t=${'a'.repeat(9000)}`).packed]).toEqual([null, null]);
  });
});

it('takes typing, a weight, the shortlist and the next stop for minor changes, a comparison for a step', () => {
  const at = (hash: string) => parseAddress(hash);
  expect(isMinorChange(at('need=a&weights=fit:1&stop=1'), at('need=ab&weights=fit:2&stop=2'))).toBe(true);
  // The list is the user's own document: going back is no way to edit it.
  expect(isMinorChange(at('shortlist=a'), at('shortlist=a,b'))).toBe(true);
  expect(isMinorChange(at(''), at('compare=a'))).toBe(false);
});
