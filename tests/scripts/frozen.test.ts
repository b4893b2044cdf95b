/** The shipped data live, so only the tests in tests/shipped may read them; a record more or less must break no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Files that name geo/out in another folder than the repository's, or as a word and no more. */
const NAMING = [
  'fixtures/base/build.ts',
  'fixtures/data.ts',
  'geo/apply-build.test.ts',
  'geo/build.test.ts',
  'scripts/arrows.test.ts',
  'scripts/commands.test.ts',
  'scripts/frozen.test.ts',
];
/** Measurements of the shipped product. */
const MEASURING = ['bench/'];

const READS = [
  /[`'"](?:\.{1,2}\/)*geo\/out\b/,
  /(?:readFile|readFileSync|readdir|readdirSync|cp|cpSync)\(\s*[`'"](?:\.{1,2}\/)*geo\b/,
  /(?:readInputs|readGeoSources|readBoundarySettings|readGeodata)\(\s*(?:[`'"]|process)/,
  /from\s+'(?:\.{1,2}\/)+shipped\//,
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));
}

describe('the tests', () => {
  it('read the shipped data in tests/shipped alone', () => {
    const others = filesUnder('tests').filter((name) => {
      const isFree = name.startsWith('shipped/') || NAMING.includes(name) || MEASURING.some((m) => name.startsWith(m));
      return !isFree;
    });
    const reading = others.filter((name) => {
      const text = readFileSync(join('tests', name), 'utf8');
      return READS.some((pattern) => pattern.test(text));
    });
    expect(reading).toEqual([]);
  });

  it.each([
    "readFileSync(new URL('../../geo/out/sites.geojson', import.meta.url))",
    "import sites from '../../../geo/out/sites.geojson?url';",
    'readFile(`geo/out/sites.geojson`)',
    "cpSync('geo', root, { recursive: true })",
    "readInputs('.')",
    "import { shippedBase } from '../shipped/data.ts';",
  ])('would be told of: %s', (line) => {
    expect(READS.some((pattern) => pattern.test(line))).toBe(true);
  });
});
