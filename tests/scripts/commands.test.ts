import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingPackages } from '../../scripts/commands/install.mjs';
import { countPlaywright, countVitest } from '../../scripts/commands/test-counts.mjs';
import { nodeComplaint } from '../../scripts/node-version.mjs';
import { groupFiles } from '../../scripts/sizes.mjs';

describe('nodeComplaint', () => {
  it.each(['20.19.0', '20.20.2', '22.5.1', '24.0.0'])('takes %s', (version) => {
    expect(nodeComplaint(version)).toBe('');
  });

  it.each(['20.18.3', '19.9.0', '18.20.4', '12.22.12', '8.17.0'])(
    'names %s and what is needed, in one line',
    (version) => {
      expect(nodeComplaint(version)).toMatch(new RegExp(`^[^\\n]*20\\.19[^\\n]*${version}[^\\n]*$`));
    },
  );
});

describe('missingPackages', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'install-'));
    mkdirSync(join(folder, 'node_modules'));
    lock('package-lock.json', {
      '': { version: '1.0.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/for-another-system': { version: '1.0.0', optional: true },
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function lock(file: string, packages: Record<string, unknown>): void {
    writeFileSync(join(folder, file), JSON.stringify({ packages }));
  }

  it('is every package where nothing is installed', async () => {
    expect(await missingPackages(folder)).toEqual(['node_modules/a', 'node_modules/b']);
  });

  it('is what has another version since', async () => {
    lock('node_modules/.package-lock.json', {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.9.0' },
    });
    expect(await missingPackages(folder)).toEqual(['node_modules/b']);
  });

  it('is nothing where all is there', async () => {
    lock('node_modules/.package-lock.json', {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0' },
    });
    expect(await missingPackages(folder)).toEqual([]);
  });
});

describe('the counts of the closing line', () => {
  it('count a test file that does not load as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('count a test that passed only when repeated, and an error outside of tests, as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });
});

describe('groupFiles', () => {
  const manifest = {
    'index.html': {
      file: 'i.js',
      isEntry: true,
      imports: ['_shared.js'],
      dynamicImports: ['src/i18n/zh.ts', 'src/map.ts', 'src/late.ts'],
    },
    'lib/worker.ts': { file: 'work.js', isEntry: true, imports: ['_lib.js'] },
    '_shared.js': { file: 's.js' },
    'src/i18n/zh.ts': { file: 'zh.js' },
    'src/map.ts': { file: 'm.js', imports: ['_lib.js', '_shared.js'], assets: ['w.mjs', 'f.woff2'] },
    '_lib.js': { file: 'l.js' },
    'src/late.ts': { file: 'late.js', imports: ['_deck.js'] },
    '_deck.js': { file: 'deck.js' },
    'geo/out/sites.geojson': { file: 'd.geojson' },
    'geo/out/late.json': { file: 'late.json' },
    'src/font.woff2': { file: 'f.woff2' },
  };
  const groups = {
    shell: { with: ['src/i18n/zh'] },
    ready: { later: ['src/late'] },
    data: { later: ['geo/out/late'] },
  };

  it('counts each file that is loaded before the list, or before the map, once', () => {
    expect(groupFiles(manifest, groups)).toEqual({
      shell: ['i.js', 'zh.js', 's.js'],
      ready: ['i.js', 'work.js', 's.js', 'zh.js', 'm.js', 'w.mjs', 'l.js'],
      data: ['d.geojson'],
      font: ['f.woff2'],
    });
  });

  it('counts what comes first of a folder whose files come later', () => {
    const ready = { later: ['src/'], first: ['src/map'] };
    expect(groupFiles(manifest, { ...groups, ready }).ready).toEqual([
      'i.js',
      'work.js',
      's.js',
      'm.js',
      'w.mjs',
      'l.js',
    ]);
  });
});
