/**
 * Modules that two libraries hold but do not promise: the readers look at a file's claims with them before the library
 * believes it, and the writer says with them what its own way in cannot (rows without a place, types of columns). Each stands here with what is relied on, so that an upgrade that changes one fails by its name.
 */

import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature, parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader, mapColumn } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { toGeometryType } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import { deserialize } from 'flatgeobuf/lib/mjs/generic.js';
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { HttpReader } from 'flatgeobuf/lib/mjs/http-reader.js';
import { generateLevelBounds, NODE_ITEM_BYTE_LEN } from 'flatgeobuf/lib/mjs/packedrtree.js';
import { parquetMetadataAsync, parquetSchema } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { describe, expect, test } from 'vitest';
import { fixture } from './helpers.ts';

const readerOf = (...bytes: number[]) => ({ view: new DataView(Uint8Array.from(bytes).buffer), offset: 0 });

describe('hyparquet', () => {
  test('a number of seven bits a byte is read, and passed', () => {
    const reader = readerOf(0xac, 0x02, 0x05);
    expect([readVarInt(reader), reader.offset]).toEqual([300, 2]);
  });

  test('a page’s header gives its type and sizes, and the reader stands behind it', async () => {
    const bytes = await fixture('points.parquet').arrayBuffer();
    const metadata = await parquetMetadataAsync(bytes);
    const column = metadata.row_groups[0]?.columns[0]?.meta_data;
    const start = Number(column?.dictionary_page_offset ?? column?.data_page_offset);
    const reader = { view: new DataView(bytes), offset: start };
    const header = parquetHeader(reader);
    expect(header).toMatchObject({
      type: 'DICTIONARY_PAGE',
      dictionary_page_header: { num_values: expect.any(Number) },
    });
    expect(header.uncompressed_page_size).toBeGreaterThan(0);
    const packed = new Uint8Array(bytes, reader.offset, header.compressed_page_size);
    const asked: number[] = [];
    const unpack = (_: Uint8Array, length: number) => {
      asked.push(length);
      return new Uint8Array(length);
    };
    const compressors = { SNAPPY: unpack, GZIP: unpack, ZSTD: unpack };
    decompressPage(packed, header.uncompressed_page_size, column?.codec ?? 'UNCOMPRESSED', compressors);
    expect(asked).toEqual([header.uncompressed_page_size]);
  });

  test('levels are counted along the path of a column', async () => {
    const schema = parquetSchema(await parquetMetadataAsync(await fixture('points.parquet').arrayBuffer()));
    const name = schema.children[0]?.element.name ?? '';
    const path = getTreePath(schema, [name]);
    expect(path.map(({ element }) => element.name)).toEqual([schema.element.name, name]);
    expect([getMaxDefinitionLevel(path), getMaxRepetitionLevel(path)]).toEqual([1, 0]);
  });
});

describe('flatgeobuf', () => {
  test('the index is levels of nodes of forty bytes, the leaves first in the list', () => {
    expect(NODE_ITEM_BYTE_LEN).toBe(40);
    expect(generateLevelBounds(1000, 16)).toEqual([
      [68, 1068],
      [5, 68],
      [1, 5],
      [0, 1],
    ]);
  });

  test('the header comes before the first feature; properties are read by the columns that are given', async () => {
    const told: string[] = [];
    let header: HeaderMeta | null = null;
    const features = deserialize(new Uint8Array(await fixture('points.fgb').arrayBuffer()), {
      headerMetaFn: (meta) => {
        header = meta;
        told.push(`header ${meta.featuresCount}`);
      },
      fromFeature: (id, feature, meta) => {
        const renamed = meta.columns?.map((column, at) => ({ ...column, name: `${at}` })) ?? null;
        const { properties, geometry } = fromFeature(id, feature, meta);
        expect(Object.values(parseProperties(feature, renamed))).toEqual(Object.values(properties ?? {}));
        expect(feature.propertiesLength()).toBeGreaterThan(0);
        told.push(`${id} ${geometry.type}`);
        return {};
      },
    });
    await features.next();
    expect(header).toMatchObject({ crs: { code: 4526 }, geometryType: GeometryType.Point });
    expect(told).toEqual(['header 8', '0 Point']);
  });

  test('a file is its magic, a header and one block a feature, whose null cells are left out', async () => {
    const columns = [mapColumn({ a: '' }, 'a'), mapColumn({ b: 0 }, 'b')];
    expect(columns.map(({ type }) => type)).toEqual([ColumnType.String, ColumnType.Double]);
    const geometryType = toGeometryType('Polygon');
    const header = { geometryType, columns, envelope: null, featuresCount: 1, indexNodeSize: 0 };
    const meta: HeaderMeta = { ...header, crs: null, title: null, description: null, metadata: null };
    const triangle = [
      [113, 23],
      [113.1, 23],
      [113, 23.1],
      [113, 23],
    ];
    const geometry = { type: 'Polygon' as const, coordinates: [triangle] };
    const feature = buildFeature(parseGeometry(geometry), { a: null, b: 1.5 }, meta);
    const bytes = new Uint8Array(
      await new Blob([magicbytes, buildHeader(meta, 4326), feature].map((part) => part.slice())).arrayBuffer(),
    );
    const read: unknown[] = [];
    const all = deserialize(bytes, {
      headerMetaFn: ({ crs }) => read.push(crs?.code),
      fromFeature: (id, each, own) => {
        read.push(fromFeature(id, each, own));
        return {};
      },
    });
    for await (const _ of all);
    expect(read).toEqual([4326, { type: 'Feature', id: 0, geometry, properties: { b: 1.5 } }]);
  });

  test('a remote file is opened and asked by these names', () => {
    expect(HttpReader.openSource).toBeInstanceOf(Function);
    expect(HttpReader.prototype.selectBbox).toBeInstanceOf(Function);
    expect(HttpReader.prototype.lengthBeforeTree).toBeInstanceOf(Function);
  });
});
