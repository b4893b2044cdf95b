/** Counted by hand from tests/fixtures/base/geo/register: what each of its 24 records says of the end of three years. */
import { beforeAll, describe, expect, it } from 'vitest';
import { crossTable } from '../../../src/analysis/cross-table.ts';
import { registerSet } from '../../../src/analysis/register-set.ts';
import type { Base } from '../../../src/domain/base.ts';
import { countRecords } from '../../../src/domain/site.ts';
import { STATUSES } from '../../../src/domain/vocabulary.ts';
import { createI18n, loadMessages } from '../../../src/i18n/index.ts';
import { filterWords } from '../../../src/panels/paper/meta.ts';
import { formatAddress, parseAddress } from '../../../src/state/address/address.ts';
import { type AppState, createAppState } from '../../../src/state/app-state.ts';
import { startShading } from '../../../src/state/plan/shading.ts';
import { testBase } from '../../fixtures/data.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});

function stateAt(hash: string): AppState {
  const state = createAppState(base, parseAddress(hash), { lang: 'en', theme: 'light' });
  startShading(state);
  return state;
}

const counts = ({ visibleSites }: AppState) =>
  Object.fromEntries(
    STATUSES.map((status) => [status, countRecords(visibleSites.value.filter((site) => site.status === status))]),
  );

describe('the register at the end of a year', () => {
  it('of 2018 has four at work: car works, cathodes, exhibition centre, laboratory', () => {
    expect(counts(stateAt('#year=2018'))).toEqual({
      ...{ operating: 4, 'under-construction': 0, planned: 2, suspended: 0, ended: 1, unknown: 17 },
    });
  });

  it('of 2020 has the ceramics town and the robot valley too, the trucks being built, the trams planned', () => {
    expect(counts(stateAt('#year=2020'))).toEqual({
      ...{ operating: 6, 'under-construction': 1, planned: 1, suspended: 0, ended: 1, unknown: 15 },
    });
  });

  it('of 2023 has nine at work and the robot valley suspended', () => {
    expect(counts(stateAt('#year=2023'))).toEqual({
      ...{ operating: 9, 'under-construction': 1, planned: 1, suspended: 1, ended: 1, unknown: 11 },
    });
  });

  it('of the last year is the register of today', () => {
    const today = counts(stateAt(''));
    expect(today).toEqual({
      ...{ operating: 12, 'under-construction': 1, planned: 1, suspended: 1, ended: 1, unknown: 8 },
    });
    expect(counts(stateAt('#year=2026'))).toEqual(today);
  });

  it('goes into filters, the cross table and the selection of the list, and not into what is edited', () => {
    const state = stateAt('#year=2018&statuses=planned');
    expect(state.visibleSites.value.map(({ id }) => id)).toEqual(['robot-valley', 'truck-works']);
    const { rowKeys, counts: cells } = crossTable(
      [{ counted: registerSet(state.sites.value, 'register') }],
      'status',
      'kind',
    );
    const row = cells[0]?.[rowKeys.indexOf('planned')] ?? [];
    expect(row.reduce((sum, n) => sum + n, 0)).toBe(2);
    expect(state.corrections.sites.value.find(({ id }) => id === 'robot-valley')?.status).toBe('suspended');
    expect(state.siteById.value.get('robot-valley')?.status).toBe('suspended');
  });

  it('is said in files and pictures that are made of it', async () => {
    const i18n = createI18n({ lang: 'en', areas: new Set(), messages: await loadMessages('en'), conversion: {} });
    expect(filterWords(stateAt('#year=2018&kinds=zone'), [i18n])).toBe('31 December 2018; Kind: Zone');
    expect(filterWords(stateAt('#year=2026'), [i18n])).toBe(filterWords(stateAt(''), [i18n]));
  });

  it('is in the address, and not for investors, who choose today', () => {
    const state = stateAt('#year=2020');
    expect(formatAddress(state.address.value)).toContain('year=2020');
    state.plan.setYear(null);
    expect(counts(state)['unknown']).toBe(8);
    expect(counts(stateAt('#year=2018&mode=invest'))['unknown']).toBe(8);
  });
});
