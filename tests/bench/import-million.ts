/**
 * One million rows of CSV (about 100 MB) through the import: time, rows a second and peak memory of the
 * process. Run by hand: `npm run bench import-million [rows] [wgs84|gcj02|bd09|epsg:4547]`.
 */
import { mkdtempSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../src/data/import/open-file.ts';
import type { InputDatum } from '../../src/data/import/types.ts';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { writeFirms } from './million-csv.ts';

const DATUMS: readonly InputDatum[] = ['wgs84', 'gcj02', 'bd09', 'epsg:4547'];
const rows = Number(process.argv[2] ?? 1_000_000);
const datum = DATUMS.find((each) => each === process.argv[3]) ?? 'wgs84';
const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};

const folder = mkdtempSync(join(tmpdir(), 'import-'));
try {
  const path = join(folder, 'million.csv');
  await writeFirms(path, rows, datum, context);
  const megabytes = statSync(path).size / 1e6;
  const before = process.resourceUsage().maxRSS / 1024;
  const file = await openAsBlob(path);
  const opened = performance.now();
  const preview = await openFile(file, 'million.csv', context);
  const started = performance.now();
  const { set, receipt } = await importFile(
    file,
    'million.csv',
    { ...defaultChoices(preview, 'bench'), datum },
    context,
  );
  const seconds = (performance.now() - started) / 1000;
  const kinds = set.columns.map((column) => `${column.name}:${column.kind}`).join(' ');
  process.stdout.write(
    [
      `file ${megabytes.toFixed(0)} MB, ${rows} rows, ${datum}; guessed ${preview.datum.datum} (${preview.datum.basis})`,
      `preview ${((started - opened) / 1000).toFixed(2)} s`,
      `import ${seconds.toFixed(1)} s, ${Math.round(receipt.rowsRead / seconds)} rows/s`,
      `read ${receipt.rowsRead}, placed ${receipt.placed}, rejected ${receipt.rejected.count}`,
      `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (before the import ${Math.round(before)} MB)`,
      kinds,
      JSON.stringify(receipt.warnings),
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true });
}
