import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { absentPlatforms } from '../../scripts/complete-lock.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

describe('the lock file', () => {
  it('names the packages of every platform (otherwise: node scripts/complete-lock.mjs)', () => {
    expect(Object.keys(absentPlatforms(lock.packages))).toEqual([]);
  });

  it('holds no registry addresses', () => {
    expect(JSON.stringify(lock)).not.toContain('"resolved"');
  });

  it('belongs to dependencies that are pinned exactly', () => {
    for (const group of ['dependencies', 'devDependencies']) {
      expect(lock.packages[''][group]).toEqual(manifest[group]);
      for (const version of Object.values(manifest[group])) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });
});

describe('absentPlatforms', () => {
  it('adds what a package pins and the lock file lacks, with the platform that its name tells', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: {
          '@tool/darwin-arm64': '1.2.3',
          '@tool/linux-x64-musl': '1.2.3',
          '@tool/linux-x64-gnu': '1.2.3',
        },
      },
      'node_modules/@tool/linux-x64-gnu': { version: '1.2.3' },
    };
    expect(absentPlatforms(packages)).toEqual({
      'node_modules/@tool/darwin-arm64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
      'node_modules/@tool/linux-x64-musl': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
      },
    });
  });

  it('adds nothing where the choice of a version is open', () => {
    expect(absentPlatforms({ 'node_modules/a': { optionalDependencies: { fsevents: '^2.3.3' } } })).toEqual({});
  });
});
