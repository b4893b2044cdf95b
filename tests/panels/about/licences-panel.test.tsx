import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { StatedBoundary } from '../../../src/domain/schema/config.ts';
import { dataSources } from '../../../src/panels/about/data-sources.ts';
import LicencesPanel from '../../../src/panels/about/licences-panel.tsx';
import { StartPanel } from '../../../src/panels/frame/start-panel.tsx';
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
      const app = makeApp(`lang=${lang}`);
      const { container } = renderIn(app, <LicencesPanel />);
      expect(await screen.findByText(/preact 11\.2\.0 · MIT/)).toBeTruthy();
      expect(words(container)).toContain('The MIT License (MIT)');
      expect(words(container)).toContain('OFL 1.1');
      const table = screen.getByRole('table');
      expect(within(table).getAllByRole('row')).toHaveLength(dataSources(app.state.base.version).length + 1);
      expect(words(table)).toContain('ODbL 1.0');
    },
  );

  it('credit the boundaries to whom the data names, and the cities around only where they are there', () => {
    const { version } = makeApp().state.base;
    const credit: StatedBoundary = {
      short: 'City bureau',
      source: 'City bureau, boundary survey',
      url: 'https://example.org/boundaries',
      licence: 'Open data terms',
      date: '2026-03',
      accuracyMetres: 10,
      doubtful: [],
    };
    const panel = (neighbours: StatedBoundary | null) => {
      const own = { ...version, boundaries: { districts: credit, neighbours } };
      return words(renderIn(makeApp('lang=en', { base: { version: own } }), <LicencesPanel />).container);
    };
    expect(panel(null)).not.toMatch(/Neighbouring cities|administrative districts/);
    const row = screen.getByRole('row', { name: /^Districts/ });
    expect(words(row)).toContain('City bureau, boundary survey, 2026-03');
    expect(words(row)).toContain('Open data terms');
    expect(within(row).getByRole('link').getAttribute('href')).toBe(credit.url);
    panel({ ...credit, source: 'Province', url: null, licence: null, date: null });
    const around = screen.getByRole('row', { name: /^Neighbouring cities/ });
    expect(words(around)).toMatch(/Province ?rights unclear/);
    expect(within(around).queryByRole('link')).toBeNull();
  });

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
});
