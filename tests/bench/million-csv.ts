/** A table of made-up firms around the towns of Foshan, the same every time: what the benches import. */
import { open } from 'node:fs/promises';
import { converterOf } from '../../src/data/import/place/convert.ts';
import type { ImportContext, InputDatum } from '../../src/data/import/types.ts';

const TERMS = ['家用电器制造', '汽车零部件', '工业机器人', '陶瓷制品', '食品加工', '医疗器械', '新材料', '未分类'];
/** One row in so many is broken. */
const BROKEN_EVERY = 1000;

export interface Firm {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly town: string;
  readonly term: string;
  /** A broken number in one row of a thousand. */
  readonly x: string;
  readonly y: string;
  readonly staff: number;
  readonly value: string;
  readonly note: string;
}

/** As many made-up firms as are asked for, the same every time. */
export function* madeUpFirms(datum: InputDatum, { districts, towns }: ImportContext): Generator<Firm> {
  const names = new Map(districts.features.map(({ properties }) => [properties.id, properties.nameZh]));
  const places = towns.features.flatMap(({ geometry, properties }) =>
    geometry === null
      ? []
      : [{ at: geometry.coordinates, town: properties.nameZh, district: names.get(properties.district) ?? '' }],
  );
  const converter = converterOf(datum, null);
  let seed = 1;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  for (let n = 0; ; n++) {
    const place = places[n % places.length];
    if (place === undefined) throw new Error('no town has a point');
    const [x, y] = converter?.inverse(place.at[0] + (random() - 0.5) / 50, place.at[1] + (random() - 0.5) / 50) ?? [
      0, 0,
    ];
    const value = `${(random() * 10_000).toFixed(2)}`;
    yield {
      id: `F${n}`,
      name: `佛山市第${n}号测试厂`,
      district: place.district,
      town: place.town,
      term: TERMS[n % TERMS.length] ?? '',
      x: n % BROKEN_EVERY === BROKEN_EVERY - 1 ? 'x' : x.toFixed(6),
      y: y.toFixed(6),
      staff: n % 500,
      value,
      note: `第${n % 97}批`,
    };
  }
}

export const CSV_HEAD = '编号,企业名称,所属区,镇街,行业,经度,纬度,员工数,产值万元,备注\n';
export const csvLine = ({ id, name, district, town, term, x, y, staff, value, note }: Firm) =>
  `${id},${name},${district},${town},${term},${x},${y},${staff},${value},${note}\n`;

/** Writes the file; resolves to how many of its rows cannot be placed. */
export async function writeFirms(
  path: string,
  rows: number,
  datum: InputDatum,
  context: ImportContext,
): Promise<number> {
  const file = await open(path, 'w');
  await file.write(CSV_HEAD);
  let lines: string[] = [];
  let n = 0;
  for (const firm of madeUpFirms(datum, context)) {
    if (n++ === rows) break;
    lines.push(csvLine(firm));
    if (lines.length === 20_000) {
      await file.write(lines.join(''));
      lines = [];
    }
  }
  await file.write(lines.join(''));
  await file.close();
  return Math.floor(rows / BROKEN_EVERY);
}
