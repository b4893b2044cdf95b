/** Every panel that is loaded on need brings the catalogues of what it says: read from the sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AREAS } from '../../../src/i18n/areas.ts';
import { loadMessages } from '../../../src/i18n/index.ts';

const SOURCES = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const file = join('src', path);
      return [file, readFileSync(file, 'utf8')] as const;
    }),
);

const areaOf = new Map<string, string>();
// The tours' own words are said by the tours, not by panels.
for (const area of AREAS.filter((name) => name !== 'tours'))
  for (const key of Object.keys(await loadMessages('en', [area]))) areaOf.set(key, area);
const keys = [...areaOf.keys()];

/** Areas of the words that a source asks for by name, or by how their names begin. */
function areasIn(source: string): string[] {
  const asked = [...source.matchAll(/\bt\(\s*((?:[^()]|\([^()]*\))*)\)/g)].map(([, inner = '']) => inner);
  return asked.flatMap((inner) => [
    ...[...inner.matchAll(/(?<!=== )'([^']+)'/g)].flatMap(([, key = '']) => areaOf.get(key) ?? []),
    ...[...inner.matchAll(/`([^`$]+)\$\{/g)].flatMap(([, start = '']) =>
      keys.filter((key) => key.startsWith(start)).map((key) => areaOf.get(key) ?? ''),
    ),
  ]);
}

/** What comes with a file: all that it imports, but for types and what it loads itself on need. */
function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of (SOURCES.get(file) ?? '').matchAll(
    /^(?:import|export) (?!type)[^;]*?from '(\.[^']+)';/gm,
  ))
    closureOf(normalize(join(dirname(file), path)), seen);
  return seen;
}

interface Lazy {
  readonly at: string;
  readonly loads: string;
  readonly words: readonly string[];
}

const LAZY: readonly Lazy[] = [...SOURCES].flatMap(([file, source]) =>
  [...source.matchAll(/lazyPanel\(\(\) => import\('([^']+)'\)\.then\(\(m\) => m\.\w+\)([^;]*?)\)[;,]\n/g)].map(
    ([, path = '', options = '']) => ({
      at: file,
      loads: normalize(join(dirname(file), path)),
      words: [...(options.match(/words: \[([^\]]*)\]/)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, area = '']) => area),
    }),
  ),
);

describe('panels that are loaded on need', () => {
  it('are all found', () => {
    const calls = [...SOURCES.values()].flatMap((source) => source.match(/lazyPanel\(\(\) =>/g) ?? []);
    expect(LAZY).toHaveLength(calls.length);
    expect(LAZY.filter(({ loads }) => !SOURCES.has(loads))).toEqual([]);
  });

  it.each(LAZY)('$loads brings its words to $at', ({ loads, words }) => {
    const said = new Set([...closureOf(loads)].flatMap((file) => areasIn(SOURCES.get(file) ?? '')));
    expect([...said].filter((area) => area !== 'shell' && !words.includes(area))).toEqual([]);
  });
});
