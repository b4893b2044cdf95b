import { expect, it } from 'vitest';
import { spokenCite } from '../../src/analysis/tours/spoken.ts';

it.each([
  ['二（三）1', '第二部分（三）第1条', 'part 2, section 3, point 1'],
  ['一（二）', '第一部分（二）', 'part 1, section 2'],
  ['第八条', '第八条', '第八条'],
])('%s is read aloud as %s', (cite, zh, en) => {
  expect(spokenCite(cite)).toEqual({ zh, en });
});
