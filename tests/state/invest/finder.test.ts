import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { directDraws } from '../../../src/analysis/invest/client.ts';
import { drawScores } from '../../../src/analysis/invest/draws.ts';
import { loadContext } from '../../../src/data/load-context.ts';
import { loadPlaces, loadStations, loadTerms } from '../../../src/data/load-later.ts';
import { packText } from '../../../src/domain/point-set.ts';
import { formatAddress, parseAddress } from '../../../src/state/address/address.ts';
import { createAppState } from '../../../src/state/app-state.ts';
import { createFinder } from '../../../src/state/invest/finder.ts';
import { startFinder } from '../../../src/state/invest/start-finder.ts';
import { fileSource, testBase } from '../../fixtures/data.ts';
import { smallSet } from '../../fixtures/imported.ts';

const draw = vi.fn((input: Parameters<typeof drawScores>[0]) => Promise.resolve(drawScores({ ...input, draws: 20 })));

const thread = { ...directDraws(), drawScores: draw };

async function at(hash: string) {
  const state = createAppState(await testBase(), parseAddress(hash), { lang: 'en', theme: 'light' });
  await startFinder(state, fileSource, thread);
  const { finder, ranking } = state.invest;
  if (finder.value === null) throw new Error('no finder');
  return { state, finder: finder.value, ranking: () => ranking.value ?? finder.value?.ranking.value };
}
const order = (ranking: Awaited<ReturnType<typeof at>>['ranking']) =>
  (ranking()?.candidates ?? []).filter(({ rank }) => rank !== null).map(({ site }) => site.id);

describe('the finder', () => {
  it('finds the hydrogen valley for hydrogen, and shows all 15 candidates', async () => {
    const { ranking } = await at('mode=invest&need=we make hydrogen valves');
    expect(order(ranking)[0]).toBe('xianhu-hydrogen-valley');
    expect(ranking()?.candidates).toHaveLength(15);
  });

  it('is restored by its address on another device: weights, limits, words, shortlist, comparison', async () => {
    const first = await at('mode=invest');
    first.finder.setWords('氢能阀门');
    first.finder.setMeant('equipment', false);
    first.finder.setMeant('materials', true);
    first.finder.setPreset('heavy');
    first.finder.setWeight('station', 4);
    first.finder.setBound('motorway', 6000);
    first.finder.setLimits({ districts: ['nanhai', 'sanshui'], withinM: 15_000 });
    first.state.invest.toggleShortlisted('xianhu-hydrogen-valley');
    first.state.invest.toggleCompared('fhidz-nanhai-park');
    const hash = formatAddress(first.state.address.value);
    expect(decodeURIComponent(hash)).toBe(
      'mode=invest&need=氢能阀门 +materials -equipment&weights=preset:heavy,station:4&limits=motorway:6,district:nanhai.sanshui,within:15&shortlist=xianhu-hydrogen-valley&compare=fhidz-nanhai-park',
    );
    const second = await at(hash);
    expect(second.ranking()).toEqual({ ...first.ranking(), simulation: second.ranking()?.simulation });
    expect(formatAddress(second.state.address.value)).toBe(hash);
  });

  it('draws anew for another cluster or distance, and never for a weight or a limit', async () => {
    const { finder } = await at('mode=invest&need=hydrogen');
    draw.mockClear();
    finder.setWeight('station', 5);
    finder.setPreset('logistics');
    finder.setBound('station', 3000);
    expect(draw).not.toHaveBeenCalled();
    finder.setLimits({ withinM: 20_000 });
    expect(draw).toHaveBeenCalledTimes(1);
    finder.setMeant('food', true);
    expect(draw).toHaveBeenCalledTimes(2);
    finder.stop();
  });

  it('makes the surface of how good it is for as long as it is asked for, of what depends on a position', async () => {
    const { state, finder } = await at('mode=invest&need=hydrogen&weights=preset:logistics&heat=1');
    const { heat } = state.invest;
    await vi.waitFor(() => expect(state.invest.heatShown.value?.classes).toBeGreaterThan(1), { timeout: 60_000 });
    expect(heat.value?.parts.value.criteria).toContain('station');
    expect(heat.value?.parts.value.left).toContain('cluster');
    expect(heat.value?.parts.value.share).toBeGreaterThan(0.3);
    finder.clearNeed();
    expect([heat.value?.parts.value.criteria, state.invest.heatShown.value]).toEqual([[], null]);
    finder.stop();
    heat.value?.stop();
  });

  it('marks on the map what passes, and how far neighbours are counted', async () => {
    const { state, finder } = await at('mode=invest&need=hydrogen&site=xianhu-hydrogen-valley');
    expect(state.emphasised.value?.has('xianhu-hydrogen-valley')).toBe(true);
    expect(state.emphasised.value?.has('car-works')).toBe(false);
    expect(state.invest.reach.value).toMatchObject({ withinM: 10_000, radiusM: 3700 });
    finder.setLimits({ districts: ['gaoming'] });
    expect(state.emphasised.value?.has('xianhu-hydrogen-valley')).toBe(false);
    state.actions.setMode('plan');
    expect(state.emphasised.value).toBeNull();
  });

  it('takes back a correction that is undone', async () => {
    const { state, finder } = await at('mode=invest&need=hydrogen');
    finder.setMeant('auto', false);
    expect(state.invest.need.value).toBe('hydrogen -auto');
    finder.setMeant('auto', true);
    expect(state.invest.need.value).toBe('hydrogen');
  });
});

