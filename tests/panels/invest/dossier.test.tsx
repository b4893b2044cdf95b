/** What a dossier says, for a site of which much is known, and for one of which nothing is. */

import { signal } from '@preact/signals';
import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { dossierPairs } from '../../../src/panels/invest/dossier/blocks.ts';
import DossierView from '../../../src/panels/invest/dossier-view.tsx';
import { renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

/** The sheets, without a map: they say so and are there all the same. */
async function sheetsOf(hash: string, find = true): Promise<{ app: TestApp; text: string; sheets: HTMLElement[] }> {
  const app = investApp(hash);
  if (find) await findOn(app);
  app.state.actions.setMapStatus('failed');
  const mapless = { ...app, map: signal(null) };
  renderIn(mapless, <DossierView />);
  const sheets = [...document.querySelectorAll<HTMLElement>('.dos-sheet')];
  return { app, sheets, text: sheets.map(words).join(' ') };
}

describe('a dossier', () => {
  it('has the clause verbatim with its brief, the target, facts with dates and numbered sources', async () => {
    const { text, app } = await sheetsOf(
      'mode=invest&view=dossier&site=sanshui-water-capital-base&lang=en&need=beverages',
    );
    expect(text).toContain(
      '以调味品、饮料、酒类、健康营养食品、功能保健食品等为重点，推进行业向质量安全、精深加工等方向发展。',
    );
    expect(text).toContain('In brief, unofficial');
    expect(text).toContain(app.state.clusters.find(({ id }) => id === 'food')?.target.quote);
    const site = app.state.siteById.value.get('sanshui-water-capital-base');
    for (const fact of site?.facts ?? []) expect(text).toContain(fact.label.en);
    expect(text).toMatch(/\[1\]/);
    expect(text).toContain('Against your need');
    expect(text).toContain('Units to approach');
    expect(text).toContain('市重点项目工作局');
    expect(text).toContain('What is not known');
  });

  it('carries mark, datum, data version, page number and address on every sheet', async () => {
    const { sheets, app } = await sheetsOf('mode=invest&view=dossier&site=sanlongwan&lang=en');
    expect(sheets.length).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const foot = words(sheet.querySelector('.dos-foot'));
      expect(foot).toContain('For internal reference');
      expect(foot).toContain('WGS-84');
      expect(foot).toContain(app.state.base.version.data);
      expect(foot).toMatch(/Page \d of \d/);
      expect(foot).toContain('site=sanlongwan');
    }
    expect(screen.getAllByRole('img', { name: 'Scan for the web page' }).length).toBeGreaterThan(0);
  });

  it('says what is not known of a park that the policy only names, and measures nothing', async () => {
    const { text } = await sheetsOf('mode=invest&view=dossier&site=biomedical-park&lang=en');
    expect(text).toContain('Location: no usable source');
    expect(text).toContain('no distance is measured');
    expect(text).not.toMatch(/\b0 m\b|undefined|NaN|null/);
  });

  it('prints no score where no need is said', async () => {
    const { text } = await sheetsOf('mode=invest&view=dossier&site=sanlongwan&lang=en');
    expect(text).not.toContain('Against your need');
  });

  it('is one for each of the shortlist where no site is chosen', async () => {
    const { sheets } = await sheetsOf(
      'mode=invest&view=dossier&shortlist=sanlongwan,xianhu-hydrogen-valley&lang=en',
      false,
    );
    expect(new Set(sheets.map((sheet) => sheet.querySelector('h2')?.textContent)).size).toBe(2);
  });

  it('prints notes only when asked to', async () => {
    const { app } = await sheetsOf('mode=invest&view=dossier&shortlist=sanlongwan&lang=en', false);
    app.state.invest.list.value?.setNote('sanlongwan', 'ask about power');
    const box = await screen.findByRole('checkbox', { name: 'Print own notes' });
    const text = () => [...document.querySelectorAll('.dos-sheet')].map(words).join(' ');
    expect(text()).not.toContain('ask about power');
    box.click();
    await vi.waitFor(() => expect(text()).toContain('ask about power'));
  });

  it('closes to the site that it was about', async () => {
    const { app } = await sheetsOf('mode=invest&view=dossier&site=sanlongwan&lang=en', false);
    screen.getByRole('button', { name: /close/i }).click();
    expect(app.state.view.value).toBeNull();
    expect(app.state.selectedSite.value?.id).toBe('sanlongwan');
  });

  it('leads by its code to the site with the need, as long as the code can be read', () => {
    const app = investApp('mode=invest&lang=en&need=valves&weights=station:5');
    const site = app.state.siteById.value.get('sanlongwan');
    if (site === undefined) throw new Error('no site');
    const given = { state: app.state, i18n: app.i18n.value, site };
    expect(dossierPairs(given).full).toContain('need=valves&weights=station:5');
    app.state.invest.ask({ need: '阀'.repeat(100) });
    expect(dossierPairs(given).full).toBe(dossierPairs(given).short);
  });
});
