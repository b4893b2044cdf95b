import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { outlineM2, outlineShare } from '../../../src/analysis/outline-share.ts';
import { areaFeature } from '../../../src/analysis/shape-share.ts';
import { loadOutlines } from '../../../src/data/load-later.ts';
import { makeApp, PlanDetail, renderIn, words } from '../../fixtures/app.tsx';
import { fileSource } from '../../fixtures/data.ts';

const PARK = 'automation-park';

describe('the outline of a site', () => {
  it('is told with its area, its day, its source and that counting goes by the point', async () => {
    const app = makeApp(`site=${PARK}&lang=en`);
    const { container } = renderIn(app, <PlanDetail />);
    await screen.findByText('Area of the outline');
    await waitFor(() => expect(words(container)).toContain('0.341 km² (on the ellipsoid)'));
    expect(words(container)).toContain('June 2024');
    expect(words(container)).toContain('Made-up outlines');
    expect(words(container)).toContain('A made-up outline.');
    expect(words(container)).toContain('counted by its point');
    // The stated 0.3 km² is near enough.
    expect(words(container)).not.toContain('may not mean the same ground');
  });

  it('has a share inside a question that is measured on the ellipsoid', async () => {
    const outline = (await loadOutlines(fileSource)).get(PARK);
    if (outline === undefined) throw new Error('the tests have one outline');
    // 0.006° × 0.004° and 0.003° × 0.002°: of eight parts of equal longitude and latitude, those west of 113.109.
    const west = [
      [113.1, 22.94],
      [113.109, 22.94],
      [113.109, 22.95],
      [113.1, 22.95],
      [113.1, 22.94],
    ];
    const { m2, share } = outlineShare(outline, areaFeature({ type: 'Polygon', coordinates: [west] }));
    expect(m2).toBeCloseTo(outlineM2(outline), 3);
    expect(share).toBeCloseTo(0.6, 4);
    const away = west.map(([lng = 0, lat = 0]) => [lng - 1, lat]);
    expect(outlineShare(outline, areaFeature({ type: 'Polygon', coordinates: [away] })).share).toBe(0);
  });
});

describe('a question', () => {
  it('says which share of an outline it holds', async () => {
    const app = makeApp('view=ask&ask=polygon:113.1,22.94,113.109,22.94,113.109,22.95,113.1,22.95&lang=en');
    renderIn(app, <PlanDetail />);
    const list = (await screen.findByRole('heading', { name: 'Share of outlines inside' })).closest('section');
    expect(words(list)).toContain('Luban Tiangong Intelligent Manufacturing Park 60% of 34.07 ha');
  });
});
