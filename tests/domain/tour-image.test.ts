import { describe, expect, it } from 'vitest';
import { imageForms, isDrawing } from '../../src/domain/tour-image.ts';

describe('the forms in which an image is tried', () => {
  it('keep its size where that is small, and drawings without loss first', () => {
    const [first, second] = [...imageForms(800, 600, true)];
    expect(first).toEqual({ width: 800, height: 600, type: 'image/png', quality: 1 });
    expect(second).toEqual({ width: 800, height: 600, type: 'image/jpeg', quality: 0.9 });
  });

  it('begin at 1600 pixels on the longer side and become smaller in shape', () => {
    const forms = [...imageForms(4000, 3000, false)];
    expect(forms[0]).toEqual({ width: 1600, height: 1200, type: 'image/jpeg', quality: 0.9 });
    // Three qualities a size; the second is seven tenths of the first.
    expect(forms[3]).toEqual({ width: 1120, height: 840, type: 'image/jpeg', quality: 0.9 });
    expect(forms).toHaveLength(15);
    expect(forms.at(-1)).toMatchObject({ width: 384, height: 288, quality: 0.7 });
  });

  it('never lose a side', () => {
    expect([...imageForms(100_000, 3, false)].every(({ height }) => height >= 1)).toBe(true);
  });
});

it('photographs are no drawings', () => {
  expect(['image/png', 'image/svg+xml', 'image/jpeg', 'image/heic'].map(isDrawing)).toEqual([true, true, false, false]);
});
