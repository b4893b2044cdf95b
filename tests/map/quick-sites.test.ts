import { describe, expect, it } from 'vitest';
import { wgs84 } from '../../src/domain/position.ts';
import { LEVELS } from '../../src/map/layers/levels.ts';
import { quickChange } from '../../src/map/quick-sites.ts';
import type { SceneSite } from '../../src/map/scene.ts';

const site = (id: string, more: Partial<SceneSite> = {}): SceneSite => ({
  id,
  position: wgs84(113, 23),
  cluster: 'home',
  group: 'project',
  extent: 'area',
  precision: 'exact',
  radiusM: null,
  label: id,
  dimmed: false,
  ...more,
});
const held = [site('a'), site('b'), site('c', { dimmed: true })];

describe('what of a change shows without new tiles', () => {
  it('is that sites leave, pale and come back to full strength', () => {
    const { levels, owes } = quickChange(held, [site('b', { dimmed: true }), site('c')]);
    expect([...levels]).toEqual([
      ['a', LEVELS.gone],
      ['b', LEVELS.dimmed],
      ['c', LEVELS.full],
    ]);
    expect(owes).toBe(false);
  });

  it('is not that a site comes in, moves or takes another name', () => {
    expect(quickChange(held, [...held, site('d')])).toEqual({ levels: new Map(), owes: true });
    expect(quickChange(held, [site('a', { label: 'A' })]).owes).toBe(true);
    expect(quickChange(held, [site('a', { position: wgs84(113.1, 23) })]).owes).toBe(true);
  });

  it('says again what was said before, so that a change back shows as well', () => {
    expect([...quickChange(held, held, ['b', 'c', 'gone']).levels]).toEqual([
      ['b', LEVELS.full],
      ['c', LEVELS.dimmed],
      ['gone', LEVELS.gone],
    ]);
  });
});
