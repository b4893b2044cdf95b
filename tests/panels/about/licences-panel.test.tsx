import { readdirSync, readFileSync } from 'node:fs';
import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { DATA_SOURCES } from '../../../src/panels/about/data-sources.ts';
import LicencesPanel from '../../../src/panels/about/licences-panel.tsx';
import { StartPanel } from '../../../src/panels/start-panel.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

describe('sources and licences', () => {
  it('are reached from the start page', () => {
    const app = makeApp('lang=en');
    renderIn(app, <StartPanel />);
    screen.getByRole('button', { name: 'Sources and licences' }).click();
    expect(app.state.view.value).toBe('licences');
  });

  it.each(['zh-Hans', 'zh-Hant', 'en'] as const)(
    'name data, font and packages with the text of each licence: %s',
    async (lang) => {
      const { container } = renderIn(makeApp(`lang=${lang}`), <LicencesPanel />);
      expect(await screen.findByText(/preact 11\.2\.0 · MIT/)).toBeTruthy();
      expect(words(container)).toContain('The MIT License (MIT)');
      expect(words(container)).toContain('OFL 1.1');
      const table = screen.getByRole('table');
      expect(within(table).getAllByRole('row')).toHaveLength(DATA_SOURCES.length + 1);
      expect(words(table)).toContain('ODbL 1.0');
    },
  );

  it('say so where the build has no list, and where it cannot be read', async () => {
    const app = makeApp('lang=en');
    renderIn({ ...app, need: { ...app.need, licences: () => Promise.resolve([]) } }, <LicencesPanel />);
    expect(await screen.findByText('This build carries no list of licences.')).toBeTruthy();
    renderIn(
      { ...app, need: { ...app.need, licences: () => Promise.reject(new Error('offline')) } },
      <LicencesPanel />,
    );
    expect(await screen.findByText('The list of licences did not load.')).toBeTruthy();
  });

  it('leave out no raw file of the map', () => {
    const listed = new Set(DATA_SOURCES.flatMap(({ files }) => files));
    const raw = readdirSync('geo/sources').filter((name) => /\.(geojson|csv|gz)$/.test(name));
    expect([...listed].sort()).toEqual(raw.sort());
    const told = readFileSync('geo/sources/README.md', 'utf8');
    for (const name of listed) expect(told).toContain(name);
  });
});
