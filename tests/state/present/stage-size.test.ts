import { describe, expect, it } from 'vitest';
import { BESIDE, stageSizeBeside } from '../../../src/state/present/stage-size.ts';

const lies = (x: number, y: number, boxes: readonly { x: number; y: number; w: number; h: number }[]) =>
  boxes.some((box) => x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h);

describe('a stage with a panel beside it', () => {
  it('leaves a strip under it to the buttons: nothing that is shown lies there', () => {
    const { frame, padding } = stageSizeBeside(1440, 900);
    expect(padding.bottom).toBeGreaterThan(60);
    const shown = frame === null ? [] : [frame.column, frame.inner, frame.room, ...frame.keepOuts.slice(0, 4)];
    expect(shown.map(({ y, h }) => y + h <= 840)).not.toContain(false);
    expect(lies(500, 850, frame?.keepOuts ?? [])).toBe(true);
  });

  it('has no name of the map under the panel, on the right or at the bottom', () => {
    const wide = stageSizeBeside(1440, 900).frame?.keepOuts ?? [];
    expect(lies(1440 - BESIDE.width + 1, 450, wide)).toBe(true);
    expect(lies(1440 - BESIDE.width - 1, 300, wide)).toBe(false);
    const narrow = stageSizeBeside(390, 844).frame?.keepOuts ?? [];
    expect(lies(195, 844 - BESIDE.share * 844 + 1, narrow)).toBe(true);
    expect(lies(195, 100, narrow)).toBe(false);
  });
});
