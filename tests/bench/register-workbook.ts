/**
 * A register of ten thousand records as a workbook: how long it takes to write, to read and to compare, one row in ten
 * edited. Run with `npm run bench register-workbook`; not part of the tests, because it times the machine.
 */
import { compareWorkbook } from '../../src/analysis/register-workbook/compare.ts';
import { layRegister } from '../../src/analysis/register-workbook/layout.ts';
import { workbookOf } from '../../src/data/export/workbook.ts';
import { readRegisterSheets } from '../../src/data/import/register-sheets.ts';
import type { Site } from '../../src/domain/site.ts';
import { testBase } from '../fixtures/data.ts';
import { against, VERSION } from '../fixtures/register-workbook.ts';

const RECORDS = 10_000;

const base = await testBase();
const sites = Array.from({ length: RECORDS }, (_, n): Site => {
  const site = base.sites[n % base.sites.length];
  if (site === undefined) throw new Error('the tests have sites');
  return {
    ...site,
    id: `${site.id}-${n}`,
    nameZh: `${site.nameZh}${n}`,
    nameEn: `${site.nameEn} ${n}`,
    aliases: site.aliases.map((alias) => `${alias}${n}`),
    parent: null,
    heldAt: null,
    kind: site.kind === 'expo' ? 'venue' : site.kind,
    extent: site.extent === 'event' ? 'area' : site.extent,
  };
});
const register = new Map(sites.map((site) => [site.id, site]));

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return result;
}

const { records, facts } = layRegister(sites, VERSION, (key) => key);
const [lat, english] = [
  records.columns.findIndex(({ key }) => key === 'lat'),
  records.columns.findIndex(({ key }) => key === 'nameEn'),
];
const rows = records.rows.map((row, at) =>
  at % 10 > 0
    ? row
    : row.map((cell, column) =>
        column === lat && typeof cell === 'number' ? cell + 0.0001 : column === english ? `${cell}, edited` : cell,
      ),
);
const ofRecords = { name: 'records', rows: [records.headings, ...rows], columns: [], headed: true };
const ofFacts = { name: 'facts', rows: [facts.headings, ...facts.rows], columns: [], headed: true };
for (const given of [[ofRecords], [ofRecords, ofFacts]]) {
  const bytes = await timed('write', () => workbookOf(given));
  const sizes = given.map(({ name, rows: all }) => `${all.length - 1} ${name}`).join(', ');
  console.log(`${sizes}, ${(bytes.length / 1024 / 1024).toFixed(1)} MiB`);
  const sheets = await timed('read', () => readRegisterSheets(new File([bytes], 'register.xlsx')));
  const { proposals, refused } = await timed('compare', () =>
    compareWorkbook(sheets, against(sites, { recordOf: (id) => register.get(id) })),
  );
  console.log(`${proposals.length} proposals, ${refused.length} refused`);
}
