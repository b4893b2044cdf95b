import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Config } from '../../../src/domain/schema/config.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import Stage from '../../../src/panels/present/stage.tsx';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { tourOf } from '../../fixtures/tour.ts';

const press = (key: string) => act(() => void fireEvent.keyDown(document, { key }));
const later = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const title = () => words(document.querySelector('.stage-title'));

/** A map whose flights end when the test says so. */
function withFlights(app: TestApp) {
  const flights: ((arrived: boolean) => void)[] = [];
  app.port.moveTo = vi.fn((_, durationMs: number) =>
    durationMs === 0 ? Promise.resolve(true) : new Promise<boolean>((done) => flights.push(done)),
  );
  app.port.finishMove = vi.fn(() => flights.shift()?.(true));
  return flights;
}

const listing = (...tours: string[]) => parseAs(Config, { tours }, 'config.json');

const staged = async (hash: string, options: Parameters<typeof makeApp>[1] = {}) => {
  const app = makeApp(`mode=present&${hash}`, options);
  const flights = withFlights(app);
  renderIn(app, <Stage />);
  await act(() => Promise.resolve());
  return { app, flights, ...presentationOf(app) };
};

beforeEach(() => {
  window.name = '';
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the choice of tours', () => {
  it('offers every built-in tour, and starts the one chosen at its first stop', async () => {
    const { app } = await staged('');
    expect(screen.getAllByRole('button', { name: /站/ })).toHaveLength(16);
    await act(() => screen.getByRole('button', { name: /汽车及新能源/ }).click());
    expect(app.state.address.value).toMatchObject({ tour: 'cluster-auto', stop: 1 });
    expect(title()).toBe('汽车及新能源');
  });

  it('says so when the address names a tour that is not there', async () => {
    await staged('tour=gone');
    expect(words(screen.getByRole('alert'))).toBe('没有这场演示：gone');
  });

  it('offers the tours that the deployer lists, waits for them, and says what is wrong with one', async () => {
    const { app, ...presentation } = await staged('tour=investors', { base: { config: listing('investors', 'gone') } });
    expect(screen.queryByRole('alert')).toBeNull();
    const tour = { ...tourOf('a', 'b'), id: 'investors', title: { zh: '招商', en: 'Investors' } };
    const refused = [{ file: 'tours/gone.json', faults: [{ kind: 'no-file' }] }] as const;
    await act(() => presentation.takeListed({ tours: [tour], refused }));
    expect(title()).toBe('第 a 站');
    await press('c');
    expect(screen.getByRole('button', { name: /招商/ })).toBeTruthy();
    expect(words(await screen.findByRole('alert'))).toContain('“tours/gone.json”没有打开');
    expect(words(screen.getByRole('alert'))).toContain('网页旁边没有这个文件');
    expect(app.state.address.value.tour).toBeNull();
  });

  it('goes back to the map', async () => {
    const { app } = await staged('');
    await press('Escape');
    expect(app.state.mode.value).toBe('plan');
  });
});

