/** Shapefiles, zipped or as loose files: one or more layers, each of .shp, .dbf, .prj and .cpg. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, type Note, note } from '../guards/notes.ts';
import type { Crs } from '../guess/crs.ts';
import { crsOfWkt } from '../guess/crs-wkt.ts';
import type { Reading } from '../types.ts';
import { type Dbf, readDbf } from './dbf.ts';
import { shpRecords } from './shp.ts';
import { type Batch, type RowSource, type SourceRow, uniqueNames } from './source.ts';
import { encodingNamed } from './text-encoding.ts';
import { type Member, memberBytes } from './zip.ts';

const stem = (name: string) => name.replace(/\.[^.]*$/, '').toLowerCase();

/** @throws ImportError */
export async function openShapefile(members: readonly Member[], wanted: Reading): Promise<RowSource> {
  const layers = members.filter(({ name }) => /\.shp$/i.test(name));
  const shp = wanted.part === undefined ? layers[0] : layers.find(({ name }) => name === wanted.part);
  if (shp === undefined)
    throw new ImportError('shp-missing', {
      found: members
        .map(({ name }) => name)
        .join(' ')
        .slice(0, 200),
    });
  const beside = (extension: string) =>
    members.find(({ name }) => stem(name) === stem(shp.name) && name.toLowerCase().endsWith(extension));
  const textOf = async (member: Member | undefined) =>
    member === undefined ? null : new TextDecoder().decode(await memberBytes(member));

  const prj = await textOf(beside('.prj'));
  const crs: Crs | null = prj === null || prj.trim() === '' ? null : crsOfWkt(prj);
  const cpg = await textOf(beside('.cpg'));
  const dbfMember = beside('.dbf');
  const stated = cpg === null ? null : encodingNamed(cpg);
  const dbf: Dbf | null =
    dbfMember === undefined ? null : readDbf(await memberBytes(dbfMember), stated, wanted.encoding ?? null);
  const bytes = await memberBytes(shp);
  let deleted = 0;

  function rowOf(index: number, readable: boolean, shape: SourceRow['shape']): SourceRow | null {
    const cells = dbf === null ? [] : dbf.record(index);
    if (cells === null) {
      deleted++;
      return null;
    }
    const fault = readable ? null : ({ code: 'unreadable', detail: 'shp' } as const);
    return { row: index + 1, cells, shape, fault };
  }

  async function* batches(): AsyncGenerator<Batch> {
    let rows: SourceRow[] = [];
    let done = 0;
    for (const { index, shape, readable } of shpRecords(bytes)) {
      const row = rowOf(index, readable, shape);
      if (row !== null) rows.push(row);
      done = index + 1;
      if (rows.length < LIMITS.batchRows) continue;
      yield { rows, bytesRead: 0 };
      rows = [];
    }
    // Attributes behind the last geometry: the .shp was cut off. They are rows too, and counted.
    for (let index = done; dbf !== null && index < dbf.count; index++) {
      const row = rowOf(index, false, null);
      if (row !== null) rows.push(row);
      if (rows.length < LIMITS.batchRows) continue;
      yield { rows, bytesRead: shp?.size ?? 0 };
      rows = [];
    }
    yield { rows, bytesRead: shp?.size ?? 0 };
  }

  const names = dbf === null ? [] : uniqueNames(dbf.names);
  return {
    format: 'shapefile',
    reading: { part: shp.name, ...(dbf === null ? {} : { encoding: dbf.encoding }) },
    parts: layers.length > 1 ? layers.map(({ name }) => name) : [],
    bytesTotal: shp.size,
    hasShapes: true,
    crs,
    columns: () => names,
    batches,
    warnings: (): readonly Note[] => [
      ...(layers.length > 1 ? [note('more-layers', { count: layers.length, used: shp.name })] : []),
      ...(crs === null ? [note('no-prj')] : []),
      ...(dbf === null ? [note('no-dbf')] : []),
      ...(dbf === null || dbf.claimed === null || dbf.claimed === dbf.encoding || wanted.encoding !== undefined
        ? []
        : [note('encoding-doubt', { stated: dbf.claimed, encoding: dbf.encoding })]),
      ...(dbf === null || dbf.undecodable() === 0
        ? []
        : [note('undecodable', { count: dbf.undecodable(), encoding: dbf.encoding })]),
      ...(deleted > 0 ? [note('deleted-rows', { count: deleted })] : []),
    ],
  };
}
