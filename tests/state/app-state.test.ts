import { beforeAll, describe, expect, it } from 'vitest';
import type { Base } from '../../src/domain/base.ts';
import { formatAddress, NO_FILTERS, parseAddress } from '../../src/state/address/address.ts';
import { createAppState, type StateDefaults } from '../../src/state/app-state.ts';
import { testBase } from '../fixtures/data.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});
const DEFAULTS: StateDefaults = { lang: 'zh-Hans', theme: 'light' };
const stateAt = (hash = '', defaults = DEFAULTS) => createAppState(base, parseAddress(hash), defaults);
const written = (state: ReturnType<typeof stateAt>) => formatAddress(state.address.value);

describe('a fresh state', () => {
  it('takes over the address and gives it back', () => {
    const hash =
      'mode=invest&map=9.00/23.00000/113.00000&lang=en&theme=dark&clusters=home,auto&site=jihua-laboratory&clause=3.2&sentence=2&view=reader&radii=1';
    expect(written(stateAt(hash))).toBe(hash);
  });

  it('drops what does not exist, each for itself', () => {
    expect(written(stateAt('lang=en&site=no-such-place&clause=9.9&sentence=2'))).toBe('lang=en');
    expect(written(stateAt('town=440605999'))).toBe('');
    expect(written(stateAt('unit=no-such-unit&clause=3.5'))).toBe('clause=3.5');
    expect(written(stateAt('site=gone&cluster=home'))).toBe('cluster=home');
    expect(written(stateAt('site=gone&town=440605999&unit=finance'))).toBe('unit=finance');
    for (const good of ['town=440605122', 'unit=finance', 'cluster=equipment', 'district=gaoming'])
      expect(written(stateAt(good))).toBe(good);
  });

  it('takes language and theme from the device where the address names none, and does not write them', () => {
    const state = stateAt('', { lang: 'en', theme: 'dark' });
    expect([state.lang.value, state.theme.value, written(state)]).toEqual(['en', 'dark', '']);
    state.actions.setDeviceTheme('light');
    expect(state.theme.value).toBe('light');
    state.actions.setTheme('dark');
    state.actions.setDeviceTheme('light');
    expect([state.theme.value, written(state)]).toEqual(['dark', 'theme=dark']);
  });

  it('shares nothing with another', () => {
    const [one, two] = [stateAt(), stateAt()];
    one.actions.selectSite('jihua-laboratory');
    expect(two.selection.value).toBeNull();
  });
});

describe('selecting', () => {
  it('is one thing at a time, and closes clause and view', () => {
    const state = stateAt('clause=3.5&sentence=2&view=reader');
    state.actions.select({ entity: 'cluster', id: 'home' });
    expect(written(state)).toBe('cluster=home');
    state.actions.selectSite('jihua-laboratory');
    expect([written(state), state.selectedSite.value?.nameZh]).toEqual(['site=jihua-laboratory', '季华实验室']);
  });

  it('of something unknown selects nothing', () => {
    const state = stateAt('site=jihua-laboratory');
    state.actions.selectSite('no-such-place');
    expect(state.selection.value).toBeNull();
  });

  it('keeps filters, camera and language', () => {
    const kept = 'map=9.00/23.00000/113.00000&lang=en&clusters=home';
    const state = stateAt(kept);
    state.actions.selectSite('jihua-laboratory');
    state.actions.close();
    expect(written(state)).toBe(kept);
  });

  it('raises a lowered sheet, and leaves a full one', () => {
    const state = stateAt();
    state.actions.setSheet('peek');
    state.actions.selectSite('jihua-laboratory');
    expect(state.sheet.value).toBe('half');
    state.actions.setSheet('full');
    state.actions.close();
    expect(state.sheet.value).toBe('full');
  });
});

describe('clause and view', () => {
  it('opens a clause in the reader, with its sentence', () => {
    const state = stateAt('site=jihua-laboratory');
    state.actions.openClause('2.2.1', 2);
    expect(written(state)).toBe('clause=2.2.1&sentence=2&view=reader');
    state.actions.openClause('9.9', 2);
    expect(written(state)).toBe('');
  });

  it('opens a view alone', () => {
    const state = stateAt('site=jihua-laboratory');
    state.actions.openView('units');
    expect(written(state)).toBe('view=units');
    state.actions.openView(null);
    expect(written(state)).toBe('');
  });
});

describe('what stands out', () => {
  const emphasised = (hash: string) => stateAt(hash).emphasised.value;

  it('is nothing by itself, nor for a site', () => {
    expect(emphasised('')).toBeNull();
    expect(emphasised('site=jihua-laboratory')).toBeNull();
  });

  it('is what a clause names, its parts with it; a clause that names none dims nothing', () => {
    expect(emphasised('clause=2.1.2')?.size).toBe(3);
    expect(emphasised('clause=3.5')?.size).toBe(4);
    for (const id of ['1.1', '2.1.1', '3.1', '4.4']) expect([id, emphasised(`clause=${id}`)]).toEqual([id, null]);
  });

  it('is the sites of a cluster, a district, a town', () => {
    expect(emphasised('cluster=auto')?.size).toBe(6);
    expect(emphasised('cluster=equipment')?.size).toBe(0);
    // 3 records of its own and the high-tech zone.
    expect(emphasised('district=gaoming')?.size).toBe(4);
    expect(emphasised('town=440604100')?.has('nanzhuang-ceramics-town')).toBe(true);
  });

  it('is what the clauses of a unit name; nothing is dimmed where they name none', () => {
    expect(emphasised('unit=education')).toEqual(new Set(['foshan-university', 'foshan-university-hebin']));
    expect(emphasised('unit=publicity')).toBeNull();
  });
});

describe('filters', () => {
  it('narrow what is visible, and are cleared without what is typed', () => {
    const state = stateAt();
    expect(state.visibleSites.value).toHaveLength(26);
    state.actions.setFilter('clusters', ['home']);
    state.actions.setQuery('jh');
    expect(state.visibleSites.value).toHaveLength(3);
    state.actions.setFilter('clusters', []);
    expect(state.visibleSites.value).toEqual([]);
    state.actions.clearFilters();
    expect(state.filters.value).toEqual({ ...NO_FILTERS, q: 'jh' });
  });

  it('do not close the panel of a site that they hide', () => {
    const state = stateAt('site=jihua-laboratory');
    state.actions.setFilter('clusters', ['home']);
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
  });
});

describe('restore', () => {
  it('takes a whole address at once, as after Back', () => {
    const state = stateAt('cluster=home&lang=en');
    let changes = -1;
    const stop = state.address.subscribe(() => {
      changes += 1;
    });
    const back = 'theme=dark&kinds=park&site=sanlongwan&radii=1';
    state.actions.restore(parseAddress(back));
    expect([written(state), changes]).toEqual([back, 1]);
    stop();
  });

  it('drops what does not exist', () => {
    const state = stateAt();
    state.actions.restore(parseAddress('site=gone&clause=8.8&sentence=1&view=reader'));
    expect(written(state)).toBe('view=reader');
  });
});
