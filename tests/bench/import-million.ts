/**
 * One million rows of CSV (about 100 MB) through the import: time, rows a second and peak memory of the
 * process. Run by hand: `npx tsx tests/bench/import-million.ts [rows] [wgs84|gcj02|bd09|epsg:4547]`.
 */
import { mkdtempSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { converterOf } from '../../src/data/import/convert.ts';
import { importFile } from '../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../src/data/import/open-file.ts';
import type { InputDatum } from '../../src/data/import/types.ts';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';

const DATUMS: readonly InputDatum[] = ['wgs84', 'gcj02', 'bd09', 'epsg:4547'];
const rows = Number(process.argv[2] ?? 1_000_000);
const datum = DATUMS.find((each) => each === process.argv[3]) ?? 'wgs84';
const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};

const TERMS = ['家用电器制造', '汽车零部件', '工业机器人', '陶瓷制品', '食品加工', '医疗器械', '新材料', '未分类'];
const NAMES = new Map(context.districts.features.map(({ properties }) => [properties.id, properties.nameZh]));

async function write(path: string): Promise<void> {
  const places = context.towns.features.flatMap(({ geometry, properties }) =>
    geometry === null
      ? []
      : [{ at: geometry.coordinates, town: properties.nameZh, district: NAMES.get(properties.district) ?? '' }],
  );
  const converter = converterOf(datum, null);
  const file = await open(path, 'w');
  await file.write('编号,企业名称,所属区,镇街,行业,经度,纬度,员工数,产值万元,备注\n');
  let lines: string[] = [];
  // A fixed sequence: the file is the same every time.
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let n = 0; n < rows; n++) {
    const place = places[n % places.length];
    if (place === undefined) continue;
    const [x, y] = converter?.inverse(place.at[0] + (random() - 0.5) / 50, place.at[1] + (random() - 0.5) / 50) ?? [
      0, 0,
    ];
    const value = `${(random() * 10_000).toFixed(2)}`;
    const term = TERMS[n % TERMS.length] ?? '';
    // One row in a thousand is broken.
    const first = n % 1000 === 999 ? 'x' : x.toFixed(6);
    lines.push(
      `F${n},佛山市第${n}号测试厂,${place.district},${place.town},${term},${first},${y.toFixed(6)},${n % 500},${value},第${n % 97}批\n`,
    );
    if (lines.length === 20_000) {
      await file.write(lines.join(''));
      lines = [];
    }
  }
  await file.write(lines.join(''));
  await file.close();
}

const folder = mkdtempSync(join(tmpdir(), 'import-'));
try {
  const path = join(folder, 'million.csv');
  await write(path);
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
