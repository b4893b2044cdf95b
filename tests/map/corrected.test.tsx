import { describe, expect, it } from 'vitest';
import { sceneOf } from '../../src/map/scene-of-state.ts';
import { drawnSites, siteFeatures, spreadSites } from '../../src/map/site-features.ts';
import { makeApp } from '../fixtures/app.tsx';
import { moved } from '../fixtures/corrections.ts';

const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

function setUp() {
  const app = makeApp('site=jihua-laboratory&lang=en');
  const site = app.state.selectedSite.value;
  if (site === null) throw new Error('the laboratory is in the register');
  const scene = () => sceneOf(app.state, app.i18n.value, PADDING, false);
  return { app, site, scene, drawn: () => scene().sites.find(({ id }) => id === site.id) };
}

describe('corrections on the map', () => {
  it('mark symbol and name of the one record, at its corrected place', () => {
    const { app, site, scene, drawn } = setUp();
    app.correcting.add(moved(site));
    expect(drawn()).toMatchObject({
      position: [113.2318, 22.9965],
      precision: 'exact',
      radiusM: 30,
      label: 'Jihua Laboratory (corrected)',
    });
    const sites = drawnSites(scene().sites);
    const { features } = siteFeatures(sites, spreadSites(sites, 10), undefined, 'light');
    expect(features.filter((f) => f.properties?.['corrected'] === true).map((f) => f.properties?.['id'])).toEqual([
      site.id,
    ]);
  });

  it('while a position is chosen, show the record where it would go', () => {
    const { app, site, scene, drawn } = setUp();
    expect(scene().placing).toBeNull();
    app.state.corrections.setDraft({ record: site.id, position: [113.2, 23], radiusM: 50 });
    expect(scene().placing?.position).toEqual([113.2, 23]);
    expect(drawn()).toMatchObject({ position: [113.2, 23], radiusM: 50, corrected: false });
    app.state.corrections.stopEditing();
    expect([scene().placing, drawn()?.position]).toEqual([null, site.position]);
  });

  it('give a place to a record that had none, from the moment it is chosen', () => {
    const { app, scene } = setUp();
    const lost = app.state.base.sites.find(({ position }) => position === null);
    if (lost === undefined) throw new Error('a record without a place');
    expect(scene().sites.some(({ id }) => id === lost.id)).toBe(false);
    app.state.corrections.setDraft({ record: lost.id, position: [113.2, 23], radiusM: null });
    const sites = drawnSites(scene().sites);
    expect(sites.some(({ id }) => id === lost.id)).toBe(true);
  });
});
