/** Blocks onto pages. */
import { describe, expect, it } from 'vitest';
import { paginate } from '../../../src/panels/invest/dossier/paginate.ts';

const text = (height: number) => ({ height, leads: false });
const head = (height: number) => ({ height, leads: true });

describe('pages', () => {
  it('take blocks in order as long as they fit', () => {
    expect(paginate([text(50), text(40), text(10), text(1)], 100, 100)).toEqual([[0, 1, 2], [3]]);
  });

  it('have less room after the first', () => {
    expect(paginate([text(100), text(80), text(20)], 100, 90)).toEqual([[0], [1], [2]]);
  });

  it('never end with a heading', () => {
    expect(paginate([text(80), head(10), text(20)], 100, 100)).toEqual([[0], [1, 2]]);
    expect(paginate([text(60), head(10), head(10), text(30)], 100, 100)).toEqual([[0], [1, 2, 3]]);
  });

  it('give a block that is taller than a page one of its own, and lose none', () => {
    expect(paginate([text(10), text(300), text(10)], 100, 100)).toEqual([[0], [1], [2]]);
  });

  it('are none for nothing, and keep a last heading', () => {
    expect(paginate([], 100, 100)).toEqual([]);
    expect(paginate([text(10), head(10)], 100, 100)).toEqual([[0, 1]]);
  });
});