describe('the stage', () => {
  it('shows title, words, one figure and its source', async () => {
    await staged('tour=overview&stop=2');
    expect(title()).toBe('装备制造');
    expect(words(document.querySelector('.stage-words'))).toContain('核心集群');
    expect(words(document.querySelector('.stage-figure'))).toBe('超过1万亿元目标产值，文件未写年份');
    expect(words(document.querySelector('.stage-source'))).toContain('一（二）');
    expect(words(document.querySelector('.stage-mark'))).toBe('内部参考');
  });

  it('shows an unknown figure as unknown', async () => {
    const { app, authoring } = await staged('');
    const [stop] = tourOf('a').stops;
    const figure = { from: 'statistic', scope: 'cluster', id: 'food', key: 'never-published' } as const;
    await act(() => {
      authoring.open({ ...tourOf('a'), stops: stop === undefined ? [] : [{ ...stop, figure }] });
      app.state.present.play('own-1');
    });
    expect(words(document.querySelector('.stage-figure'))).toBe('未公布没有查到已公布的数字');
  });

  it('shows the words of a clause, what they name underlined, and in English what they say in short', async () => {
    const { app } = await staged('tour=policy&stop=6');
    const quote = () => document.querySelector('.stage-quote');
    const { clauses, text } = app.state.base.policy;
    const clause = clauses.find(({ id }) => id === '2.2.1');
    expect(words(quote()).replaceAll(' ', '')).toBe(text.slice(clause?.start, clause?.end).replaceAll(/\s/g, ''));
    expect(quote()?.getAttribute('lang')).toBe('zh-Hans');
    expect([...document.querySelectorAll('.stage-quote mark')].map(words).join('')).toContain('新能源');
    await act(() => app.state.actions.setLang('en'));
    expect(words(quote())).toMatch(/^In short \(unofficial\): /);
    expect(quote()?.getAttribute('lang')).toBeFalsy();
  });

  it('shows what is not known of the clusters, or has no place, as rows of one table', async () => {
    await staged('tour=overview&stop=11');
    const rows = [...document.querySelectorAll('.stage-chart li')].map(words);
    expect(rows).toHaveLength(9);
    expect(rows.find((row) => row.startsWith('装备制造'))).toContain('没有点名');
    expect(rows.find((row) => row.startsWith('食品饮料'))).toContain('未公布');
  });

  it('speaks English', async () => {
    await staged('tour=overview&stop=4&lang=en');
    expect(title()).toBe('Vehicles and new energy');
    expect(words(document.querySelector('.stage-figure'))).toBe('over 500 billion yuantarget output, by 2026');
  });

  it('goes through the overview by PageDown alone, each stop with a title of its own', async () => {
    const { builtIn } = await staged('tour=overview');
    const seen = [title()];
    for (const _ of builtIn.value.overview.stops.slice(1)) {
      await press('PageDown');
      seen.push(title());
    }
    expect(seen).toEqual(builtIn.value.overview.stops.map((stop) => stop.title.zh));
  });

  it('loses no press: one while the map flies ends that flight and begins the next', async () => {
    const { app, flights, playback } = await staged('tour=overview');
    await press('PageDown');
    expect([playback.state.value.index, playback.flying.value, flights.length]).toEqual([1, true, 1]);
    for (const stop of [2, 3, 4]) {
      await press('PageDown');
      // The end of the flight before says nothing of this one.
      expect([playback.state.value.index, playback.flying.value, flights.length]).toEqual([stop, true, 1]);
      expect(document.documentElement.dataset['stop']).toBeUndefined();
    }
    await act(() => app.port.finishMove());
    expect(playback.flying.value).toBe(false);
    expect(document.documentElement.dataset['stop']).toBe('5');
  });

  it('goes to a number with Enter, to the ends, and by a click', async () => {
    const { playback } = await staged('tour=policy');
    for (const key of ['1', '2', 'Enter']) await press(key);
    expect(playback.state.value.index).toBe(11);
    await press('End');
    expect(playback.state.value.index).toBe(22);
    await press('Home');
    expect(playback.state.value.index).toBe(0);
    await act(() => void fireEvent.click(screen.getByRole('region', { name: '演示' })));
    expect(playback.state.value.index).toBe(1);
  });

  it('blackens and whitens the screen, and says so', async () => {
    await staged('tour=overview');
    await press('b');
    expect(words(screen.getByRole('status'))).toBe('黑屏中');
    await press('w');
    expect(words(screen.getByRole('status'))).toBe('白屏中');
    await press('Escape');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('lists the keys, and closes the list by Escape before anything else', async () => {
    const { app } = await staged('tour=overview');
    await press('?');
    expect(words(screen.getByRole('dialog'))).toContain('PageDown');
    await press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(app.state.mode.value).toBe('present');
    await press('Escape');
    expect(app.state.address.value).toMatchObject({ mode: 'present', tour: null });
    expect(screen.getByRole('heading', { name: '选择一场演示' })).toBeTruthy();
    await press('Escape');
    expect(app.state.mode.value).toBe('plan');
  });

  it('says at the end that it is over, and goes back to the last stop', async () => {
    const { playback } = await staged('tour=overview&stop=12');
    await press('PageDown');
    expect(words(document.querySelector('.stage-end'))).toContain('演示结束“2+2+4”总览');
    await press('PageDown');
    expect(playback.state.value).toMatchObject({ index: 11, screen: 'end' });
    await press('PageUp');
    expect(document.querySelector('.stage-end')).toBeNull();
    expect(playback.state.value).toMatchObject({ index: 11, screen: 'map' });
  });

  it('names all eight clusters at the opening, in the chart and in the legend', async () => {
    const { app } = await staged('tour=overview');
    const legend = words(document.querySelector('.stage-legend'));
    const chart = words(document.querySelector('.stage-chart'));
    for (const { nameZh } of app.state.clusters) {
      expect(legend).toContain(nameZh);
      expect(chart).toContain(nameZh);
    }
    expect(app.state.clusters).toHaveLength(8);
    expect(legend).toContain('（图上没有）');
  });

  it('shows a figure among its likes, from certain to possible, and what is not published as a dash', async () => {
    const { app } = await staged('tour=overview&stop=4');
    const rows = () => [...document.querySelectorAll('.stage-chart li')].map(words);
    expect(rows()).toHaveLength(8);
    expect(words(document.querySelector('.stage-chart .is-lit'))).toContain('汽车及新能源5,000 / –');
    await act(() => app.state.present.goTo(10));
    expect(rows().some((row) => /\d–\d/.test(row))).toBe(true);
  });

  it('shows the code of the stop by a key, follows the tour, and goes before anything else', async () => {
    const { app } = await staged('tour=overview');
    await press('q');
    expect(await screen.findByText('没有二维码：现在的网址只有这台电脑打得开')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '这一站的网址二维码' })).toBeNull();
    await press('q');
    vi.stubGlobal('location', new URL('https://map.example/'));
    await press('q');
    expect(await screen.findByRole('img', { name: '这一站的网址二维码' })).toBeTruthy();
    const card = () => words(document.querySelector('.stage-code'));
    expect(card()).toContain('第1站');
    expect(card()).toContain('#mode=present&tour=overview&stop=1');
    await press('End');
    expect(card()).toContain('stop=12');
    await press('Escape');
    expect(document.querySelector('.stage-code')).toBeNull();
    expect(app.state.mode.value).toBe('present');
  });

  it('says that the code of a tour of this device leads to the view', async () => {
    const { app, authoring } = await staged('', {});
    await act(() => {
      authoring.open(tourOf('a', 'b', 'c', 'd', 'e'));
      app.state.present.play('own-1');
    });
    vi.stubGlobal('location', new URL('https://map.example/'));
    await press('q');
    await screen.findByRole('img', { name: '这一站的网址二维码' });
    expect(words(document.querySelector('.stage-code'))).toContain('扫码看这一站');
  });

  it('has the slider of years, by key: the year goes before that of the stop until it is closed', async () => {
    const { app, playback, years } = await staged('tour=since&lang=en');
    const shown = () => app.state.present.stopShow.value?.year;
    const of = (index: number) => playback.tour.value?.stops[index]?.show.year;
    await press('PageDown');
    await press('PageDown');
    const [index, year] = [playback.state.value.index, shown() ?? 0];
    expect(year).toBe(of(index));
    await press(']');
    expect([years.value, shown(), app.state.address.value.year]).toEqual([true, year + 1, year + 1]);
    const slider = await screen.findByRole<HTMLInputElement>('slider', { name: 'Year' });
    expect(slider.value).toBe(String(year + 1));
    // The arrows belong to a slider that has the focus.
    await act(() => void fireEvent.keyDown(slider, { key: 'ArrowRight' }));
    expect(playback.state.value.index).toBe(index);
    await act(() => void fireEvent.input(slider, { target: { value: '2018' } }));
    expect(shown()).toBe(2018);
    await press('[');
    expect(shown()).toBe(2018);
    // The next stop of a year of its own takes the slider along.
    await press('PageDown');
    await press('PageDown');
    expect([shown(), slider.value]).toEqual([of(playback.state.value.index), String(of(playback.state.value.index))]);
    await press('Escape');
    expect([years.value, app.state.address.value.year]).toEqual([false, null]);
    expect(shown()).toBe(of(playback.state.value.index));
    expect(app.state.mode.value).toBe('present');
  });

  it('shows the year of the address where the stop has none, with its slider', async () => {
    const { app } = await staged('tour=overview&year=2020&lang=en');
    const slider = await screen.findByRole<HTMLInputElement>('slider', { name: 'Year' });
    expect(slider.value).toBe('2020');
    await press('y');
    expect(screen.queryByRole('slider', { name: 'Year' })).toBeNull();
    expect(app.state.address.value.year).toBeNull();
    await press('y');
    expect((await screen.findByRole<HTMLInputElement>('slider', { name: 'Year' })).value).toBe('2026');
  });

  it('has no tooltip and no scroll bar of its own', async () => {
    await staged('tour=overview');
    expect(document.querySelectorAll('[title]')).toHaveLength(0);
  });

  it('puts a stop on the map without touching what the user had chosen', async () => {
    const { app } = await staged('tour=overview&stop=10&clusters=food&radii=1');
    expect(new Set(app.state.visibleSites.value.map((site) => site.industryCluster))).toEqual(new Set(['cross']));
    expect(app.state.mapContent.value.radii).toBe(false);
    expect(app.state.address.value.clusters).toEqual(['food']);
    await press('Escape');
    await press('Escape');
    expect(new Set(app.state.visibleSites.value.map((site) => site.industryCluster))).toEqual(new Set(['food']));
    expect(app.state.address.value).toMatchObject({ mode: 'plan', radii: true, tour: null, stop: null });
  });

  it('cuts to the first stop and flies to the others', async () => {
    const { app } = await staged('tour=overview');
    await press('PageDown');
    expect(vi.mocked(app.port.moveTo).mock.calls.map(([, ms]) => ms > 0)).toEqual([false, true]);
  });
});

describe('autoplay', () => {
  it('stays a stop’s seconds from the arrival on, and pauses', async () => {
    const { playback, app } = await staged('tour=overview');
    vi.useFakeTimers();
    await press('p');
    await later(14_900);
    expect(playback.state.value.index).toBe(0);
    await later(200);
    expect(playback.state.value.index).toBe(1);
    await later(60_000);
    expect(playback.state.value.index).toBe(1);
    await act(() => app.port.finishMove());
    await later(20_100);
    expect(playback.state.value.index).toBe(2);
    await press('p');
    await act(() => app.port.finishMove());
    await later(60_000);
    expect(playback.state.value.index).toBe(2);
  });
});
