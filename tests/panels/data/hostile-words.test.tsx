/** Names, cells, column heads and file names of strangers: text in every panel, on paper and in every export. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { SetsStore } from '../../../src/data/device/sets-store.ts';
import { toCsv } from '../../../src/data/export/csv.ts';
import { kmlOf } from '../../../src/data/export/kml.ts';
import { xlsxOf } from '../../../src/data/export/xlsx.ts';
import { RejectionLog } from '../../../src/data/import/guards/rejections.ts';
import { rejectionsCsv } from '../../../src/data/import/receipt-csv.ts';
import type { Imported } from '../../../src/data/import/types.ts';
import { packText } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import MapSets, { RowHover } from '../../../src/panels/data/map-sets.tsx';
import { setTable } from '../../../src/panels/export/tables.ts';
import { tonguesOf } from '../../../src/panels/paper/languages.ts';
import { legendOf } from '../../../src/panels/paper/legend.ts';
import AskPanel from '../../../src/panels/plan/ask-panel.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { HOSTILE_WORDS, TURNING } from '../../fixtures/hostile/words.ts';
import { smallImport } from '../../fixtures/imported.ts';

const store: SetsStore = {
  read: () => Promise.resolve({ kept: [], damaged: 0 }),
  readOne: () => Promise.resolve(null),
  add: () => Promise.resolve(null),
  replace: () => Promise.resolve(null),
  setLook: () => Promise.resolve(null),
  remove: () => Promise.resolve(null),
};
const { html, script, turned, isolate, formula, template, lines } = HOSTILE_WORDS;
const NAMES = [html, turned, formula];

function hostileImport(): Imported {
  const { set, receipt } = smallImport('import-1', `${turned}${html}`);
  const log = new RejectionLog();
  log.add(4, 'not-a-number', `${script}${turned}`);
  return {
    set: {
      ...set,
      label: packText('label', NAMES),
      columns: [
        packText(html, NAMES),
        packText(turned, [script, isolate, template]),
        packText('__proto__', [lines, '', '']),
      ],
    },
    receipt: {
      ...receipt,
      fileName: `${turned}${html}.csv`,
      part: script,
      rejected: log.finish(),
      warnings: [{ code: 'more-sheets', params: { count: 2, used: `${html}${turned}` } }],
    },
  };
}

async function hostileApp(hash: string) {
  const app = makeApp(hash);
  const imports = createImports(store, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('not asked for')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.settled();
  await imports.add(hostileImport());
  return { app, imports };
}

/** Nothing that came became an element, an attribute that runs, or a turn of direction. */
function expectText(container: Element): void {
  expect(container.querySelectorAll('img, script, iframe, a[href^="javascript"]')).toHaveLength(0);
  for (const element of container.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/);
      if (name !== 'value') expect(value).not.toMatch(TURNING);
    }
  expect(container.textContent).not.toMatch(TURNING);
  expect(Reflect.get(globalThis, 'taken')).toBeUndefined();
}

describe('words of strangers', () => {
  it('are text in the panel of imported data, receipt and rejections included', async () => {
    const { app } = await hostileApp('view=data');
    const { container } = renderIn(app, <DataPanel />);
    expectText(container);
    expect(words(container)).toContain(html);
    expect(words(container)).toContain('发票fdp.exe');
    expect(words(container)).toContain(script);
  });

  it.each([0, 1, 2])('are text in the card of row %i', async (row) => {
    const { app, imports } = await hostileApp('view=data');
    imports.choose({ setId: 'import-1', row });
    const { container } = renderIn(app, <DataPanel />);
    expectText(container);
    expect(words(container)).toContain(NAMES[row]?.replace('\u202E', ''));
  });

  it('are text in the legend, beside the pointer and in the answer to a question', async () => {
    const { app, imports } = await hostileApp('ask=district:chancheng');
    imports.hover({ setId: 'import-1', row: 1, x: 1, y: 1 });
    const { container } = renderIn(
      app,
      <>
        <MapSets />
        <RowHover />
        <AskPanel />
      </>,
    );
    expectText(container);
    expect(words(container)).toContain('发票fdp.exe');
  });

  it('are text in a message that has room for them', () => {
    const { i18n } = makeApp('lang=en');
    const said = i18n.value.t('dataFailed', { name: `${turned}${template}` });
    expect(said).toContain(`发票fdp.exe${template}`);
    expect(said).not.toMatch(TURNING);
  });

  it('turn nothing round in the legend of a printed page', async () => {
    const { app } = await hostileApp('');
    const legend = JSON.stringify(legendOf(app.state, app.i18n.value, { sites: new Set(), layers: new Set() }));
    expect(legend).toContain('发票fdp.exe');
    expect(legend).not.toMatch(TURNING);
  });
});

describe('words of strangers in exports', () => {
  async function table() {
    const { app, imports } = await hostileApp('');
    const set = imports.byId('import-1')?.set;
    if (set === undefined) throw new Error('the set is not there');
    return setTable(set, html, undefined, await tonguesOf(app.i18n.value, false));
  }

  it('run nowhere as a formula, and are else as they came', async () => {
    const grid = await table();
    const rows = Array.from({ length: grid.count }, (_, row) => grid.row(row));
    const csv = toCsv([grid.columns.map(({ label }) => label), ...rows]);
    expect(csv).not.toMatch(/(^|,|\n)"?=/);
    expect(csv).toContain(`"'=HYPERLINK(""http`);
    expect(csv).toContain(turned);
    const receipt = rejectionsCsv(hostileImport().receipt.rejected, {
      headers: ['=row', '+reason', '@detail'],
      reason: () => '-x',
    });
    expect(receipt).not.toMatch(/(^|,|\n)"?[=+@-]/);
  });

  it('are inline strings in XLSX and escaped in KML', async () => {
    const grid = await table();
    const book = unzipSync(xlsxOf(grid, [{ key: 'q', label: '=1+1', value: formula }], '说明'));
    const sheets = Object.entries(book)
      .filter(([name]) => name.includes('sheet'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(sheets).not.toContain('<f>');
    expect(sheets).not.toContain('<img');
    expect(sheets).toContain('&lt;img src=x');
    const kml = kmlOf(grid, [{ key: 'q', label: 'q', value: script }]);
    const read = new DOMParser().parseFromString(kml, 'text/xml');
    expect(read.querySelectorAll('img, script')).toHaveLength(0);
    // A reader that takes the description for HTML finds none in it.
    expect(read.querySelector('Document > description')?.textContent).not.toContain('<script');
  });
});
