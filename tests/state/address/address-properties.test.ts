/** The address, whatever stands in it: it never throws, falls back key by key, and comes back as it was written. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/state/address/address.ts';
import { ADDRESS_ROWS, FIELDS } from '../../../src/state/address/keys.ts';

/** Without halves of characters, which no address can hold. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, '');

const KEYS = [...FIELDS.flatMap((field) => ADDRESS_ROWS[field].keys), '__proto__', 'constructor', 'toString'];
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'plan',
    '11.5/23.02/113.1',
    'NaN/NaN/NaN',
    '1e999/1/1',
    'Infinity',
    '-',
    'equipment,home',
    '__proto__',
  ),
  fc.constantFrom(
    'radius:113.12,23.02:5',
    'polygon:113.1,23.0,113.2,23.0,113.2,23.1',
    'cluster.district',
    'gdp.2020.equal',
  ),
  fc.constantFrom(
    'chancheng',
    'reader',
    '2.2.1',
    '<script>alert(1)</script>',
    '\u202egnp.exe',
    '%',
    '%ff',
    '1'.repeat(5000),
  ),
  fc.array(fc.double(), { maxLength: 6 }).map((numbers) => numbers.join('/')),
);
const address = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value, fc.boolean()), { maxLength: 12 })
  .map((pairs) => pairs.map(([key, text, raw]) => `${key}=${raw ? text : encodeURIComponent(whole(text))}`).join('&'));

test('any text is an address, and what it says is written back as it was read', () => {
  fc.assert(
    fc.property(fc.oneof(address, fc.string({ unit: 'binary', maxLength: 300 })), (hash) => {
      const read = parseAddress(`#${hash}`);
      const written = formatAddress(read);
      const again = parseAddress(`#${written}`);
      expect(formatAddress(again)).toBe(written);
      // Of several things that are selected one is written; a camera is rounded.
      expect({ ...again, map: null }).toEqual({ ...read, map: null, selections: read.selections.slice(0, 1) });
    }),
    { numRuns: 2000 },
  );
});

test('a query that ends within a character is written without the half', () => {
  const { q } = parseAddress(`#q=${'a'.repeat(99)}😀`);
  expect(formatAddress({ ...parseAddress(''), q })).toBe(`q=${'a'.repeat(99)}`);
});

test('one broken value costs no other key', () => {
  fc.assert(
    fc.property(fc.constantFrom('map', 'ask', 'shade', 'cell', 'cross', 'clause', 'kinds'), value, (key, broken) => {
      const read = parseAddress(
        `#lang=en&clusters=home&site=jihua-laboratory&${key}=${encodeURIComponent(whole(broken))}`,
      );
      expect(read.lang).toBe('en');
      expect(read.clusters).toEqual(['home']);
      expect(read.selections).toEqual([{ entity: 'site', id: 'jihua-laboratory' }]);
    }),
    { numRuns: 500 },
  );
});

test('numbers of the address are numbers, and an address of a megabyte is read', () => {
  fc.assert(
    fc.property(address, (hash) => {
      const { map, sentence, ask } = parseAddress(hash);
      const numbers = [map?.zoom, map?.lat, map?.lng, map?.bearing, map?.pitch, sentence];
      for (const number of numbers)
        if (number !== null && number !== undefined) expect(Number.isFinite(number)).toBe(true);
      if (ask?.kind === 'radius') expect(ask.withinKm).toBeLessThanOrEqual(30);
    }),
  );
  expect(parseAddress(`#lang=en&ask=polygon:${'113.1,23.1,'.repeat(100_000)}`)).toMatchObject({
    lang: 'en',
    ask: null,
  });
});
