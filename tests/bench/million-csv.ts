/** A table of made-up firms around the towns of Foshan, the same every time: what the benches import. */
import { open } from 'node:fs/promises';
import { converterOf } from '../../src/data/import/place/convert.ts';
import type { ImportContext, InputDatum } from '../../src/data/import/types.ts';

const TERMS = ['家用电器制造', '汽车零部件', '工业机器人', '陶瓷制品', '食品加工', '医疗器械', '新材料', '未分类'];
/** One row in so many is broken. */
const BROKEN_EVERY = 1000;

/** Writes the file; resolves to how many of its rows cannot be placed. */
export async function writeFirms(
  path: string,
  rows: number,
  datum: InputDatum,
  { districts, towns }: ImportContext,
): Promise<number> {
  const names = new Map(districts.features.map(({ properties }) => [properties.id, properties.nameZh]));
  const places = towns.features.flatMap(({ geometry, properties }) =>
    geometry === null
      ? []
      : [{ at: geometry.coordinates, town: properties.nameZh, district: names.get(properties.district) ?? '' }],
  );
  const converter = converterOf(datum, null);
  const file = await open(path, 'w');
  await file.write('编号,企业名称,所属区,镇街,行业,经度,纬度,员工数,产值万元,备注\n');
  let lines: string[] = [];
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
    const first = n % BROKEN_EVERY === BROKEN_EVERY - 1 ? 'x' : x.toFixed(6);
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
  return Math.floor(rows / BROKEN_EVERY);
}
