import { describe, expect, it } from 'vitest';
import { BESIDE, stageSizeBeside } from '../../../src/state/present/stage-size.ts';

const lies = (x: number, y: number, boxes: readonly { x: number; y: number; w: number; h: number }[]) =>
  boxes.some((box) => x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h);

describe('a stage with a panel beside it', () => {
  it('has no name of the map under the panel, on the right or at the bottom', () => {
    const wide = stageSizeBeside(1440, 900).frame?.keepOuts ?? [];
    expect(lies(1440 - BESIDE.width + 1, 450, wide)).toBe(true);
    expect(lies(1440 - BESIDE.width - 1, 300, wide)).toBe(false);
    const narrow = stageSizeBeside(390, 844).frame?.keepOuts ?? [];
    expect(lies(195, 844 - BESIDE.share * 844 + 1, narrow)).toBe(true);
    expect(lies(195, 100, narrow)).toBe(false);
  });
});
