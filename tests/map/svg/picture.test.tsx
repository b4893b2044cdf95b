import { describe, expect, it } from 'vitest';
import { loadContext } from '../../../src/data/load-context.ts';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import type { LngLat } from '../../../src/domain/position.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { CITY_BBOX } from '../../../src/map/camera.ts';
import { toWorld } from '../../../src/map/mercator.ts';
import { sceneOf } from '../../../src/map/scene-of-state.ts';
import type { MapPart } from '../../../src/map/screen.ts';
import { screenOf } from '../../../src/map/screen.ts';
import { drawnSites, spreadSites } from '../../../src/map/site-features.ts';
import { spreadZoom } from '../../../src/map/spread.ts';
import { frameOf } from '../../../src/map/svg/frame.ts';
import { markup } from '../../../src/map/svg/node.ts';
import { ownRowNodes, PLAIN_ROWS, rowAt } from '../../../src/map/svg/own-rows.ts';
import { createPictures, pictureNode, sitesIn } from '../../../src/map/svg/picture.ts';
import { fitted, movedBy, zoomedBy } from '../../../src/map/svg/plain-camera.ts';
import { roundMetres } from '../../../src/map/svg/plain-corners.ts';
import { linesOf } from '../../../src/map/svg/words.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { fileSource } from '../../fixtures/data.ts';
import { withSets } from '../../fixtures/own-sets.tsx';
import { randomSet } from '../../fixtures/random-set.ts';

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

describe('lines of a name', () => {
  it('are of about one length, begin with no closing sign and end with no opening one', () => {
    expect(linesOf('中国（三水）国际水都饮料食品基地', 8, 0)).toEqual(['中国（三水）国际', '水都饮料食品基地']);
    expect(linesOf('Jihua Laboratory of Guangdong', 9, 0)).toEqual(['Jihua Laboratory', 'of Guangdong']);
    expect(linesOf('佛山', 8, 0)).toEqual(['佛山']);
    expect(linesOf('一汽\u200b大众\u200b新能源\u200b整车\u200b项目', 9, 0)).toEqual(['一汽大众新能源', '整车项目']);
  });
});

describe('where the plain map looks', () => {
  const size = { width: 700, height: 850 };
  const AIR = { top: 24, right: 24, bottom: 24, left: 24 };
  const home = fitted(CITY_BBOX, size, PADDING, AIR, 15);
  const part = { ...CITY, ...size, zoom: home.zoom, centre: wgs84(...home.centre) };

  it('fits a box into what panels leave, as large as it can be', () => {
    const { at } = frameOf(part);
    const [west, south, east, north] = CITY_BBOX;
    const [a, b] = [at([west, north]), at([east, south])];
    expect(Math.min(a.x - 24, a.y - 24)).toBeGreaterThan(-0.01);
    expect(Math.abs(Math.min(a.x - 24, a.y - 24))).toBeLessThan(0.01);
    expect(Math.abs(a.x + b.x - size.width) + Math.abs(a.y + b.y - size.height)).toBeLessThan(0.01);
  });

  it('keeps under the pointer what is there when it zooms, and moves by pixels', () => {
    const place = screenOf(part).back({ x: 500, y: 300 });
    const near = zoomedBy(home, 1, 500 - size.width / 2, 300 - size.height / 2);
    const { x, y } = frameOf({ ...part, zoom: near.zoom, centre: wgs84(...near.centre) }).at([...place]);
    expect([Math.round(x), Math.round(y)]).toEqual([500, 300]);
    const beside = movedBy(home, 100, 0);
    expect(frameOf({ ...part, centre: wgs84(...beside.centre) }).at([...home.centre]).x).toBeCloseTo(250, 3);
  });

  it('has a scale in round metres', () => {
    expect([870, 4999, 12000].map(roundMetres)).toEqual([500, 3000, 10000]);
  });
});

describe('own rows on the plain map', () => {
  const setsOf = async (count: number) => (await withSets('', [randomSet({ seed: 7, count })])).imports.visible.value;

  it('are drawn up to a number, and are found where they are drawn', async () => {
    const shown = { sets: await setsOf(40), chosen: null };
    const frame = frameOf(CITY);
    const dots = (sets: typeof shown.sets) =>
      ownRowNodes({ sets, chosen: null }, frame, 'light').points.flatMap(({ children }) => children);
    const inFrame = dots(shown.sets).length;
    expect(inFrame).toBeGreaterThan(0);
    expect(dots(await setsOf(PLAIN_ROWS + 500)).length).toBeLessThanOrEqual(PLAIN_ROWS);
    const { positions } = shown.sets[0]?.set ?? { positions: [] };
    const row = [...Array(40).keys()].find((at) => !Number.isNaN(positions[2 * at] ?? Number.NaN)) ?? 0;
    const point = screenOf(CITY).of(wgs84(positions[2 * row] ?? 0, positions[2 * row + 1] ?? 0));
    expect(rowAt(shown, screenOf(CITY), point, 0)?.setId).toBe(shown.sets[0]?.id);
    expect(rowAt(shown, screenOf(CITY), { x: -5000, y: -5000 }, 0)).toBeNull();
  });
});
