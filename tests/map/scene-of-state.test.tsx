import { describe, expect, it } from 'vitest';
import { sceneOf, sceneSites } from '../../src/map/scene-of-state.ts';
import { makeApp } from '../fixtures/app.tsx';

const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

describe('the sites of a scene', () => {
  const { state, i18n } = makeApp('lang=en');
  let last: ReturnType<typeof sceneSites> = [];
  const sites = () => (last = sceneSites(state, i18n.value, last));

  it('are the same object until one of them changes, so that a hover uploads none', () => {
    const before = sites();
    const [first] = before;
    if (first === undefined) throw new Error('the register has sites');
    state.actions.hover({ id: first.id, x: 1, y: 1 });
    expect(sites()).toBe(before);
    expect(sceneOf(state, i18n.value, PADDING, false, sites())).toMatchObject({ hoveredId: first.id, sites: before });
    const clauseWithSites = state.sites.value.flatMap(({ mentions }) => mentions)[0]?.clause ?? '';
    state.actions.openClause(clauseWithSites);
    expect(sites()).not.toBe(before);
    expect(sites().some(({ dimmed }) => dimmed)).toBe(true);
  });
});
