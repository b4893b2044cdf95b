// Faults are seeded by hand: npx tsx tests/bench/mutate.ts, which says which ones.

/** @type {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/bench/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './tests/bench/mutation/plugins.mjs'],
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
