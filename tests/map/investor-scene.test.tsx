/** The investor's ranks on the symbols, and lines to what the chosen candidate is measured to. */
import { describe, expect, it } from 'vitest';
import { measuredIn } from '../../src/map/investor-scene.ts';
import { sceneSites } from '../../src/map/scene-of-state.ts';
import { findOn, investApp } from '../fixtures/invest-app.ts';

async function found(hash: string) {
  const app = investApp(`mode=invest&lang=en&need=hydrogen valves${hash}`);
  await findOn(app);
  return { ...app, i18n: app.i18n.value };
}

describe('ranks on the map', () => {
  it('stand at the parks, the first three lit, and at no zone', async () => {
    const { state, i18n } = await found('');
    const ranked = sceneSites(state, i18n).flatMap(({ id, ranked: at }) => (at === undefined ? [] : [{ id, ...at }]));
    const parks = state.invest.ranking.value?.candidates.filter(
      ({ scope, rank, site }) => scope === 'place' && rank !== null && site.position !== null,
    );
    expect(ranked.map(({ id }) => id).sort()).toEqual(parks?.map(({ site }) => site.id).sort());
    expect(ranked.filter(({ lit }) => lit).map(({ no }) => no)).toHaveLength(3);
    expect(ranked.find(({ id }) => id === 'xianhu-hydrogen-valley')).toMatchObject({ rank: 1, no: '1', lit: true });
  });

  it('are none outside the investor’s mode, and none where nothing is asked', async () => {
    const { state, i18n } = await found('');
    state.actions.setMode('plan');
    expect(sceneSites(state, i18n).some(({ ranked }) => ranked !== undefined)).toBe(false);
    const unasked = investApp('mode=invest');
    await findOn(unasked);
    expect(sceneSites(unasked.state, unasked.i18n.value).some(({ ranked }) => ranked !== undefined)).toBe(false);
  });
});

describe('lines to what is measured', () => {
  it('go from the chosen candidate to the nearest of each criterion that counts, with the range of the distance', async () => {
    const { state, i18n } = await found('&site=xianhu-hydrogen-valley');
    const lines = measuredIn(state, i18n);
    const { position } = state.selectedSite.value ?? { position: null };
    expect(lines.every(({ from }) => from === position)).toBe(true);
    // Laboratory, college, station and motorway have a weight; airport, port and venue have none.
    expect(lines.map(({ label }) => label.replace(/[\d.]+/g, '#'))).toEqual([
      expect.stringMatching(/ # km–# km$/),
      expect.stringMatching(/ # km–# km$/),
      expect.stringMatching(/ # km–# km$/),
      expect.stringMatching(/^# (k?m)–# km$/),
    ]);
    // The same list again, so that nothing is uploaded anew.
    expect(measuredIn(state, i18n)).toBe(lines);
  });

  it('are none without a candidate, and for one without a point', async () => {
    const none = await found('');
    expect(measuredIn(none.state, none.i18n)).toEqual([]);
    const unplaced = await found('&site=green-food-park');
    expect(measuredIn(unplaced.state, unplaced.i18n)).toEqual([]);
  });
});
