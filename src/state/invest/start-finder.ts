/** The finder with what it needs of the device: the data on demand, and a worker for the draws. */
import { computed } from '@preact/signals';
import { workerDraws } from '../../analysis/invest/client.ts';
import type { DrawThread } from '../../analysis/invest/draw-thread.ts';
import { loadContext } from '../../data/load-context.ts';
import { loadJunctions, loadOsmInfo, loadPlaces, loadStations, loadTerms } from '../../data/load-later.ts';
import type { ByteSource } from '../../data/source.ts';
import type { AppState } from '../app-state.ts';
import { today } from '../today.ts';
import { createFinder, type FinderData } from './finder.ts';
import { createHeat } from './heat.ts';

/** Gives `state.invest.finder`, and with it the ranking. */
export async function startFinder(
  state: AppState,
  source: ByteSource,
  thread: DrawThread = workerDraws(),
): Promise<void> {
  const [terms, stations, places, roads, info, junctions] = await Promise.all([
    loadTerms(source),
    loadStations(source),
    loadPlaces(source),
    loadContext(source, 'roads.geojson'),
    loadOsmInfo(source),
    loadJunctions(source),
  ]);
  provideFinder(state, { terms, stations, places, roads, osm: info === null ? null : { info, junctions } }, thread);
}

/** The same with data that is there. */
export function provideFinder(state: AppState, data: FinderData, thread: DrawThread): void {
  const { sites, selectedSite, invest, base } = state;
  const { need, weights, limits, ask } = invest;
  const sets = computed(() =>
    (state.imports.value?.sets.value ?? []).map(({ look, set }) => ({ name: look.name, set })),
  );
  const finder = createFinder(
    { sites, selectedSite, need, weights, limits, ask, sets, today: base.version.date, day: today() },
    data,
    thread,
    state.actions.notify,
  );
  const heat = createHeat(invest.heatOn, base, finder, thread, state.actions.notify);
  invest.provide({ finder, heat });
}
