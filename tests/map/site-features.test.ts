import { describe, expect, it } from 'vitest';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { symbolFor } from '../../src/domain/site.ts';
import { EXTENTS, PRECISIONS } from '../../src/domain/vocabulary.ts';
import { circlePolygon } from '../../src/map/layers/circle.ts';
import { iconOf } from '../../src/map/layers/icon-id.ts';
import type { SceneSite } from '../../src/map/scene.ts';
import {
  drawnSites,
  leaderFeatures,
  radiusFeatures,
  siteFeatures,
  spreadSites,
  symbolOf,
} from '../../src/map/site-features.ts';
import { makeSite } from '../fixtures/site.ts';

function site(id: string, over: Partial<SceneSite> = {}): SceneSite {
  return {
    id,
    position: wgs84(113.1, 23),
    cluster: 'auto',
    group: 'project',
    extent: 'point',
    precision: 'exact',
    radiusM: 500,
    label: `名 ${id}`,
    dimmed: false,
    ...over,
  };
}
const far = (lng: number) => ({ position: wgs84(lng, 23) });

describe('which sites get a symbol', () => {
  const venue = site('venue');
  const expo = site('expo', { extent: 'event', heldAt: 'venue' });

  it('leaves an event to its drawn venue, which then stands for it', () => {
    const drawn = drawnSites([venue, expo]);
    expect(drawn.map(({ id }) => id)).toEqual(['venue']);
    expect(symbolOf([venue, expo], drawn, 'expo')?.id).toBe('venue');
  });

  it('draws an event whose venue is filtered out', () => {
    expect(drawnSites([expo])).toEqual([expo]);
  });

  it('draws nothing of which only the city is known', () => {
    expect(drawnSites([site('a', { precision: 'city' }), site('b', { precision: 'unknown' })])).toEqual([]);
  });
});

describe('site features', () => {
  const sites = [
    site('pin', far(113.0)),
    site('park', { ...far(113.1), extent: 'area', group: 'area' }),
    site('somewhere', { ...far(113.2), precision: 'district' }),
    site('pale', { ...far(113.3), dimmed: true }),
  ];
  const features = (selected?: SceneSite) => siteFeatures(sites, spreadSites(sites, 12), selected, 'light').features;
  const iconFor = (id: string, selected?: SceneSite) => {
    const feature = features(selected).find(({ properties }) => properties?.['id'] === id);
    return iconOf(String(feature?.properties?.['icon'])).icon;
  };

  it('draws a point as a filled badge, an area as a ring, and what is coarse hollow', () => {
    expect(iconFor('pin')).toMatchObject({ form: 'badge', coarse: false, group: 'project', cluster: 'auto' });
    expect(iconFor('park')).toMatchObject({ form: 'ring', coarse: false });
    expect(iconFor('somewhere')).toMatchObject({ form: 'badge', coarse: true });
  });

  it.each(EXTENTS.flatMap((extent) => PRECISIONS.map((precision) => [extent, precision] as const)))(
    'draws what is %s and known to the %s as lists do',
    (extent, precision) => {
      const drawn = drawnSites([site('a', { extent, precision, group: 'platform', cluster: 'food' })]);
      const [feature] = siteFeatures(drawn, spreadSites(drawn, 12), undefined, 'light').features;
      const listed = symbolFor(makeSite('a', { extent, precision, kind: 'venue', industryCluster: 'food' }));
      // What has no symbol on the map is in lists alone, as hollow as what is placed coarsely.
      if (feature === undefined) expect(listed.coarse).toBe(true);
      else expect(iconOf(String(feature.properties?.['icon'])).icon).toMatchObject(listed);
    },
  );

  it('names the selection first, then by distance to it, and what is pale last', () => {
    const selected = sites[2];
    const rank = new Map(
      features(selected).map(({ properties }) => [properties?.['id'], Number(properties?.['rank'])]),
    );
    const byRank = [...rank].sort(([, a], [, b]) => a - b).map(([id]) => id);
    expect(byRank).toEqual(['somewhere', 'park', 'pin', 'pale']);
    expect(iconFor('somewhere', selected)?.selected).toBe(true);
  });

  it('carries the label that the caller resolved', () => {
    expect(features()[0]?.properties?.['label']).toBe('名 pin');
    expect(features()[0]?.properties?.['name']).toBe('名 \u200bpin');
  });
});

describe('leaders', () => {
  it('lead from moved symbols to their common point, and from no others', () => {
    const sites = [site('a'), site('b'), site('alone', far(113.4))];
    const { features } = leaderFeatures(sites, spreadSites(sites, 10), undefined);
    const lines = features.filter(({ geometry }) => geometry.type === 'LineString');
    expect(lines.map(({ properties }) => properties?.['id'])).toEqual(['a', 'b']);
    for (const { geometry } of lines)
      expect(geometry.type === 'LineString' && geometry.coordinates[0]).toEqual([113.1, 23]);
  });
});

describe('radii', () => {
  const sites = [site('a'), site('b', { radiusM: null }), site('c', { radiusM: 3000 })];

  it('are the selection’s, or all that are known', () => {
    expect(radiusFeatures(sites, undefined, false).features).toEqual([]);
    expect(radiusFeatures(sites, sites[2], false).features.map(({ properties }) => properties?.['id'])).toEqual(['c']);
    expect(radiusFeatures(sites, sites[2], true).features.map(({ properties }) => properties?.['id'])).toEqual([
      'a',
      'c',
    ]);
  });

  it.each([100, 3000, 20_000])('are geodesic circles: every vertex within a metre of %i m', (radiusM) => {
    const centre = wgs84(113.1, 23);
    const [ring = []] = circlePolygon(centre, radiusM).coordinates;
    expect(ring).toHaveLength(65);
    expect(ring[0]).toEqual(ring[64]);
    const off = ring.map(([lng = 0, lat = 0]) => Math.abs(distanceM(centre, wgs84(lng, lat)) - radiusM));
    expect(Math.max(...off)).toBeLessThan(1);
  });
});
