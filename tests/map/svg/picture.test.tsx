import { describe, expect, it } from 'vitest';
import { loadContext } from '../../../src/data/load-context.ts';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import type { LngLat } from '../../../src/domain/position.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { toWorld } from '../../../src/map/mercator.ts';
import { sceneOf } from '../../../src/map/scene-of-state.ts';
import type { MapPart } from '../../../src/map/screen.ts';
import { drawnSites, spreadSites } from '../../../src/map/site-features.ts';
import { spreadZoom } from '../../../src/map/spread.ts';
import { markup } from '../../../src/map/svg/node.ts';
import { createPictures, pictureNode, sitesIn } from '../../../src/map/svg/picture.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { fileSource } from '../../fixtures/data.ts';

const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };
const CITY: MapPart = {
  zoom: 9.2,
  centre: wgs84(112.885, 23.11),
  bearing: 0,
  width: 1020,
  height: 1028,
  padding: PADDING,
  still: false,
};
const data = {
  districts: await loadContext(fileSource, 'districts.geojson'),
  neighbours: await loadContext(fileSource, 'neighbours.geojson'),
  borders: await loadContext(fileSource, 'borders.geojson'),
  towns: await loadContext(fileSource, 'towns.geojson'),
  waterways: await loadContext(fileSource, 'waterways.geojson'),
};

function pictureAt(hash: string, part = CITY) {
  const { state, i18n } = makeApp(hash);
  const scene = sceneOf(state, i18n.value, part.padding, true);
  const picture = createPictures()({ scene, data, part, linkTo: (id) => `#site=${id}` });
  const page = new DOMParser().parseFromString(markup(pictureNode(picture)), 'text/html');
  return { scene, picture, page, state };
}

const layer = (page: Document, id: string) => page.querySelector(`[data-layer="${id}"]`);
const placeOf = (element: Element | null): LngLat => {
  const [, x, y] = /translate\((\S+) ([^)]+)\)/.exec(element?.getAttribute('transform') ?? '') ?? [];
  return [Number(x), Number(y)];
};

describe('the map as SVG', () => {
  const { scene, picture, page } = pictureAt('');

  it('has every site that gets a symbol once, as a link to it, in the colour of its cluster', () => {
    const drawn = drawnSites(scene.sites);
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(drawn.length);
    expect(new Set(links)).toEqual(new Set(drawn.map(({ id }) => `#site=${id}`)));
    expect(sitesIn(picture)).toEqual(new Set(drawn.map(({ id }) => id)));
    for (const { id, cluster, label } of drawn) {
      const link = page.querySelector(`a[href="#site=${id}"]`);
      const image = page.querySelector(link?.querySelector('use')?.getAttribute('href') ?? '#none');
      expect(image?.innerHTML).toContain(CLUSTER_COLOURS.light[cluster]);
      expect(link?.getAttribute('aria-label')).toBe(label);
    }
  });

  it('puts them where the live map does: spread at the step of the zoom, by Web Mercator', () => {
    const drawn = drawnSites(scene.sites);
    const places = spreadSites(drawn, spreadZoom(CITY.zoom));
    const middle = toWorld(CITY.centre, CITY.zoom);
    for (const { id, position } of drawn) {
      const world = toWorld(places.get(id)?.at ?? position, CITY.zoom);
      const [x, y] = placeOf(page.querySelector(`a[href="#site=${id}"] use`));
      expect(Math.abs(x - (CITY.width / 2 + world.x - middle.x))).toBeLessThan(0.1);
      expect(Math.abs(y - (CITY.height / 2 + world.y - middle.y))).toBeLessThan(0.1);
    }
  });

  it('names the districts, draws water and borders, and leaves out what the zoom does not show', () => {
    expect(layer(page, 'district-names')?.textContent).toBe(
      [...(layer(page, 'district-names')?.children ?? [])].map(({ textContent }) => textContent).join(''),
    );
    for (const name of ['南海区', '顺德区', '禅城区'])
      expect(layer(page, 'district-names')?.textContent).toContain(name);
    expect(layer(page, 'water-polygons')?.querySelector('path')?.getAttribute('fill')).toBe('#cadde8');
    expect(layer(page, 'borders-outer')?.querySelector('path')?.getAttribute('d')).toMatch(/^M/);
    expect(layer(page, 'town-labels')).toBeNull();
    expect(layer(pictureAt('', { ...CITY, zoom: 11 }).page, 'town-labels')?.textContent).not.toBe('');
  });

  it('writes no name over a symbol or another name', () => {
    const boxes = picture.layers.flatMap(({ id, standing }) =>
      id === 'site-labels' ? standing.flatMap(({ name }) => name ?? []) : [],
    );
    expect(boxes.length).toBeGreaterThan(3);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= a.w + b.w || Math.abs(a.y - b.y) >= a.h + b.h).toBe(true);
  });

  it('shows the language, the theme, the selection, what is pale, and only what passes the filters', () => {
    const { page: english, scene: filtered } = pictureAt(
      'lang=en&theme=dark&site=jihua-laboratory&clusters=equipment.cross',
    );
    expect(layer(english, 'district-names')?.textContent).toContain('Nanhai');
    expect(layer(english, 'background')?.innerHTML).not.toBe(layer(page, 'background')?.innerHTML);
    expect(english.querySelectorAll('a')).toHaveLength(drawnSites(filtered.sites).length);
    expect(layer(english, 'selected-label')?.textContent).toContain('Jihua');
    const { state } = pictureAt('');
    const clause = state.sites.value.flatMap(({ mentions }) => mentions)[0]?.clause ?? '';
    expect(layer(pictureAt(`clause=${clause}`).page, 'sites-dimmed')?.querySelectorAll('a').length).toBeGreaterThan(0);
  });

  it('draws what a question asks about at ground scale', () => {
    const asked = pictureAt('ask=radius:113.1,23.0:5').page;
    expect(layer(asked, 'ask-line')?.querySelector('path')?.getAttribute('stroke-width')).toBe('2');
    expect(layer(asked, 'ask-centre')?.querySelectorAll('circle')).toHaveLength(1);
  });

  it('needs no inline style', () => {
    expect(markup(pictureNode(picture))).not.toMatch(/ style=|<style|<script/);
  });
});
