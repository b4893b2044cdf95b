import { describe, expect, it } from 'vitest';
import { structuredBytes, structuredValue } from '../../../src/data/workspace/structured.ts';

const back = (value: unknown) => structuredValue(structuredBytes(value));

describe('values as bytes', () => {
  it('come back as they went, with what JSON has not', () => {
    const value = {
      text: '企业',
      none: null,
      yes: true,
      list: [1, -0, Number.NaN, Number.POSITIVE_INFINITY, 0.1],
      map: new Map([[2, new Map([[5, '改']])]]),
      set: new Set([1, 7]),
      f64: Float64Array.of(1.5, Number.NaN),
      f32: Float32Array.of(0.5),
      u32: Uint32Array.of(4_294_967_295),
      u16: Uint16Array.of(65_535, 1),
      u8: Uint8Array.of(1, 2, 3),
      odd: { $: 'map', of: [] },
    };
    expect(back(value)).toEqual(value);
  });

  it('are the part of a longer array that was meant, and a copy of it', () => {
    const whole = Float64Array.of(1, 2, 3);
    expect(back(whole.subarray(1, 3))).toEqual(Float64Array.of(2, 3));
    expect(back({ gone: undefined })).toEqual({});
  });

  it('by hand: an array of one number', () => {
    const bytes = structuredBytes(Uint8Array.of(9));
    const head = '{"$":"u8","at":0,"n":1}';
    expect(new TextDecoder().decode(bytes.subarray(0, 8))).toBe('F224KEPT');
    expect([...bytes.subarray(8, 16)]).toEqual([head.length, 0, 0, 0, 0, 0, 0, 0]);
    expect(new TextDecoder().decode(bytes.subarray(16, 16 + head.length))).toBe(head);
    expect([...bytes.subarray(40)]).toEqual([9, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('that are damaged are refused', () => {
    const bytes = structuredBytes({ a: Float64Array.of(1, 2) });
    expect(() => structuredValue(bytes.subarray(0, 10))).toThrow('begin');
    expect(() => structuredValue(bytes.subarray(0, 20))).toThrow('cut off');
    expect(() => structuredValue(bytes.subarray(0, bytes.length - 8))).toThrow('array is cut off');
    const other = structuredBytes({ a: { $: 'x' } });
    expect(structuredValue(other)).toEqual({ a: { $: 'x' } });
    expect(() => structuredBytes({ f: () => 1 })).toThrow('no data');
  });

  it('leave no way to what a named length would ask for', () => {
    const head = new TextEncoder().encode('{"$":"f64","at":0,"n":900719925474099}');
    const bytes = new Uint8Array(16 + 40);
    bytes.set(new TextEncoder().encode('F224KEPT'));
    bytes[8] = head.length;
    bytes.set(head, 16);
    expect(() => structuredValue(bytes)).toThrow('cut off');
  });
});
