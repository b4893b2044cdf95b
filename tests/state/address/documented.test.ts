/** The table of keys in src/README.md says what the table of the code says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KEY_GROUPS } from '../../../src/state/address/keys.ts';
import { VIEWS } from '../../../src/state/address/views.ts';

/** How the README calls the groups. */
const NAMES = { everyone: 'everyone', plan: 'plan', invest: 'invest', present: 'the stage' } as const;

const readme = readFileSync('src/README.md', 'utf8');
const rows = new Map(
  [
    ...((readme.split('\n## The address\n')[1] ?? '').split('\n## ')[0]?.matchAll(/^\| ([\w ]+?) +\| (.+?) +\|$/gm) ??
      []),
  ].map(([, name, keys]) => [name, keys ?? '']),
);

/** Keys stand in code, what they hold in brackets; `mode=present` is a key with one of its values. */
const keysOf = (cell: string) =>
  [...cell.replace(/\([^)]*\)/g, '').matchAll(/`(\w+)(?:=[\w-]+)?`/g)].map(([, key]) => key);

it.each(Object.entries(NAMES))('every key of %s is documented, and every documented one is there', (group, name) => {
  const groups: [string, Readonly<Record<string, { readonly keys: readonly string[] }>>][] = Object.entries(KEY_GROUPS);
  const known = groups.find(([id]) => id === group)?.[1] ?? {};
  const keys = Object.values(known).flatMap((row) => row.keys);
  expect(keysOf(rows.get(name) ?? '')).toEqual(keys);
});

it('every view is documented, and every documented one is there', () => {
  const [, views = ''] = /`view` \(([^)]*)\)/.exec(rows.get('everyone') ?? '') ?? [];
  expect(views.split(', ').toSorted()).toEqual([...VIEWS].toSorted());
});
