import { readdirSync, readFileSync } from 'node:fs';
import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { StatisticsRecord } from '../../../src/domain/schema/statistics.ts';
import { mailAddress } from '../../../src/panels/provenance/report.tsx';
import { Figures, figureFile } from '../../../src/panels/things/figures.tsx';
import { SitePanel } from '../../../src/panels/things/site-panel.tsx';
import { makeApp, renderIn, type TestApp, type TestOptions, words } from '../../fixtures/app.tsx';
import { BASE_ROOT } from '../../fixtures/data.ts';

function shown(options: TestOptions = {}): TestApp {
  const app = makeApp('site=jihua-laboratory&lang=en', options);
  const site = app.state.selectedSite.value;
  if (site === null) throw new Error('the laboratory is in the register');
  renderIn(app, <SitePanel site={site} />);
  return app;
}

/** Opens the disclosure of a row and gives what it holds. */
function disclosed(label: string): HTMLElement {
  const button = screen.getByRole('button', { name: `${label}: source` });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  const body = document.getElementById(button.getAttribute('aria-controls') ?? '');
  if (body === null) throw new Error('the disclosure opens');
  return body;
}

describe('where a value comes from', () => {
  it('names the source of a status, its date and the register file', () => {
    shown();
    const body = disclosed('Status');
    expect(words(body)).toContain('Date: April 2023');
    expect(within(body).getByRole('link').getAttribute('href')).toBe('https://example.org/gazette/2023');
    expect(words(body)).toContain('Register file: geo/register/jihua-laboratory.yaml');
  });

  it('says that a field has no source of its own, and gives those of the record', () => {
    shown();
    const body = disclosed('Operator');
    expect(words(body)).toContain('The register states no source for this field alone');
    expect(within(body).getAllByRole('listitem').length).toBe(4);
  });

  it('is there for every row of the record', () => {
    shown();
    const rows = [...document.querySelectorAll('.panel > .rows > div')];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.querySelector('button[aria-expanded]'), words(row)).not.toBeNull();
  });

  it('keeps contradicting statements side by side, each with its source and file', () => {
    shown();
    const facts = screen.getAllByText('Construction start, phase II')[0]?.closest('div');
    const statements = [...(facts?.querySelectorAll('dd .fact') ?? [])].map(words);
    expect(statements).toHaveLength(2);
    expect(statements[0]).toContain('样例年鉴：实验室二期');
    expect(statements[1]).toContain('Example Gazette, laboratory in use');
    for (const statement of statements) expect(statement).toContain('geo/register/jihua-laboratory.yaml');
  });
});

describe('statistics', () => {
  it('name the file that holds the figure', () => {
    for (const name of readdirSync(`${BASE_ROOT}/geo/statistics`)) {
      const content: unknown = parse(readFileSync(`${BASE_ROOT}/geo/statistics/${name}`, 'utf8'));
      const { scopes } = parseAs(StatisticsRecord, content, name);
      for (const { entity, id } of scopes) expect(figureFile({ scope: { entity, id } })).toBe(`geo/statistics/${name}`);
    }
  });

  it('show source, date and file with each figure', () => {
    const app = makeApp('district=nanhai&lang=en');
    renderIn(app, <Figures entity="district" id="nanhai" none="clusterFiguresNone" />);
    const figures = [...document.querySelectorAll('.fact')].map(words);
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures) expect(figure).toContain('geo/statistics/districts.yaml');
  });
});

describe('reporting', () => {
  const text = (body: HTMLElement) => {
    fireEvent.click(within(body).getByRole('button', { name: 'Report a problem' }));
    const area = within(body).getByRole('textbox', { name: 'Report a problem' });
    return area instanceof HTMLTextAreaElement ? area.value : '';
  };

  it('prefills record, field, value and data version, and copies the text', async () => {
    const app = shown();
    const body = disclosed('Status');
    const filled = text(body);
    expect(filled).toContain('Record: jihua-laboratory\nField: status\nValue shown: Operating as of April 2023\n');
    expect(filled).toContain(app.state.base.version.data);
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    fireEvent.click(within(body).getByRole('button', { name: 'Copy the text' }));
    expect(await within(body).findByText('Copied')).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith(filled);
    vi.unstubAllGlobals();
  });

  it('gives the coordinates of a location', () => {
    shown();
    expect(text(disclosed('Where it is'))).toContain('Value shown: 113.23456, 22.99876 · Town · ± 6.5 km');
  });

  it('offers mail to the configured address, and none without one', () => {
    const config = { ...makeApp().state.base.config, reportTo: 'maps@example.org' };
    shown({ base: { config } });
    const body = disclosed('Status');
    text(body);
    const href = within(body).getByRole('link', { name: 'Write an e-mail' }).getAttribute('href') ?? '';
    expect(href).toMatch(/^mailto:maps@example\.org\?subject=/);
    expect(decodeURIComponent(href)).toContain('Field: status');
  });

  it('has no mail button where no address is set', () => {
    shown();
    const body = disclosed('Status');
    text(body);
    expect(within(body).queryByRole('link', { name: 'Write an e-mail' })).toBeNull();
  });

  it('lets no address smuggle in another header', () => {
    expect(mailAddress('a@b.c?cc=x@y.z', 's & t', 'one\ntwo')).toBe(
      'mailto:a@b.c%3Fcc%3Dx@y.z?subject=s%20%26%20t&body=one%0D%0Atwo',
    );
  });
});