describe('a comparison', () => {
  it('holds four and says when it is full', async () => {
    const { state } = await at('mode=invest&compare=a,b,c');
    expect([state.invest.toggleCompared('d'), state.invest.toggleCompared('e')]).toEqual([true, false]);
    state.invest.toggleCompared('a');
    expect(state.invest.compare.value).toEqual(['b', 'c', 'd']);
  });
});

describe('a table of the user’s own', () => {
  it('joins by name, weighs in either direction, and limits', async () => {
    const base = await testBase();
    const [terms, stations, places, roads] = await Promise.all([
      loadTerms(fileSource),
      loadStations(fileSource),
      loadPlaces(fileSource),
      loadContext(fileSource, 'roads.geojson'),
    ]);
    const set = {
      ...smallSet(),
      label: packText('园区', ['仙湖氢谷', '建陶小镇', '别处']),
      columns: [{ kind: 'number' as const, name: '地价', values: Float64Array.of(900, 600, 1) }],
    };
    const weights = signal<string | null>(null);
    const limits = signal<string | null>(null);
    const finder = createFinder(
      {
        ...{ sites: signal(base.sites), selectedSite: signal(null), need: signal(''), weights, limits },
        ask: (change) => {
          if (change.weights !== undefined) weights.value = change.weights;
          if (change.limits !== undefined) limits.value = change.limits;
        },
        ...{ sets: signal([{ name: '地价表', set }]), today: base.version.date, day: '2026-01-01' },
      },
      { terms, stations, places, roads },
      thread,
      (error) => {
        throw error;
      },
    );
    const [column] = finder.own.value;
    if (column === undefined) throw new Error('the table joins');
    expect([column.name, column.low, column.high, column.values.size]).toEqual(['地价', 600, 900, 2]);
    const score = (id: string) => {
      const value = finder.ranking.value.candidates.find(({ site }) => site.id === id)?.values.get(column.id);
      return value?.known === true ? value.score : value?.reason;
    };
    finder.setWeight(column.id, 3);
    expect([score('xianhu-hydrogen-valley'), score('nanzhuang-ceramics-town')]).toEqual([1, 0]);
    finder.setWeight(column.id, -3);
    expect([score('xianhu-hydrogen-valley'), score('nanzhuang-ceramics-town')]).toEqual([0, 1]);
    expect(score('sanlongwan')).toBe('not-in-set');
    finder.setBound(column.id, 800);
    expect(limits.value).toBe(`${column.id}:800`);
    expect(finder.ranking.value.candidates.find(({ site }) => site.id === 'xianhu-hydrogen-valley')?.failed).toEqual([
      column.id,
    ]);
    finder.stop();
  });
});
