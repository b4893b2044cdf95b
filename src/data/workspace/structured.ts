/**
 * Values with typed arrays, maps and sets as bytes, and back: 8 bytes of a name, the length of the head (32 bits, little
 * end first) and four bytes of nothing, the head as JSON, then the arrays as they lie in memory, each from a multiple of 8 on.
 * In the head `{"$": …}` stands for what JSON has not.
 */

const NAME = 'F224KEPT';
const HEAD_AT = 16;

const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const;
type ArrayKind = keyof typeof ARRAYS;
type AnyArray = InstanceType<(typeof ARRAYS)[ArrayKind]>;

const KINDS = ['f64', 'f32', 'u32', 'u16', 'u8'] as const satisfies readonly ArrayKind[];

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** @throws Error for what is neither plain data nor one of the five kinds of arrays */
export function structuredBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const arrays: { readonly at: number; readonly array: Uint8Array }[] = [];
  let size = 0;
  const pairs = (map: Iterable<readonly [unknown, unknown]>): Json => [...map].map(([k, v]) => [json(k), json(v)]);
  function json(each: unknown): Json {
    if (each === null || typeof each === 'boolean' || typeof each === 'string') return each;
    if (typeof each === 'number') {
      return Number.isFinite(each) && !Object.is(each, -0) ? each : { $: 'number', text: numberText(each) };
    }
    if (Array.isArray(each)) return each.map(json);
    if (each instanceof Map) return { $: 'map', of: pairs(each) };
    if (each instanceof Set) return { $: 'set', of: [...each].map(json) };
    const kind = KINDS.find((name) => each instanceof ARRAYS[name]);
    if (kind !== undefined && ArrayBuffer.isView(each) && !(each instanceof DataView)) return placed(kind, each);
    if (typeof each !== 'object') throw new Error(`a ${typeof each} is no data`);
    // In their order, so that what is the same is written alike.
    const entries = entriesOf(each)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return '$' in each
      ? { $: 'object', of: pairs(entries) }
      : Object.fromEntries(entries.map(([k, v]) => [k, json(v)]));
  }
  function placed(kind: ArrayKind, view: ArrayBufferView): Json {
    const array = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const at = size;
    arrays.push({ at, array });
    size += padded(array.length);
    return { $: kind, at, n: array.length / ARRAYS[kind].BYTES_PER_ELEMENT };
  }
  const head = new TextEncoder().encode(JSON.stringify(json(value)));
  const from = HEAD_AT + padded(head.length);
  const bytes = new Uint8Array(from + size);
  bytes.set(new TextEncoder().encode(NAME));
  new DataView(bytes.buffer).setUint32(8, head.length, true);
  bytes.set(head, HEAD_AT);
  for (const { at, array } of arrays) bytes.set(array, from + at);
  return bytes;
}

/** What `structuredBytes` wrote; arrays are copies. @throws Error where it is not that, or damaged */
export function structuredValue(bytes: Uint8Array): unknown {
  const name = new TextDecoder().decode(bytes.subarray(0, NAME.length));
  if (name !== NAME || bytes.length < HEAD_AT) throw new Error('it does not begin as it should');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  const from = HEAD_AT + padded(length);
  if (from > bytes.length) throw new Error('it is cut off');
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD_AT, HEAD_AT + length)));
  function value(each: unknown): unknown {
    if (Array.isArray(each)) return each.map(value);
    if (typeof each !== 'object' || each === null) return each;
    if ('$' in each) return special(each);
    return Object.fromEntries(entriesOf(each).map(([key, part]) => [key, value(part)]));
  }
  function special(each: { readonly $: unknown }): unknown {
    const { $: kind, ...rest } = each;
    const parts = new Map(entriesOf(rest));
    if (kind === 'number') return Number(parts.get('text'));
    if (kind === 'map') return new Map(pairsOf(parts.get('of')));
    if (kind === 'object') return Object.fromEntries(pairsOf(parts.get('of')).map(([k, v]) => [String(k), v]));
    if (kind === 'set') return new Set(listOf(parts.get('of')).map(value));
    return arrayAt(kind, parts.get('at'), parts.get('n'));
  }
  const pairsOf = (list: unknown) =>
    listOf(list).map((pair): [unknown, unknown] => {
      const [key, part] = listOf(pair);
      return [value(key), value(part)];
    });
  function arrayAt(kind: unknown, at: unknown, n: unknown): AnyArray {
    const known = KINDS.find((each) => each === kind);
    if (known === undefined || !isCount(at) || !isCount(n)) throw new Error('an array is not named as it should');
    const Kind = ARRAYS[known];
    const start = from + at;
    const end = start + n * Kind.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw new Error('an array is cut off');
    return new Kind(bytes.slice(start, end).buffer);
  }
  return value(head);
}

const numberText = (n: number): string => (Object.is(n, -0) ? '-0' : String(n));

const isCount = (n: unknown): n is number => typeof n === 'number' && Number.isSafeInteger(n) && n >= 0;

function listOf(list: unknown): readonly unknown[] {
  if (!Array.isArray(list)) throw new Error('a list is missing');
  return list;
}

function entriesOf(each: object): [string, unknown][] {
  return Object.entries(each);
}
