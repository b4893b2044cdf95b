import { describe, expect, it, vi } from 'vitest';
import { createCollections } from '../../src/map/collections.ts';
import { sceneOf } from '../../src/map/scene-of-state.ts';
import { createImportSession } from '../../src/state/imports/import-session.ts';
import { createImports } from '../../src/state/imports/imports.ts';
import { keptSources } from '../../src/state/imports/remote-sets.ts';
import { makeApp } from '../fixtures/app.tsx';
import { smallImport } from '../fixtures/imported.ts';
import { memorySets } from '../fixtures/memory-stores.ts';
import { randomSet } from '../fixtures/random-set.ts';

const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** The map's scene with a set of so many rows, all but the first on one point, or on `points` points by twos. */
async function shown(count: number, points = 1) {
  const app = makeApp('lang=en');
  const imports = createImports(memorySets(), vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  const set = randomSet({ seed: 1, count, unplacedShare: 0 });
  for (let row = points === 1 ? 1 : 0; row < count; row++)
    set.positions.set([113 + (row % points) * 1e-3, 23], 2 * row);
  await imports.add({ set, receipt: smallImport(set.id).receipt });
  const scene = () => sceneOf(app.state, app.i18n.value, NO_PADDING, false);
  return { app, imports, set, scene };
}

describe('counts of rows on one point', () => {
  it('are in the scene in the words of the interface, and on the map beside their point', async () => {
    const { scene } = await shown(2001);
    expect(scene().stacks?.list).toEqual([{ at: [113, 23], count: 2000, label: '2,000' }]);
    const features = createCollections()(scene(), {}, 10).collections.get('stacks')?.features ?? [];
    expect(features.map(({ geometry, properties }) => [geometry, properties?.['label'], properties?.['pill']])).toEqual(
      [[{ type: 'Point', coordinates: [113, 23] }, '2,000', 'pill/light']],
    );
  });

  it('go with the set, and where it is not drawn as points', async () => {
    const { imports, set, scene } = await shown(10);
    imports.restyle(set.id, { display: 'hexagons' });
    expect(scene().stacks).toBeUndefined();
    imports.restyle(set.id, { display: 'points' });
    expect(scene().stacks?.list).toHaveLength(1);
    imports.restyle(set.id, { visible: false });
    expect(scene().stacks).toBeUndefined();
  });

  it('stay the very same while the map moves and all of them are written; of many, those of the view', async () => {
    const few = await shown(10);
    const before = few.scene().stacks;
    few.app.state.actions.setInView({ bbox: [113, 22, 114, 24], zoom: 11 });
    expect(few.scene().stacks).toBe(before);
    const many = await shown(1000, 500);
    many.app.state.actions.setInView({ bbox: [113.0995, 22, 113.2005, 24], zoom: 17 });
    expect(many.scene().stacks?.list).toHaveLength(101);
  });
});
