/**
 * A set of the user's own with its look and its changes, as a file holds it: typed here, whoever wrote the file. What the
 * import calls by names of its own comes as lists, so that this folder imports none of it.
 */
import * as v from 'valibot';
import type { AnyAxis } from '../axis.ts';
import { OFFSET_DATUMS } from '../point-set.ts';
import { AXES, CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, ELSEWHERE, PRECISIONS, type Precision } from '../vocabulary.ts';
import { COMPUTED_COLUMN, LOOK_ROWS } from './saved-look.ts';

// Schemas of valibot that nothing of the first view needs would come with it all the same: the library is one file there.
const arrayOf = <T>(kind: new (...given: never[]) => T) =>
  v.custom<T>((value) => value instanceof kind, 'an array is of another kind');
const F64 = arrayOf(Float64Array);
const F32 = arrayOf(Float32Array);
const U32 = arrayOf(Uint32Array);
const U16 = arrayOf(Uint16Array);
const U8 = arrayOf(Uint8Array);

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Text = v.string();

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const Counts = v.custom<Set<number>>(
  (value) => value instanceof Set && [...value].every(isCount),
  'row numbers are no set of counts',
);

const fits = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;

/** A map by row numbers of what a schema takes as it is. */
const byRow = <T>(schema: v.GenericSchema<T>) =>
  v.custom<Map<number, T>>(
    (value) => value instanceof Map && [...value].every(([row, each]) => isCount(row) && fits(schema, each)),
    'what is kept by rows is not understood',
  );

const pair = <A, B>(first: v.GenericSchema<A>, second: v.GenericSchema<B>) =>
  v.custom<[A, B]>(
    (value) => Array.isArray(value) && value.length === 2 && fits(first, value[0]) && fits(second, value[1]),
    'two belong together',
  );

/** A count for each name, or where some may be missing for each that is there; of no others. */
function isCountBy(names: readonly string[], value: unknown, someMissing: boolean): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const has = new Map(Object.entries(value));
  return (
    [...has].every(([name, count]) => names.includes(name) && isCount(count)) &&
    (someMissing || names.every((name) => has.has(name)))
  );
}

/** Ascending from 0, to no more than `most`. */
function areOffsets(offsets: Uint32Array, most: number): boolean {
  let last = 0;
  for (const offset of offsets) {
    if (offset < last) return false;
    last = offset;
  }
  return offsets.length > 0 && offsets[0] === 0 && last <= most;
}

const isBelow = (codes: Uint32Array, most: number): boolean => codes.every((code) => code < most);

const ofColumn = {
  name: Text,
  edited: v.optional(Counts),
  from1904: v.optional(v.boolean()),
  joined: v.optional(Text),
};

const Packed = v.pipe(
  v.object({ ...ofColumn, kind: v.literal('text'), bytes: U8, offsets: U32 }),
  v.check(({ bytes, offsets }) => areOffsets(offsets, bytes.length), 'a text goes beyond its bytes'),
);
const Coded = v.pipe(
  v.object({ ...ofColumn, kind: v.literal('coded'), codes: U32, values: v.array(Text) }),
  v.check(({ codes, values }) => isBelow(codes, values.length), 'a code is of no value'),
);
const Numbers = v.object({
  ...ofColumn,
  kind: v.literal('number'),
  values: F64,
  computed: v.optional(COMPUTED_COLUMN),
});
const Column = v.union([Packed, Coded, Numbers]);

const Geometries = v.pipe(
  v.object({ kind: U8, partOffsets: U32, ringOffsets: U32, vertexOffsets: U32, positions: F64, triangles: U32 }),
  v.check(({ kind, partOffsets, ringOffsets, vertexOffsets, positions, triangles }) => {
    const vertices = positions.length / 2;
    return (
      partOffsets.length === kind.length + 1 &&
      areOffsets(partOffsets, ringOffsets.length - 1) &&
      areOffsets(ringOffsets, vertexOffsets.length - 1) &&
      areOffsets(vertexOffsets, vertices) &&
      triangles.length % 3 === 0 &&
      isBelow(triangles, vertices)
    );
  }, 'its lines and areas do not hold together'),
);

const lengthOf = (column: v.InferOutput<typeof Column>): number =>
  column.kind === 'text'
    ? column.offsets.length - 1
    : column.kind === 'coded'
      ? column.codes.length
      : column.values.length;

