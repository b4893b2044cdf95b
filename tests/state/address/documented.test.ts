/** The list of keys in src/README.md, "The address", names the keys of the code: `- ` and the keys before a colon. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ADDRESS_ROWS, FIELDS } from '../../../src/state/address/keys.ts';

const section = readFileSync('src/README.md', 'utf8').split('\n## The address\n')[1]?.split('\n## ')[0] ?? '';
const told = [...section.matchAll(/^- ([^:]*):/gm)].flatMap(([, names = '']) =>
  [...names.matchAll(/`(\w+)`/g)].map(([, key = '']) => key),
);
const known = FIELDS.flatMap((field) => ADDRESS_ROWS[field].keys);

it('every key of the address is documented once, and every documented one is there', () => {
  expect(
    known.filter((key) => !told.includes(key)),
    'src/README.md, "The address", needs a line for each of these keys',
  ).toEqual([]);
  expect(
    told.filter((key, at) => !known.includes(key) || told.indexOf(key) !== at),
    'src/README.md, "The address", tells of these twice, or src/state/address/keys.ts has no row for them',
  ).toEqual([]);
});
