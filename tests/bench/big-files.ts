/** Large files of made-up firms in three formats, the same every time. */
import { open } from 'node:fs/promises';
import type { ImportContext } from '../../src/data/import/types.ts';
import { CSV_HEAD, csvLine, type Firm, madeUpFirms } from './million-csv.ts';

export const BIG_FORMATS = ['csv', 'geojson', 'kml'] as const;
export type BigFormat = (typeof BIG_FORMATS)[number];

/** What stands before, between and after the rows. */
interface Form {
  readonly head: string;
  readonly row: (firm: Firm) => string;
  readonly between: string;
  readonly tail: string;
}

const properties = ({ id, name, district, town, term, staff, value, note }: Firm) => ({
  编号: id,
  企业名称: name,
  所属区: district,
  镇街: town,
  行业: term,
  员工数: staff,
  产值万元: Number(value),
  备注: note,
});

const FORMS: Record<BigFormat, Form> = {
  csv: { head: CSV_HEAD, row: csvLine, between: '', tail: '' },
  geojson: {
    head: '{"type":"FeatureCollection","features":[\n',
    row: (firm) =>
      `{"type":"Feature","properties":${JSON.stringify(properties(firm))},"geometry":{"type":"Point","coordinates":[${Number(firm.x) || null},${firm.y}]}}`,
    between: ',\n',
    tail: '\n]}\n',
  },
  kml: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>firms</name>\n',
    row: (firm) =>
      `<Placemark><name>${firm.name}</name><ExtendedData>${Object.entries(properties(firm))
        .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
        .join('')}</ExtendedData><Point><coordinates>${firm.x},${firm.y},0</coordinates></Point></Placemark>`,
    between: '\n',
    tail: '\n</Document></kml>\n',
  },
};

/** Writes a file of at least so many bytes; resolves to its rows. */
export async function writeBig(
  path: string,
  format: BigFormat,
  bytes: number,
  context: ImportContext,
): Promise<number> {
  const { head, row, between, tail } = FORMS[format];
  const file = await open(path, 'w');
  let [size, rows] = [Buffer.byteLength(head), 0];
  let lines: string[] = [];
  const flush = async () => {
    const { bytesWritten } = await file.write(lines.join(''));
    size += bytesWritten;
    lines = [];
  };
  await file.write(head);
  for (const firm of madeUpFirms('wgs84', context)) {
    if (size >= bytes) break;
    lines.push(rows++ === 0 ? row(firm) : between + row(firm));
    if (lines.length === 5000) await flush();
  }
  await flush();
  await file.write(tail);
  await file.close();
  return rows;
}
