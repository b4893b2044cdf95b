import { fileURLToPath } from 'node:url';

// Faults are seeded by hand: npm run bench mutate, which says which ones. Paths are from the project's folder.

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/bench/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('mutation/plugins.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  // Stryker rewrites this file with the compiler's library, which TypeScript 7 has no more; vitest reads none.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  // Its hint to leave out what runs while a module loads: schemas and tables are among it.
  warnings: { slow: false },
  ignorePatterns: ['dist', 'dist-onefile', 'docs', 'public', 'test-results'],
  tempDirName: '.cache/stryker',
  cleanTempDir: 'always',
  reporters: ['progress-append-only'],
};