const Rows = v.pipe(
  v.object({
    id: v.pipe(Text, v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
    name: Text,
    origin: v.picklist(['register', 'import']),
    count: Count,
    positions: F64,
    radiusM: F32,
    precision: U8,
    cluster: U8,
    district: U8,
    town: U32,
    siteKind: U8,
    status: U8,
    label: v.union([Packed, Coded]),
    columns: v.array(Column),
    datum: v.optional(
      v.object({
        taken: v.picklist(OFFSET_DATUMS),
        open: v.array(v.picklist(OFFSET_DATUMS)),
        byCoordinates: U8,
        ownRadiusM: F32,
        ownPrecision: U8,
      }),
    ),
    located: v.optional(v.object({ codes: U16, disagreeing: U32, data: v.optional(Text) })),
    geometries: v.optional(Geometries),
    isCut: v.optional(v.literal(true)),
    sites: v.optional(v.object({ ids: v.array(Text), codes: U32 })),
  }),
  v.check((set) => {
    const { count: n, datum, located, sites, geometries } = set;
    const perRow = [set.radiusM, set.precision, set.cluster, set.district, set.town, set.siteKind, set.status];
    if (datum !== undefined) perRow.push(datum.byCoordinates, datum.ownRadiusM, datum.ownPrecision);
    return (
      set.positions.length === 2 * n &&
      perRow.every((column) => column.length === n) &&
      [set.label, ...set.columns].every((column) => lengthOf(column) === n) &&
      (located === undefined || (located.codes.length === n && isBelow(located.disagreeing, n))) &&
      (sites === undefined || (sites.codes.length === n && isBelow(sites.codes, sites.ids.length + 1))) &&
      (geometries === undefined || geometries.kind.length === n)
    );
  }, 'its columns are not as long as it has rows'),
);

/** Metres may be no number: it was not reckoned. */
const Outside = {
  liesIn: Count,
  metres: v.custom<number>((value) => typeof value === 'number', 'metres are no number'),
};

const Changes = v.object({
  edits: v.object({
    cells: byRow(byRow(Text)),
    places: v.optional(byRow(v.object({ row: Rows, outside: v.nullable(v.object(Outside)) }))),
    deleted: U32,
  }),
  computed: v.array(COMPUTED_COLUMN),
});

const Axis = v.union([
  v.picklist(AXES),
  v.custom<AnyAxis>((axis) => typeof axis === 'string' && axis.startsWith('column:'), 'an axis is not known'),
]);
const Limit = v.nullable(v.number());

const Filter = v.object({
  clusters: v.nullable(v.array(v.picklist([...CLUSTER_OR_CROSS_IDS, 'none']))),
  districts: v.nullable(v.array(v.picklist([...DISTRICT_IDS, ELSEWHERE, 'none']))),
  precisions: v.nullable(v.array(v.picklist(PRECISIONS))),
  cell: v.nullable(v.array(v.object({ axis: Axis, key: Text }))),
  columns: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('number'), column: Text, from: Limit, to: Limit, blank: v.boolean() }),
      v.object({ kind: v.literal('date'), column: Text, from: Text, to: Text, blank: v.boolean() }),
      v.object({ kind: v.literal('category'), column: Text, values: v.array(Text) }),
      v.object({ kind: v.literal('text'), column: Text, text: Text }),
    ]),
  ),
});

/** How a set is shown and what the user has changed of it. */
export const KeptLook = v.object({
  id: Text,
  order: v.number(),
  look: v.object({ ...LOOK_ROWS, name: Text, visible: v.boolean() }),
  filter: Filter,
  changes: v.optional(Changes),
  revision: v.optional(Count),
});

interface ImportNames<Format, Encoding, Role, Code, Rejection> {
  readonly formats: readonly Format[];
  readonly encodings: readonly Encoding[];
  readonly roles: readonly Role[];
  readonly notes: readonly Code[];
  readonly rejections: readonly Rejection[];
}

const Datum = v.custom<'wgs84' | 'gcj02' | 'bd09' | 'file' | `epsg:${number}`>(
  (datum) => typeof datum === 'string' && /^(wgs84|gcj02|bd09|file|epsg:\d{1,6})$/.test(datum),
  'a datum is not known',
);

/** A set as it was read, with its receipt. */
export function keptSetSchema<
  const Format extends string,
  const Encoding extends string,
  const Role extends string,
  const Code extends string,
  const Rejection extends string,
>({ formats, encodings, roles, notes, rejections }: ImportNames<Format, Encoding, Role, Code, Rejection>) {
  const Note = v.object({ code: v.picklist(notes), params: v.record(Text, v.union([Text, v.number()])) });
  const Rejections = v.pipe(
    v.object({
      count: Count,
      byReason: v.array(v.object({ code: v.picklist(rejections), count: Count })),
      rows: U32,
      codes: U8,
      details: Packed,
    }),
    v.check(
      ({ count, rows, codes, details }) =>
        rows.length === count && codes.length === count && details.offsets.length === count + 1,
      'its rejected rows do not hold together',
    ),
  );
  const clusters = v.array(pair(Text, v.nullable(v.picklist(CLUSTER_OR_CROSS_IDS))));
  const Receipt = v.object({
    setId: Text,
    fileName: Text,
    format: v.picklist(formats),
    encoding: v.nullable(v.picklist(encodings)),
    part: v.nullable(Text),
    rowsRead: Count,
    placed: Count,
    byPrecision: v.custom<Record<Precision, number>>(
      (value) => isCountBy(PRECISIONS, value, false),
      'rows by precision are not counted',
    ),
    placedBy: v.object({ coordinates: Count, site: v.optional(Count), town: Count, district: Count }),
    withoutPlace: v.optional(Count),
    rejected: Rejections,
    unjoined: v.optional(Rejections),
    outsideStated: v.optional(v.object({ rows: U32, liesIn: U8, metres: F32 })),
    datumIn: Datum,
    datumOpen: v.optional(v.array(Datum)),
    datumSaid: v.optional(v.boolean()),
    swapped: v.boolean(),
    conversion: Note,
    residual: v.object({ maxM: v.number(), checked: Count }),
    warnings: v.array(Note),
    placing: v.optional(
      v.object({
        roles: v.custom<Partial<Record<Role, number>>>(
          (value) => isCountBy(roles, value, true),
          'roles of columns are not known',
        ),
        accuracyM: v.number(),
        clusters,
        joins: v.array(pair(Text, Text)),
        finestM: v.number(),
        crs: v.nullable(v.object({ proj: v.nullable(Text), name: Text })),
      }),
    ),
  });
  return v.object({ set: Rows, receipt: Receipt });
}
